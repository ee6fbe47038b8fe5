import { describe, expect, it } from 'vitest'
import { renderFiles } from '../../files/files.ts'
import { check } from '../../generate.ts'
import { importConfiguration } from '../import.ts'
import { REFUSALS } from '../refusals.ts'
import type { SepFile } from '../sep/sep.ts'
import { sayNote } from '../words.ts'
import { readLooseText } from './loose-text.ts'

const NAME = 'SIP0012D9ABCDEF.cnf'
const OWN = `# SIP Configuration Generic File
phone_label: "Flur 1"            ; at the top
line1_name: 620
line1_shortname: "Privat"
line1_displayname: "Familie; #1"
line1_authname: "620"
line1_password: "geheim=1 x" ; the password
proxy1_address: "USECALLMANAGER"
call_manager1_addr: "192.168.2.1"
line2_name: ""
line2_password: "UNPROVISIONED"
speed_line4: "**621"
speed_label4: "Oma"
phone_password: "geheim-phone"
`
const DEFAULTS = `image_version: P0S3-8-12-00
proxy_register: 1
line1_name: "overruled"
preferred_codec: "g729a"
messages_uri: "**600"
dial_template: "dialplan"
sntp_server: "192.168.2.9"
time_zone: CET
dst_auto_adjust : 1
date_format: "D/M/Y"
nat_enable: "1"
telnet_level: 2
`

async function imported(more: Partial<SepFile> = {}) {
  const made = await importConfiguration({ name: NAME, text: OWN, defaults: DEFAULTS, ...more }, 'en')
  if (!made.ok) throw new Error(made.why)
  return made
}
const codes = ({ notes }: Awaited<ReturnType<typeof imported>>) => notes.map(({ code }) => code)

