// What a whole SEP<MAC>.cnf.xml is known to go wrong by, besides its lines and its load.

import { userLocale } from '../../catalog/locales.ts'
import type { PhoneModel } from '../../catalog/phone-model.ts'
import { CONTRADICTORY } from '../../catalog/time-zones.ts'
import { childrenOf, findLoose, type LooseElement } from '../tolerant-xml.ts'
import { type Tell, textAt } from './mistake.ts'

/** Parts that every file has which is known to work (field guide, phones 7.1 and 8). */
const PARTS = [
  'devicePool/dateTimeSetting/dateTemplate',
  'devicePool/dateTimeSetting/timeZone',
  'sipProfile/sipProxies',
  'sipProfile/sipCallFeatures',
  'sipProfile/sipStack',
  'vendorConfig',
  'userLocale',
  'networkLocale',
]
/** Of RFC 1918. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/
const PLACEHOLDER =
  /^(\[.*\]|#\w*[a-z]\w*#|!{2,}.*!{2,}|\{\{.*\}\}|\$\{?\w+\}?|%\w+%|_+\w+_|\*{3,}.*[a-z].*\*{3,}|x{1,3}(\.x{1,3}){3}|change[_ -]?me|your[_ -].*|<.*>)$/i
/** Templates differ; longer texts are none, and would take the pattern long. */
export const isPlaceholder = (text: string): boolean => text.length <= 100 && PLACEHOLDER.test(text)
/** Lengths that the phone documents (usecallmanager, sepmac-cnf-xml). */
const LENGTHS: readonly (readonly [name: RegExp, max: number])[] = [
  [/^phoneLabel$/i, 12],
  [/^(featureLabel|displayName)$/i, 30],
  [/^processNodeName$/i, 50],
  [/^(authentication|directory|idle|information|messages|proxyServer|services)URL$/i, 255],
]

/** @param model undefined when the file does not say it; then what depends on it is passed over. */
export function lintDevice(device: LooseElement, model: PhoneModel | undefined, tell: Tell): void {
  const protocol = findLoose(device, 'deviceProtocol')
  if (protocol && protocol.text.toUpperCase() !== 'SIP') tell('lint.protocol', protocol.line)
  const missing = PARTS.filter(path => {
    const part = findLoose(device, ...path.split('/'))
    return !part || (part.text === '' && part.children.length === 0)
  })
  if (missing.length > 0) tell('lint.node', device.line, { node: missing.join(', ') })
  lintMember(findLoose(device, 'devicePool') ?? device, tell)
  lintTime(device, tell)
  lintProfile(device, model, tell)
  lintTexts(device, '', tell)
  const locale = findLoose(device, 'userLocale')
  const known = userLocale(textAt(locale, 'name'))
  const was = textAt(locale, 'langCode')
  // Only the language: the reference leaves the code empty, and files say `de` for `de_DE`.
  if (known && was !== '' && was.slice(0, 2).toLowerCase() !== known.langCode.slice(0, 2)) {
    tell('lint.locale-code', findLoose(locale, 'langCode')?.line ?? device.line, {
      ...{ was, name: known.name, code: known.langCode },
    })
  }
}

/** Where to register; also in XMLDefault.cnf.xml. */
export function lintMember(parent: LooseElement, tell: Tell): void {
  const group = findLoose(parent, 'callManagerGroup')
  const members = childrenOf(findLoose(group, 'members'), 'member')
  const complete = members.some(
    member =>
      textAt(member, 'callManager', 'processNodeName') !== '' &&
      textAt(member, 'callManager', 'ports', 'sipPort') !== '',
  )
  if (!complete) tell('lint.member', members[0]?.line ?? group?.line ?? parent.line)
}

function lintTime(device: LooseElement, tell: Tell): void {
  const setting = findLoose(device, 'devicePool', 'dateTimeSetting')
  const zone = findLoose(setting, 'timeZone')
  if (zone && CONTRADICTORY.includes(zone.text)) tell('lint.time-zone', zone.line, { was: zone.text })
  const named = childrenOf(findLoose(setting, 'ntps'), 'ntp').some(ntp => textAt(ntp, 'name') !== '')
  if (!named) tell('lint.ntp', setting?.line ?? device.line)
}

function lintProfile(device: LooseElement, model: PhoneModel | undefined, tell: Tell): void {
  const profile = findLoose(device, 'sipProfile')
  if (!profile) return
  const kpml = findLoose(profile, 'kpml')
  if (model?.family.kpml.value === 0 && kpml && !/^0?$/.test(kpml.text)) {
    tell('lint.kpml', kpml.line, { model: model.name })
  }
  const label = findLoose(profile, 'phoneLabel')
  if (label && /\s/.test(label.text) && model?.family.blankInLabel.value === false) tell('lint.label-blank', label.line)
  if (textAt(profile, 'dialTemplate') === '') {
    tell('lint.dial-none', findLoose(profile, 'dialTemplate')?.line ?? profile.line)
  }
  const nat = findLoose(profile, 'natEnabled')
  const members = findLoose(device, 'devicePool', 'callManagerGroup', 'members')
  if (
    nat &&
    /^(true|1)$/i.test(nat.text) &&
    PRIVATE.test(textAt(members, 'member', 'callManager', 'processNodeName'))
  ) {
    tell('lint.nat', nat.line)
  }
}

/** The texts of all elements; a value itself is never told. */
function lintTexts({ children }: LooseElement, path: string, tell: Tell): void {
  for (const child of children) {
    const node = `${path}${path && '/'}${child.name}`
    const { text, line } = child
    if (isPlaceholder(text)) tell('lint.placeholder', line, { node })
    const max = LENGTHS.find(([name]) => name.test(child.name))?.[1] ?? Number.POSITIVE_INFINITY
    const length = [...text].length
    if (length > max) tell('lint.too-long', line, { node, length: String(length), max: String(max) })
    lintTexts(child, node, tell)
  }
}
