// What of a site must stand in a phone's files as it was written: labels, names, numbers, pages, passwords, rules.
import { expect } from 'vitest'
import { type Element, find, parseXml } from '../agent/rehearsal/xml.ts'
import { FEATURE_KEYS } from '../generator/catalog/keys/key-features.ts'
import type { PlannedPhone } from '../generator/plan/plan.ts'
import { builtInPreset } from '../generator/presets/built-in.ts'
import { underSite } from '../generator/presets/named.ts'
import { merge } from '../generator/site/merge.ts'
import { Site, type SitePhone } from '../schemas/site.ts'
import { type Built, served } from './build.ts'

export const lineKeys = (bytes: Uint8Array) => find(parseXml(bytes), 'sipProfile', 'sipLines')?.children ?? []
export const textsOf = (element: Element | undefined, names: readonly string[]) =>
  names.map(name => element?.children.find(child => child.name === name)?.text)

type PasswordOf = (secret: string) => string

/** @param index of the phone in the site. @throws when a text of the site does not stand in its files as it was written. */
export function expectTexts(made: Built, site: Record<string, unknown>, index: number, of: PasswordOf): void {
  const { phones, keys: shared, access, urls, dialPlan, ringTones } = Site.parse(overPreset(site))
  const [phone, planned] = [phones[index], made.plan.phones[index]]
  if (!phone || !planned) throw new Error('no such phone')
  const bytes = served(made, planned, of)
  const device = parseXml(bytes)
  expect(find(device, 'sipProfile', 'phoneLabel')?.text).toBe(phone.label ?? '')
  const { ssh } = access
  expect(textsOf(device, ['sshUserId', 'sshPassword'])).toEqual([
    ssh?.username ?? '',
    ssh ? of(ssh.password.secret) : '',
  ])
  const pages = ['directory', 'services', 'messages', 'information', 'idle', 'authentication'] as const
  expect(
    textsOf(
      device,
      pages.map(name => `${name}URL`),
    ),
  ).toEqual(pages.map(name => urls[name] ?? ''))
  expectRules(made, planned, dialPlan)
  const rings = parseXml(made.files.get('files/RINGLIST.XML')?.bytes ?? new Uint8Array()).children
  expect(rings.flatMap(ring => textsOf(ring, ['DisplayName']))).toEqual(ringTones.map(({ name }) => name))
  expectLines(lineKeys(bytes), phone, planned.family.oneCredential.value, of)
  const keys = lineKeys(bytes).slice(phone.lines.length)
  const shown = keys.map(key => {
    const [label, number, url, name, secret] = textsOf(key, [
      ...['featureLabel', 'speedDialNumber', 'serviceURI', 'name', 'authPassword'],
    ])
    return JSON.stringify([label, number ?? url ?? name, secret])
  })
  // The plan puts them in their order.
  const wanted = (phone.keys ?? shared).map(key => keyTexts(key, of))
  // Keys for all phones are left out where one has no room for them or does not know them, and that is said.
  const left = withoutThose(wanted, shown)
  expect(shown).toHaveLength(wanted.length - left.length)
  const saysSo = made.problems.some(({ code }) => code === 'site.keys-left-out')
  expect(left.length === 0 || (phone.keys === undefined && saysSo)).toBe(true)
}

/** A site with what its preset, a built-in one, says besides. */
function overPreset(site: Record<string, unknown>): unknown {
  const { preset } = site
  return merge(underSite(typeof preset === 'string' ? builtInPreset(preset) : undefined), site)
}

/** What is in `all` beyond `some`, each as often. */
function withoutThose(all: readonly string[], some: readonly string[]): string[] {
  const left = [...all]
  for (const one of some) if (left.includes(one)) left.splice(left.indexOf(one), 1)
  return left
}

/** Rules that were written one by one, or stand before those of a country. */
function expectRules({ files }: Built, planned: PlannedPhone, dialPlan: Site['dialPlan']): void {
  const written = Array.isArray(dialPlan) ? dialPlan : (dialPlan.rules ?? [])
  const templates = parseXml(files.get(`files/${planned.dialPlan.file}`)?.bytes ?? new Uint8Array()).children
  // A number that is dialled at once stands before all rules.
  const rules = templates.map(({ attributes }) => Object.fromEntries(attributes)).filter(({ match }) => match !== '')
  expect(rules.slice(0, written.length)).toEqual(
    written.map(({ match, wait, line, ...more }) => ({
      ...{ match, timeout: String(wait), ...more },
      ...(line !== undefined && { line: String(line) }),
    })),
  )
}

function expectLines(found: Element[], { lines }: SitePhone, oneCredential: boolean, of: PasswordOf): void {
  const nodes = ['featureLabel', 'name', 'displayName', 'contact', 'authName', 'authPassword']
  for (const [index, { username, label = username, displayName = label, ...more }] of lines.entries()) {
    const { authName = username, contact = username, password: secret } = more
    const credential = oneCredential && index > 0 ? [undefined, undefined] : [authName, of(secret.secret)]
    expect(textsOf(found[index], nodes)).toEqual([label, username, displayName, contact, ...credential])
  }
}

function keyTexts(
  { label, feature, dial, blf, park, service, intercom }: Site['keys'][number],
  of: PasswordOf,
): string {
  const number = dial ?? blf ?? park
  const name = number ?? service ?? intercom?.username
  const usual = number ?? (feature ? FEATURE_KEYS[feature].label : name?.slice(0, 30))
  const secret = intercom?.password
  return JSON.stringify([label ?? usual, name, secret && of(secret.secret)])
}