describe('the text configuration that somebody has', () => {
  it('survives a file with more lines to tell of than a call takes arguments', async () => {
    expect((await imported({ text: `${OWN}${'a: b\n'.repeat(180_000)}` })).yaml).toContain('"620"')
  })

  it('takes UNPROVISIONED for nothing, whatever the setting, and tells the placeholders of a template', async () => {
    const defaults = `${DEFAULTS}outbound_proxy: UNPROVISIONED\nsntp_server: "unprovisioned"\nservices_url: UNPROVISIONED\n`
    const made = await imported({ defaults, text: `${OWN}line1_contact: "{{extension}}"\n` })
    expect(made.yaml).not.toMatch(/unprovisioned/i)
    expect(made.notes).toContainEqual(expect.objectContaining({ code: 'lint.placeholder', line: 15 }))
  })

  it('becomes a site with everything that a site can say; the phone’s own file stands over what all share', async () => {
    const { yaml, secrets } = await imported()
    const checked = await check({ text: yaml, lang: 'en' })
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
    expect(checked.plan).toMatchObject({
      registrar: { kind: 'fritzbox', address: '192.168.2.1', port: 5060, transport: 'udp', nat: true },
      network: { agent: '192.168.2.1/24' },
      locale: { zone: 'Europe/Berlin', ntp: ['192.168.2.9'], clock: '24h' },
      codec: 'g729a',
      messagesNumber: '**600',
    })
    expect(checked.plan.phones).toMatchObject([
      {
        ...{ mac: '00:12:d9:ab:cd:ef', model: 'CP-7960G', label: 'Flur 1' },
        lines: [{ username: '620', label: 'Privat', displayName: 'Familie; #1', secret: 'line1' }],
        keys: [{ button: 4, dial: '**621', label: 'Oma' }],
      },
    ])
    expect(secrets).toBe('CP_SECRET_LINE1=geheim=1 x\n')
  })

  it('says what a site cannot, and what would change, but never a password', async () => {
    const made = await imported()
    expect(codes(made)).toEqual(['import.setting', 'import.dial-plan', 'import.network'])
    expect(made.differences).toContainEqual({ path: 'telnet_level', before: '2', after: '0' })
    expect(JSON.stringify({ ...made, secrets: '' })).not.toMatch(/geheim/)
    for (const note of made.notes)
      for (const lang of ['en', 'de'] as const) expect(sayNote(note, lang).length).toBeGreaterThan(20)
  })

  it('is read without what all share, which is said', async () => {
    const { defaults: _, ...alone } = { name: NAME, text: OWN, defaults: '' }
    const made = await importConfiguration(alone, 'en')
    expect(made.ok && made.notes.map(({ code }) => code)).toContain('import.defaults')
  })

  it('that this generator made comes back as the same phone, with no difference', async () => {
    const { yaml } = await imported()
    const checked = await check({ text: yaml, lang: 'en' })
    if (!checked.ok) throw new Error('site')
    const names = { id: checked.siteId, name: 'x', lang: 'en', issued: '', issuer: '' } as const
    const files = [...renderFiles(checked.plan, names)]
    const textOf = (name: string) =>
      new TextDecoder('latin1').decode(files.find(({ path }) => path.endsWith(name))?.bytes)
    const again = await imported({
      text: textOf(NAME),
      defaults: textOf('SIPDefault.cnf').replace('image_version: ""', 'image_version: "P0S3-8-12-00"'),
    })
    expect(again.differences).toEqual([])
    expect(codes(again)).toEqual(['import.dial-plan', 'import.network'])
  })

  it.each<[string, string, string, string]>([
    ['a byte order mark', OWN, `\ufeff${OWN}`, 'byte-order-mark'],
    ['typographic quotes', '"Privat"', '“Privat”', 'smart-quotes'],
    ['a quote that is never closed', '"Privat"', '"Privat', 'open-quote'],
    ['a line that is no setting', '\nspeed_line4', '\nhello\nspeed_line4', 'stray-text'],
    ['words behind a value', '"Privat"', '"Privat" and more', 'stray-text'],
    ['a key for the second time', '\nline1_shortname', '\nline1_shortname: "x"\nline1_shortname', 'repeated'],
  ])('is read with %s, which is noted', async (_, from, to, what) => {
    const { yaml, notes } = await imported({ text: OWN.replace(from, to) })
    expect(yaml).toContain('label: Privat')
    expect(notes).toContainEqual(expect.objectContaining({ code: 'import.liberty', what }))
  })

  it.each([
    ['line ends of Windows', OWN.replaceAll('\n', '\r\n')],
    ['keys in capitals', OWN.replaceAll('line1', 'LINE1')],
    ['blanks around the colon and at the end', OWN.replaceAll(': ', ' :  ').replaceAll('\n', '  \n')],
    ['a semicolon behind every value', OWN.replaceAll(/("|620)\n/g, '$1;\n')],
  ])('is read with %s, as if they were not there', async (_, text) => {
    expect((await imported({ text })).yaml).toBe((await imported()).yaml)
  })

  it('lists every key that no such phone is known to read', async () => {
    const { notes } = await imported({ text: `${OWN}retfp_addr: "x"\nphone_prompt: "x"\n` })
    expect(notes.flatMap(note => (note.code === 'import.setting' ? [note.key] : []))).toEqual([
      'phone_password',
      'retfp_addr',
    ])
  })

  it('may have been for either model when it needs few keys, and says so', async () => {
    const few = OWN.replace(/speed_.*\n/g, '')
    const made = await imported({ text: few })
    expect(made.yaml).toContain('CP-7940G')
    expect(made.notes).toContainEqual({ code: 'import.model', model: 'CP-7940G', others: 'CP-7960G' })
    expect((await imported({ text: few, model: 'cp-7960g' })).yaml).toContain('CP-7960G')
  })

  it('can be taken to a phone of another kind', async () => {
    const made = await imported({ model: 'CP-7975G' })
    expect(made.yaml).toContain('SIP75.')
    expect(made.differences).toEqual([])
    expect(codes(made)).toContain('import.load')
  })

  it.each([
    ['MARS', undefined],
    ['GMT', 'Europe/London'],
    ['EST', 'America/New_York'],
    ['jst', 'Asia/Tokyo'],
  ])('with the time zone %s is taken to be in a city that has it, or says that none is known', async (zone, city) => {
    const made = await imported({ defaults: DEFAULTS.replace('CET', zone) })
    expect(codes(made).includes('import.time-zone')).toBe(city === undefined)
    if (city !== undefined) expect(made.yaml).toContain(city)
  })

  it.each([
    ['SIPDefault.cnf', DEFAULTS.replace(/line1.*\n/, ''), 'defaults-only'],
    [NAME, OWN.replace('line1_name: 620', 'line1_name: "UNPROVISIONED"'), 'no-lines'],
    [NAME, 'line1_name: ""\n', 'no-lines'],
    ['notes.txt', 'hello: world\n', 'empty'],
    ['config.xml', '<flat-profile><Proxy_1_>x</Proxy_1_></flat-profile>', 'mpp'],
  ] as const)('is refused with a reason when there is nothing to import: %s, %.30j', async (name, text, why) => {
    expect(await importConfiguration({ name, text }, 'en')).toMatchObject({ ok: false, why, line: expect.any(Number) })
    for (const lang of ['en', 'de'] as const) expect(REFUSALS[lang][why].length).toBeGreaterThan(40)
  })

  it('survives anything: cut off, hostile', async () => {
    for (let i = 0; i < OWN.length; i += 5) await importConfiguration({ name: NAME, text: OWN.slice(0, i) }, 'en')
    for (const hostile of [
      'a:"'.repeat(50_000),
      `a: ${';'.repeat(100_000)}`,
      ' #'.repeat(50_000),
      `a:${' '.repeat(100_000)}x`,
    ]) {
      expect(readLooseText(hostile).settings.size).toBeLessThan(2)
    }
  })
})
