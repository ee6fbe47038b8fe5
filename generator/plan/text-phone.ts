// What a 7940G or 7960G cannot take as a site says it: its files are lines of text, and its firmware is from before most others.
import type { Site, SitePhone } from '../../schemas/site.ts'
import {
  TEXT_LABEL_MAX,
  TEXT_PROXY,
  TEXT_QUOTABLE,
  TEXT_SPEED_DIALS,
  TEXT_TRANSPORT,
} from '../catalog/models/text-7940.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import { textTimeZone } from '../catalog/text-time-zones.ts'
import { timeZoneWords } from '../catalog/time-zones.ts'
import type { Path } from '../problem.ts'
import type { Plan, PlannedKey, Report } from './plan.ts'

export interface TextPhoneRequest {
  site: Site
  phone: SitePhone
  path: Path
  model: PhoneModel
  registrar: Plan['registrar'] | undefined
  keys: readonly PlannedKey[]
  report: Report
}

export function checkTextPhone({ site, phone, path, model, registrar, keys, report }: TextPhoneRequest): void {
  const details = { model: model.name }
  if ((phone.label?.length ?? 0) > TEXT_LABEL_MAX.value) {
    report({
      code: 'site.label-long',
      path: [...path, 'label'],
      details: { ...details, max: String(TEXT_LABEL_MAX.value) },
    })
  }
  if (timeZoneWords(site.locale.timeZone) !== undefined && textTimeZone(site.locale.timeZone) === undefined) {
    report({ code: 'site.text-time-zone', path: ['locale', 'timeZone'], details })
  }
  if (registrar && registrar.transport !== TEXT_TRANSPORT.value) {
    report({
      code: 'site.udp-only',
      path: ['registrar', 'transport'],
      details: { ...details, registrar: registrar.name },
    })
  }
  const list = phone.keys ? [...path, 'keys'] : ['keys']
  if (keys.some(({ kind }) => kind === 'dial') && TEXT_SPEED_DIALS.certainty === 'U') {
    report({ code: 'site.keys-uncertain', path: list, details })
  }
  // Of keys that all phones share it goes without, which was said (keys.ts).
  for (const [index, { dial }] of (phone.keys ?? []).entries()) {
    if (dial === undefined) report({ code: 'site.key-feature', path: [...list, index], details })
  }
  for (const left of leftOut(site, phone, path)) report({ code: 'site.text-left-out', path: left, details })
  const { services, directory } = site.urls
  const pages: [Path, string | undefined][] = [
    [['urls', 'services'], services],
    [['urls', 'directory'], directory],
  ]
  const tones = site.ringTones.map(({ name }, index): [Path, string] => [['ringTones', index, 'name'], name])
  checkWords([...textsOf(phone, path, list, phone.keys ?? site.keys), ...pages, ...tones], model, report)
}

/** What the site says and no key of such a file can. */
function leftOut({ softKeys, access, urls }: Site, { lines, addOns = [] }: SitePhone, path: Path): Path[] {
  const ofLines = ['autoAnswer', 'ring', 'maxCalls', 'busyAt'] as const
  const ofUrls = ['messages', 'information', 'idle', 'authentication'] as const
  return [
    ...lines.flatMap((line, index) =>
      ofLines.filter(key => line[key] !== undefined).map(key => [...path, 'lines', index, key]),
    ),
    ...(addOns.length > 0 ? [[...path, 'addOns']] : []),
    ...(Object.keys(softKeys).length > 0 ? [['softKeys']] : []),
    ...(access.web || access.ssh ? [['access']] : []),
    ...ofUrls.filter(key => urls[key] !== undefined).map(key => ['urls', key]),
  ]
}

/** What a line of such a phone says for the registrar; undefined for every other phone. */
export const textProxy = (model: PhoneModel, { kind }: Plan['registrar']): string | undefined =>
  model.family.configuration === 'text' && Object.hasOwn(TEXT_PROXY.value, kind) ? TEXT_PROXY.value[kind] : undefined

function textsOf(phone: SitePhone, path: Path, keysPath: Path, keys: Site['keys']): [Path, string | undefined][] {
  return [
    [[...path, 'label'], phone.label],
    ...phone.lines.flatMap((line, index): [Path, string | undefined][] => [
      [[...path, 'lines', index, 'label'], line.label],
      [[...path, 'lines', index, 'displayName'], line.displayName],
    ]),
    ...keys.map(({ label }, index): [Path, string | undefined] => [[...keysPath, index, 'label'], label]),
  ]
}

/**
 * No source says which characters the phone reads beyond ASCII, nor how a quote inside quotes is written. Western letters
 * are written in Latin-1, as was usual then, with a warning; everything else is refused, so that nothing is changed silently.
 */
function checkWords(
  texts: readonly (readonly [Path, string | undefined])[],
  { name }: PhoneModel,
  report: Report,
): void {
  for (const [path, text = ''] of texts) {
    const details = { model: name }
    if (!TEXT_QUOTABLE.test(text)) report({ code: 'site.text-characters', path, details })
    else if (/[\u0080-\u00ff]/.test(text)) report({ code: 'site.text-accents', path, details })
  }
}
