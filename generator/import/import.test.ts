import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { renderFiles } from '../files/files.ts'
import { check } from '../generate.ts'
import type { Plan } from '../plan/plan.ts'
import { importConfiguration } from './import.ts'
import { findLoose, readLooseXml } from './tolerant-xml.ts'
import { sayNote } from './words.ts'

const NAME = 'SEP001D452D2BF0.cnf.xml'

/** A file as people have them: the parts that carry something, not complete. */
const sample = (more = '', lines = LINES) => `<device xsi:type="axl:XIPPhone" ctiid="1">
<deviceProtocol>SIP</deviceProtocol>
<devicePool><dateTimeSetting><dateTemplate>D.M.YY</dateTemplate><timeZone>W. Europe Standard/Daylight Time</timeZone>
<ntps><ntp><name>192.168.2.9</name><ntpMode>Unicast</ntpMode></ntp></ntps></dateTimeSetting>
<callManagerGroup><members><member priority="0"><callManager><ports><sipPort>5060</sipPort></ports>
<processNodeName>192.168.2.1</processNodeName></callManager></member></members></callManagerGroup></devicePool>
<sipProfile><natEnabled>true</natEnabled><enableVad>true</enableVad><preferredCodec>g722</preferredCodec><phoneLabel>Küche 1</phoneLabel>
<sipLines>${lines}</sipLines><dialTemplate>dial.xml</dialTemplate></sipProfile>
<loadInformation>SIP42.9-4-2SR3-1S</loadInformation>
<userLocale><name>german_germany</name></userLocale><networkLocale>Germany</networkLocale>
<transportLayerProtocol>4</transportLayerProtocol>${more}
</device>`
const LINES = `
<line button="1"><featureID>9</featureID><featureLabel>Privat</featureLabel><proxy>USECALLMANAGER</proxy><port>5060</port>
<name>620</name><displayName>Familie</displayName><authName>620</authName><authPassword>geheim=1 &amp; 2</authPassword>
<messagesNumber>**600</messagesNumber></line>
<line button="2"><featureID>2</featureID><featureLabel>Oma</featureLabel><speedDialNumber>**621</speedDialNumber></line>
<line button="3"><featureID>21</featureID><featureLabel>no number</featureLabel></line>`

const site = (model: string, registrar: string, rest: string) => `site: home
preset: fritzbox-de
registrar: { ${registrar}address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.201-192.168.178.220 }
phones:
  - model: ${model}
    mac: 00:1D:45:2D:2B:F0
${rest}`
const EVERYTHING = site(
  'CP-7975G',
  'nat: true, expires: 600, outboundProxy: sip.example.org, ',
  `    addOns: ["7916-12", "7916-12"]
    lines:
      - { username: a1, password: { secret: a }, label: A & B, autoAnswer: headset, ring: flash, maxCalls: 9, busyAt: 8 }
      - { username: a2, password: { secret: b }, displayName: 'Zwei <"2">' }
    keys:
      - { dial: "**1" }
      - { blf: "620", pickup: true, label: Anna }
      - { park: "701", position: 8 }
      - { service: "http://10.0.0.1/a?b=1&c=2", label: Menü }
      - { feature: do-not-disturb, position: 30 }
      - { intercom: { username: door, password: { secret: door } }, label: Tür }
display: { from: "22:00", to: "06:30", days: [fri, sat], idle: 5, wakeOnCall: false }
ports: { computer: false, computerInVoiceVlan: true, cdp: false, lldp: false }
urls: { directory: "http://10.0.0.1/book", idle: "http://10.0.0.1/idle?a=1&b=2", idleAfter: 60 }
access: { web: true, ssh: { username: admin, password: { secret: ssh } } }
`,
)
/** Holes that the agent fills. */
const EMPTY = /<(auth|ssh)Password><\/[a-zA-Z]*>/g
const EMPTY_LINES = /<(auth)Password><\/[a-zA-Z]*>/g
const LATER = site(
  'CP-8841',
  'kind: generic, ',
  `    load: sip88xx.14-4-1-0301-6
    label: Büro Süd
    lines: [{ username: a1, password: { secret: line1 } }, { username: a2, password: { secret: line1 } }]
`,
)
  .replace('preset: fritzbox-de\n', '')
  .replaceAll('192.168.178.', '192.168.5.')

