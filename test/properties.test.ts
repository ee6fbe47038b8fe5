// What holds for any site: its files have the right format, a phone takes them, and every text arrives as it was written.
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSipConfig, readConfig, wantedLoad } from '../agent/rehearsal/config-check.ts'
import { Key } from '../schemas/site.ts'
import { built, served } from './build.ts'
import { faultsOfAll } from './configuration.ts'
import { randomSite } from './random-site.ts'
import { password } from './random-text.ts'
import { expectTexts, lineKeys, textsOf } from './written-texts.ts'

/** Always the same ones, so that a failure can be seen again. */
const RUNS = { numRuns: 200, seed: 20_261_123 }
const isXmlConfig = ({ config }: { config: string }) => config.endsWith('.cnf.xml')

describe('any valid site', () => {
  it('has files of the right format, which the virtual phone takes', async () => {
    await fc.assert(
      fc.asyncProperty(randomSite, async site => {
        const made = await built(JSON.stringify(site))
        expect(Object.entries(faultsOfAll(made)).filter(([, faults]) => faults.length > 0)).toEqual([])
        for (const phone of made.plan.phones.filter(isXmlConfig)) {
          const device = readConfig(phone.config, served(made, phone), ['device'])
          expect(wantedLoad(phone.config, device)).toBe(phone.route.at(-1)?.load)
          expect(checkSipConfig(phone.config, device, phone.family.oneCredential.value)).toMatchObject({
            lines: phone.lines.map(({ username }) => username),
            registrar: made.plan.registrar.address,
          })
        }
      }),
      RUNS,
    )
  })

  it('gives back every text as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(randomSite, fc.infiniteStream(password), async (site, passwords) => {
        const made = await built(JSON.stringify(site))
        const given = new Map<string, string>()
        const of = (secret: string) => {
          const value = given.get(secret) ?? passwords.next().value ?? ''
          given.set(secret, value)
          return value
        }
        for (const [index, phone] of made.plan.phones.entries()) {
          if (isXmlConfig(phone)) expectTexts(made, site, index, of)
        }
      }),
      RUNS,
    )
  })

  it('is any site: every field that a site may have was among them', () => {
    const seen = new Set<string>()
    for (const site of fc.sample(randomSite, RUNS)) collect(site, '', seen)
    const schema = JSON.parse(readFileSync(new URL('../schemas/json/site.json', import.meta.url), 'utf8'))
    expect(fieldsOf(schema, '').filter(field => !seen.has(field))).toEqual([])
  })
})

describe('every character', () => {
  it('of a password arrives that a keyboard can type', async () => {
    const all = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('')
    const parts = all.match(/.{1,30}/g) ?? []
    const made = await built(
      siteWith(parts.map((_, index) => ({ username: `u${index}`, password: { secret: `s${index}` } }))),
    )
    const arrived = made.plan.phones.flatMap(phone =>
      lineKeys(served(made, phone, secret => parts[Number(secret.slice(1))] ?? '')),
    )
    expect(arrived.map(line => textsOf(line, ['authPassword'])[0]).join('')).toBe(all)
  })

  it('of a label arrives that the schema allows', async () => {
    const allowed = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      character => Key.safeParse({ dial: '1', label: `a${character}a` }).success,
    )
    expect(allowed.length).toBeGreaterThan(60_000)
    const labels = (allowed.join('').match(/[\s\S]{1,28}/g) ?? []).map(part => `a${part}a`)
    for (let first = 0; first < labels.length; first += 1400) {
      const some = labels.slice(first, first + 1400)
      const made = await built(
        siteWith(some.map((label, at) => ({ username: `u${at}`, password: { secret: 's' }, label }))),
      )
      const arrived = made.plan.phones.flatMap(phone => lineKeys(served(made, phone)))
      expect(arrived.map(line => textsOf(line, ['featureLabel'])[0])).toEqual(some)
    }
  })
})

/** As many phones with eight lines as it takes. */
function siteWith(lines: readonly object[]): string {
  const phones = Array.from({ length: Math.ceil(lines.length / 8) }, (_, index) => ({
    model: 'CP-7975G',
    mac: `00:1d:45:00:03:${index.toString(16).padStart(2, '0')}`,
    lines: lines.slice(index * 8, index * 8 + 8),
  }))
  return JSON.stringify({
    site: 'characters',
    preset: 'fritzbox-de',
    registrar: { address: '192.168.0.1' },
    network: { agent: '192.168.0.1/16', leases: '192.168.1.1-192.168.2.250' },
    phones,
  })
}

/** `phones.lines.password.secret`: lists and maps by model count as one. */
function collect(value: unknown, path: string, into: Set<string>): void {
  if (path !== '') into.add(path)
  if (Array.isArray(value)) for (const one of value) collect(one, path, into)
  else if (typeof value === 'object' && value !== null && path !== 'loads')
    for (const [key, one] of Object.entries(value)) collect(one, path === '' ? key : `${path}.${key}`, into)
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
}
function fieldsOf({ properties = {}, items, anyOf = [] }: JsonSchema, path: string): string[] {
  const inside = Object.entries(properties).flatMap(([key, schema]) => {
    const here = path === '' ? key : `${path}.${key}`
    return [here, ...fieldsOf(schema, here)]
  })
  return [...inside, ...[...anyOf, ...(items ? [items] : [])].flatMap(schema => fieldsOf(schema, path))]
}
