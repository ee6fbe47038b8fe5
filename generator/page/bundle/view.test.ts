import { readFileSync } from 'node:fs'
import { jsx } from 'hono/jsx'
import { describe, expect, it } from 'vitest'
import { localKeys } from '../../../scripts/local-keys.ts'
import { manifestOf, phoneOf } from '../../../test/manifest.ts'
import { readIssuer } from '../../bundle/seal.ts'
import { phoneModel } from '../../catalog/phones.ts'
import { generate } from '../../generate.ts'
import type { Lang } from '../../problem.ts'
import { neededFirmware, neededLocales } from './needs.ts'
import { BundleView } from './view.tsx'

async function made(example: string, lang: Lang = 'en'): Promise<Uint8Array> {
  const text = readFileSync(new URL(`../../../examples/${example}`, import.meta.url), 'utf8')
  const issuer = await readIssuer(await localKeys())
  const result = await generate({ text, lang }, { issued: new Date().toISOString().replace(/\.\d+/, ''), issuer })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.bundle
}

/** As somebody reads it: without tags. */
async function textOf(bundle: Uint8Array, lang: Lang, file = 'home.zip'): Promise<string> {
  const props = { lang, bundle, file, origin: 'https://phones.example.org', hasSecrets: true }
  const html = `${await jsx(BundleView, props).toString()}`
  expect(html).not.toContain('<script')
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

describe('what to do with a bundle', () => {
  it('is told in the order in which it has to be done', async () => {
    const text = await textOf(await made('fritzbox-7975g.yaml'), 'en')
    const steps = [
      'Before you plug in the cable',
      'curl.exe -fO https://phones.example.org/cp-agent.js',
      'cmterm-7975-sip.9-4-2SR3-1.zip',
      'node cp-agent.js rehearse home.zip',
      'node cp-agent.js doctor home.zip --secrets secrets.env',
      'netsh interface ipv4 add address "Ethernet" 192.168.178.1 255.255.255.0 store=active',
      'netsh interface ipv4 delete address "Ethernet" 192.168.178.1',
      'node cp-agent.js home.zip --set-address --secrets secrets.env',
      'It asks before it gives the port with the cable the address 192.168.178.1/24',
      'Type within a minute: 123456789*0#',
      'End the agent with Ctrl and C',
      'ssh-keygen -Y verify',
    ].map(step => text.indexOf(step))
    expect(steps.every((place, index) => place > (steps[index - 1] ?? 0))).toBe(true)
  })

  it.each(['fritzbox-7960g.yaml', 'asterisk-office.yaml'])('names the keys of each model in it: %s', async example => {
    const text = await textOf(await made(example, 'de'), 'de')
    expect(text).toMatch(/Tasten des CP-\d+/)
    const keys = phoneModel(example.includes('7960') ? 'CP-7960G' : 'CP-7965G')?.resetKeys.value ?? ''
    expect(text).toContain(`Tippen Sie innerhalb einer Minute: ${keys}`)
  })

  it('says what it cannot read, and shows a hostile name as text', async () => {
    expect(await textOf(new Uint8Array(10), 'en')).toContain('cannot be read')
    const text = await textOf(await made('fritzbox-7975g.yaml'), 'en', '<img src=x onerror=alert(1)>.zip')
    expect(text).toContain('Rename the file <img src=x onerror=alert(1)>.zip to bundle.zip')
    expect(text).toContain('node cp-agent.js bundle.zip')
  })
})

describe('what is needed of the vendor', () => {
  it('is an archive by its name, with what would do instead; the step in between only for an older phone', () => {
    const step = { load: 'SIP75.8-5-2S', files: [], unverified: true }
    const wanted = { load: 'SIP75.9-4-2SR3-1S', archive: 'cmterm-7975-sip.9-4-2SR3-1.zip', files: [], oldest: '8.3(3)' }
    const manifest = {
      ...manifestOf([phoneOf({ route: [step, wanted] })]),
      firmware: [
        { load: step.load, onlyBelow: '8.3(3)' },
        { load: wanted.load, archive: wanted.archive },
      ],
    }
    expect(neededFirmware(manifest)).toEqual([
      expect.objectContaining({ load: step.load, onlyBelow: '8.3(3)', unverified: true, models: ['CP-7975G'] }),
      expect.objectContaining({
        archive: wanted.archive,
        unverified: false,
        instead: expect.arrayContaining(['SIP75.9-4-2SR4-3S']),
      }),
    ])
    expect(neededFirmware(manifest)[0]?.instead).not.toContain('SIP75.9-4-2SR4-3S')
  })

  it('is the words of the language and the tones of the country that the phones ask for', () => {
    const phone = phoneOf()
    const asks = [
      'German_Germany/td-sip.jar',
      'Germany/g3-tones.xml',
      'English_United_States/td-sip.jar',
      'dialplan.xml',
    ]
    const facts = { ...phone.facts, asks: asks.map(file => ({ file, harmless: true })) }
    expect(neededLocales(manifestOf([{ ...phone, facts }]))).toEqual({
      words: [{ name: 'German_Germany', archive: 'po-locale-de_DE-*.cop.sgn' }],
      tones: [{ name: 'Germany', archive: 'po-locale-combined_network-*.cop.sgn' }],
    })
  })
})