async function imported(text: string, name = NAME, model?: string) {
  const made = await importConfiguration({ name, text, ...(model && { model }) }, 'en')
  if (!made.ok) throw new Error(made.why)
  return made
}

describe('a configuration that somebody has', () => {
  it('becomes a site with everything that a site can say', async () => {
    const { yaml, secrets, problems } = await imported(sample())
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const checked = await check({ text: yaml, lang: 'en' })
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
    expect(checked.plan).toMatchObject({
      registrar: { kind: 'fritzbox', address: '192.168.2.1', transport: 'tcp', nat: true },
      network: { agent: '192.168.2.1/24', leases: { first: '192.168.2.201', last: '192.168.2.220' } },
      locale: { network: 'Germany', ntp: ['192.168.2.9'], dateTemplate: 'D.M.YY' },
      codec: 'g722',
      messagesNumber: '**600',
    })
    expect(checked.plan.phones).toMatchObject([
      {
        mac: '00:1d:45:2d:2b:f0',
        model: 'CP-7962G',
        label: 'Küche1',
        lines: [{ username: '620', label: 'Privat', displayName: 'Familie', secret: 'line1' }],
        keys: [{ button: 2, dial: '**621', label: 'Oma' }],
      },
    ])
    expect(secrets).toBe('CP_SECRET_LINE1=geheim=1 & 2\n')
  })

  it('says what it took for granted, what has no place in a site, and what would change', async () => {
    const { notes, differences } = await imported(sample())
    expect(notes.map(({ code }) => code).filter(code => !code.startsWith('lint.'))).toEqual([
      'import.model',
      'import.key',
      'import.dial-plan',
      'import.transport',
      'import.network',
    ])
    expect(differences).toContainEqual({ path: 'sipProfile/enableVad', before: 'true', after: 'false' })
    for (const note of notes)
      for (const lang of ['en', 'de'] as const) expect(sayNote(note, lang).length).toBeGreaterThan(20)
  })

  it('never shows a password, in no note, problem or difference', async () => {
    const text = sample(
      '<sshPassword>geheim-ssh</sshPassword><commonProfile><phonePassword>geheim-phone</phonePassword></commonProfile>',
    )
    const { yaml, notes, problems, differences } = await imported(text)
    expect(JSON.stringify({ yaml, notes, problems, differences })).not.toMatch(/geheim/)
    expect(differences).toContainEqual({ path: 'commonProfile/phonePassword', before: '***', after: undefined })
  })

  it.each(['pin', 'snmpCommunity', 'wlanPassphrase', 'vpnPassword', 'auth', 'admin', 'madeUp'])(
    'tells that there was a %s, but not which, whatever people call their passwords',
    async name => {
      const text = sample(
        `<vendorConfig><${name}>geheim</${name}><wifi>1</wifi><loadServer>10.0.0.9</loadServer></vendorConfig>`,
      )
      const { differences } = await imported(text)
      expect(differences).toContainEqual({ path: `vendorConfig/${name}`, before: '***', after: undefined })
      expect(differences).toContainEqual({ path: 'vendorConfig/wifi', before: '1', after: undefined })
      expect(differences).toContainEqual({ path: 'vendorConfig/loadServer', before: '10.0.0.9', after: undefined })
    },
  )

  it('says that nothing could be compared while the site has errors', async () => {
    const { notes, differences } = await imported(sample().replace('192.168.2.1<', 'the pbx<'))
    expect(differences).toEqual([])
    expect(notes).toContainEqual({ code: 'import.not-compared' })
  })

  it.each([
    ['fritz.box', '5060', 'fritzbox', undefined],
    ['sipgate.de', '5060', 'sipgate', 'sipgate.de'],
    ['anna.my3cx.eu', '5060', '3cx', 'anna.my3cx.eu'],
    ['10.0.0.1', '5160', 'asterisk-chan-sip', '5160'],
    ['freepbx.lan', '5160', 'asterisk-chan-sip', '5160'],
    ['freepbx.lan', '5060', 'freepbx', 'freepbx.lan'],
  ])('knows the registrar at %s, port %s', async (address, port, kind, by) => {
    const text = sample('<transportLayerProtocol>2</transportLayerProtocol>')
      .replace(/<transportLayerProtocol>4<.*?>/, '')
      .replace('192.168.2.1<', `${address}<`)
      .replace('<port>5060<', `<port>${port}<`)
      .replace('**600', '*97')
    const { yaml, notes, problems } = await imported(text)
    expect(parse(yaml).registrar).toMatchObject({ kind, address })
    // As the file has it, also where another transport is usual.
    expect(yaml.includes('transport: udp')).toBe(kind === 'freepbx')
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const told = notes.filter(({ code }) => code.startsWith('import.registrar'))
    expect(told).toEqual(by === undefined ? [] : [{ code: 'import.registrar-kind', kind, by }])
  })

  it('names the kinds that the number of the answering machine fits, where nothing else tells', async () => {
    const { yaml, notes } = await imported(sample().replace('**600', '*97'))
    expect(yaml).toContain('kind: generic')
    const note = notes.find(({ code }) => code === 'import.registrar')
    expect(note && sayNote(note, 'en')).toContain('freepbx')
  })

  it('keeps a time server at the address of a registrar that is none by itself', async () => {
    const clock = sample().replace('192.168.2.9', '192.168.2.1')
    expect(parse((await imported(clock)).yaml).network.ntp).toBeUndefined()
    expect(parse((await imported(clock.replace('**600', '1'))).yaml).network.ntp).toEqual(['192.168.2.1'])
  })

  it.each<[string, string, string]>([
    ['a byte order mark', `\ufeff${sample()}`, 'byte-order-mark'],
    ['smart quotes', sample().replace('button="1"', 'button=“1”'), 'smart-quotes'],
    ['a bare ampersand', sample().replace('Oma', 'Oma & Opa'), 'bare-ampersand'],
    ['an element that is never closed', sample().replace('</userLocale>', ''), 'never-closed'],
    ['an end tag too much', sample('</vendorConfig>'), 'closed-twice'],
    ['text behind the root', `${sample()}\nhello`, 'stray-text'],
  ])('is read with %s, which is noted with its line', async (_, text, what) => {
    const { yaml, notes } = await imported(text)
    expect(yaml).toContain('"620"')
    expect(notes).toContainEqual(expect.objectContaining({ code: 'import.liberty', what }))
  })

  it('is read whatever the case of its elements, with repeated and empty ones', async () => {
    const text = sample('<loadInformation>SIP42.other</loadInformation><foo/><bar></bar>').replaceAll(
      'sipProfile',
      'SIPPROFILE',
    )
    expect((await imported(text)).yaml).toContain('SIP42.9-4-2SR3-1S')
  })

  it('takes the registrar from a line where no member names it, for the network too', async () => {
    const text = sample().replace('192.168.2.1<', '<').replace('USECALLMANAGER', '192.168.7.1')
    const { yaml, notes } = await imported(text)
    expect(yaml).toMatch(/address: 192\.168\.7\.1\n/)
    expect(notes).toContainEqual({ code: 'import.network', agent: '192.168.7.1/24' })
  })

  it('says which locale it does not know, also when the other kind of locale has that name', async () => {
    const text = sample()
      .replace('german_germany', 'Germany')
      .replace('networkLocale>Germany', 'networkLocale>Atlantis')
    const { notes } = await imported(text)
    expect(notes.filter(({ code }) => code === 'import.locale')).toEqual([
      { code: 'import.locale', was: 'Germany' },
      { code: 'import.locale', was: 'Atlantis' },
    ])
  })

  it.each([
    ['Central Europe Standard/Daylight Time', 'Europe/Berlin'],
    ['Eastern Standard/Daylight Time', 'America/New_York'],
    ['Tokyo Standard Time', 'Asia/Seoul'],
    ['America/Sao_Paulo', 'America/Sao_Paulo'],
  ])('takes the best known city for what the phone calls %s', async (words, city) => {
    const { yaml } = await imported(sample().replace('W. Europe Standard/Daylight Time', words))
    expect(yaml).toContain(`timeZone: ${city}\n`)
  })

  it('keeps a load that is in no list, when its name follows the pattern of the model', async () => {
    const { yaml, notes } = await imported(sample().replace('SIP42.9-4-2SR3-1S', 'SIP42.9-3-1SR2-1S'))
    expect(yaml).toContain('load: SIP42.9-3-1SR2-1S\n')
    expect(notes.map(({ code }) => code)).not.toContain('import.load')
  })

  it('takes the model that the person names, and asks for it where the file does not help', async () => {
    expect((await imported(sample(), NAME, 'cp-7942g')).yaml).toContain('CP-7942G')
    const without = sample().replace(/<loadInformation>.*<\/loadInformation>/, '')
    expect(await importConfiguration({ name: NAME, text: without }, 'en')).toMatchObject({
      ok: false,
      why: 'unknown-phone',
    })
    expect((await imported(without, NAME, 'CP-7962G')).notes.map(({ code }) => code)).toContain('import.load')
    for (const name of ['phone.xml', 'SEP000000000000.cnf.xml'])
      expect((await imported(sample(), name)).notes.map(({ code }) => code)).toContain('import.mac')
    expect((await imported(sample(), NAME, '7942')).yaml).toContain('CP-7942G')
    expect(await importConfiguration({ name: NAME, text: sample(), model: 'x' }, 'en')).toMatchObject({
      ok: false,
      why: 'unknown-model',
    })
    const reset = sample().replace('SIP42.9-4-2SR3-1S', 'term62.default')
    expect((await imported(reset)).yaml).toContain('model: CP-7962G')
  })

  it.each([
    ['', 'empty'],
    ['hello', 'empty'],
    ['<Default></Default>', 'xml-default'],
    ['<CiscoIPPhoneMenu></CiscoIPPhoneMenu>', 'not-a-configuration'],
    ['<device><deviceProtocol>SCCP</deviceProtocol></device>', 'sccp'],
    [sample('', '<line button="1"><featureID>9</featureID><name></name></line>'), 'no-lines'],
  ])('is refused with a reason when there is nothing to import: %.40s', async (text, why) => {
    expect(await importConfiguration({ name: NAME, text }, 'en')).toMatchObject({
      ok: false,
      why,
      line: expect.any(Number),
    })
  })

  it.each([
    [
      'the example',
      readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8'),
      'SIP75.9-4-2SR3-1S',
    ],
    ['a phone with everything', EVERYTHING, 'SIP75.9-4-2SR3-1S'],
    ['a later phone', LATER, 'sip88xx.14-4-1-0301-6'],
  ])('that this generator made comes back as the same phone, with no difference: %s', async (_, example, load) => {
    const checked = await check({ text: example, lang: 'en' })
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
    const names = { id: checked.siteId, name: 'home', lang: 'en', issued: '', issuer: '' } as const
    const files = [...renderFiles(checked.plan, names)]
    const config = new TextDecoder().decode(files.find(({ path }) => path.includes('SEP'))?.bytes)
    const { differences, problems, notes } = await imported(
      config
        .replace(/<loadInformation>(?=<)/, `<loadInformation>${load}`)
        .replaceAll(example.includes('ssh:') ? EMPTY : EMPTY_LINES, '<$1Password>secret</$1Password>'),
      NAME,
      checked.plan.phones[0]?.model,
    )
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(differences).toEqual([])
    expect(notes.filter(({ code }) => code === 'import.key' || code === 'import.moved')).toEqual([])
  })
})

/** What the first phone gets. */
function textsOf(plan: Plan) {
  const names = { id: 'x'.repeat(52), name: 'x', lang: 'en', issued: '', issuer: '' } as const
  const files = new Map([...renderFiles(plan, names)].map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]))
  const [phone] = plan.phones
  return { config: files.get(phone?.config ?? '') ?? '', dialPlan: files.get(`files/${phone?.dialPlan.file}`) ?? '' }
}

describe('a dial plan', () => {
  const PLAN = `<DIALTEMPLATE>
<TEMPLATE MATCH="112" Timeout="0" User="Phone"/>
<template match="**..." timeout="1"/>
<TEMPLATE MATCH="\\*\\*..." Timeout="1"/>
<TEMPLATE MATCH="0,.*" Timeout="3" Tone="Bellcore-Outside"/>
<TEMPLATE MATCH="[2-9]*" Timeout="5"/>
<TEMPLATE MATCH="00*" Timeout="4" Rewrite="+%1"/>
<TEMPLATE MATCH="9,*" Timeout="3" Rewrite="%s" Tone="beep" Line="x" Route="Emergency" User="IP"/>
<TEMPLATE MATCH="8*" Timeout="3" Rewrite="sip:%1" Line="2" Route="Default"/>
<TEMPLATE MATCH="7*"/>
<TEMPLATE MATCH="*" Timeout="900"/>
<TEMPLATE MATCH="" Timeout="0" Rewrite="**620"/>
<TEMPLATE MATCH="" Timeout="0" Rewrite="300" Line="2"/>
</DIALTEMPLATE>`.replaceAll('\\\\', '\\')

  it('becomes the rules of the site, in their order; what a site cannot say is told', async () => {
    const made = await importConfiguration({ name: NAME, text: sample(), dialPlan: PLAN }, 'en')
    if (!made.ok) throw new Error(made.why)
    const checked = await check({ text: made.yaml, lang: 'en' })
    expect(checked.ok && checked.plan.dialPlans.flatMap(({ rules }) => rules)).toEqual([
      { match: '', wait: 0, rewrite: '**620' },
      { match: '112', wait: 0 },
      { match: '**...', wait: 1 },
      { match: '\\*\\*...', wait: 1 },
      { match: '0,.*', wait: 3, tone: 'Bellcore-Outside' },
      { match: '00*', wait: 4, rewrite: '+%1' },
      { match: '9,*', wait: 3, rewrite: '%0' },
      { match: '8*', wait: 3, line: 2 },
      { match: '7*', wait: 10 },
      { match: '*', wait: 60 },
    ])
    const told = made.notes.filter(({ code }) => code.startsWith('import.rule'))
    expect(told.map(note => ('part' in note ? note.part : note.code))).toEqual([
      'import.rule-pattern',
      'tone',
      'line',
      'user',
      'route',
      'rewrite',
      'wait',
      'call',
    ])
    for (const note of told) for (const lang of ['en', 'de'] as const) expect(sayNote(note, lang)).toMatch(/\d: /)
    expect(made.notes.map(({ code }) => code)).not.toContain('import.dial-plan')
  })

  it('comes back as it was generated, with what the phone and its keys dial by themselves', async () => {
    const text = site(
      'CP-7975G',
      '',
      `    hotline: "**620"
    lines: [{ username: a1, password: { secret: a } }]
    keys: [{ intercom: { username: door, password: { secret: door }, dial: "21" } }]
dialPlan: { country: US, outsideLine: '9', prefix: strip, rules: [{ match: '2..', wait: 1, line: 1, rewrite: '%1#' }] }
`,
    )
    const checked = await check({ text, lang: 'en' })
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
    const { config, dialPlan } = textsOf(checked.plan)
    const again = await importConfiguration({ name: NAME, text: config, dialPlan, model: 'CP-7975G' }, 'en')
    if (!again.ok) throw new Error(again.why)
    expect(again.notes.filter(({ code }) => code.startsWith('import.rule'))).toEqual([])
    const twice = await check({ text: again.yaml, lang: 'en' })
    if (!twice.ok) throw new Error(JSON.stringify(twice.problems))
    expect(textsOf(twice.plan).dialPlan).toBe(dialPlan)
  })

  it.each(['', 'hello', '<device/>', '<DIALTEMPLATE>'.repeat(1000)])(
    'that is none gives no rule: %.20s',
    async dialPlan => {
      const made = await importConfiguration({ name: NAME, text: sample(), dialPlan }, 'en')
      expect(made.ok && made.yaml).not.toContain('dialPlan')
    },
  )
})

it('survives anything: cut off, shuffled, hostile', async () => {
  const text = sample()
  for (let i = 0; i < text.length; i += 7) await importConfiguration({ name: NAME, text: text.slice(0, i) }, 'en')
  for (const hostile of [
    '<'.repeat(50_000),
    `<a>${'<'.repeat(900_000)}`,
    `<a>${'<<b'.repeat(300_000)}`,
    '<a>'.repeat(50_000),
    '<a b="'.repeat(20_000),
    '&#'.repeat(50_000),
    '<!--'.repeat(20_000),
    `<device ${'x="1" '.repeat(20_000)}>`,
  ]) {
    const { root } = readLooseXml(hostile)
    expect(findLoose(root, 'sipProfile')).toBeUndefined()
  }
})
