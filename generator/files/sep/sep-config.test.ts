import { describe, expect, it } from 'vitest'
import { find, parseXml } from '../../../agent/rehearsal/xml.ts'
import { check } from '../../generate.ts'
import { renderFiles } from '../files.ts'

/** One phone at a registrar that can do most; `phone` and `site` are YAML, indented for their place. */
async function made({ model = 'CP-7975G', phone = '', site = '' } = {}) {
  const text = `site: test
preset: fritzbox-de
registrar: { kind: freeswitch, address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.201-192.168.178.220, ntp: [192.168.178.1] }
${site}
phones:
  - model: ${model}
    mac: 00:1D:45:2D:2B:F0
    lines:
      - { username: a1, password: { secret: a } }
${phone}`
  const checked = await check({ text, lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  const names = {
    id: checked.siteId,
    name: 'test',
    lang: 'en' as const,
    issued: '2026-11-24T00:00:00Z',
    issuer: 'https://x',
  }
  const files = new Map([...renderFiles(checked.plan, names)].map(file => [file.path.slice('files/'.length), file]))
  const file = (name: string) => parseXml(files.get(name)?.bytes ?? new Uint8Array())
  const device = file('SEP001D452D2BF0.cnf.xml')
  return {
    checked,
    files,
    file,
    /** Texts at these paths below `device`. */
    texts: (...paths: string[]) => paths.map(path => find(device, ...path.split('/'))?.text),
    keys: (find(device, 'sipProfile', 'sipLines')?.children ?? []).map(key => ({
      button: key.attributes.get('button'),
      lineIndex: key.attributes.get('lineIndex'),
      ...Object.fromEntries(key.children.map(({ name, text }) => [name, text])),
    })),
    device,
  }
}

describe('a line key', () => {
  it.each([
    ['dial: "**1"', { featureID: '2', featureLabel: '**1', speedDialNumber: '**1' }],
    ['blf: "620", label: Anna', { featureID: '21', featureLabel: 'Anna', speedDialNumber: '620' }],
    ['blf: "620", pickup: true', { featureID: '21', featureOptionMask: '1', speedDialNumber: '620' }],
    ['park: "701"', { featureID: '22', speedDialNumber: '701', contact: '701', retrievalPrefix: '' }],
    ['service: "http://10.0.0.1/a?b=1&c=2"', { featureID: '20', serviceURI: 'http://10.0.0.1/a?b=1&c=2' }],
    ['feature: redial', { featureID: '1', featureLabel: 'Redial' }],
    ['feature: do-not-disturb, label: Ruhe', { featureID: '130', featureLabel: 'Ruhe' }],
    ['intercom: { username: i1 }', { featureID: '23', lineIndex: '2', name: 'i1', maxNumCalls: '1', busyTrigger: '1' }],
  ])('{ %s } becomes what the phone has for it', async (key, expected) => {
    const { keys } = await made({ phone: `    keys: [{ ${key} }]` })
    expect(keys[1]).toMatchObject({ button: '2', ...expected })
  })

  it('that is a line of its own answers by itself, and has its password only where it is given', async () => {
    const { device, files } = await made({
      phone: '    keys: [{ intercom: { username: i1, password: { secret: i } } }, { intercom: { username: i2 } }]',
    })
    const [, first, second] = find(device, 'sipProfile', 'sipLines')?.children ?? []
    if (!first || !second) throw new Error('keys')
    expect(find(first, 'autoAnswer', 'autoAnswerEnabled')?.text).toBe('3')
    expect([find(first, 'authName')?.text, find(second, 'authName')?.text]).toEqual(['i1', undefined])
    expect([first.attributes.get('lineIndex'), second.attributes.get('lineIndex')]).toEqual(['2', '3'])
    const holes = files.get('SEP001D452D2BF0.cnf.xml')?.holes ?? []
    expect(holes.filter(({ kind }) => kind === 'secret').map(({ name }) => name)).toEqual(['a', 'i'])
  })

  it('can stand on the other side of the screen of an 88xx', async () => {
    const keys = Array.from({ length: 9 }, (_, i) => `{ dial: "${i}" }`).join(', ')
    const wide = await made({ model: 'CP-8851', phone: `    lineMode: true\n    keys: [${keys}]` })
    expect(wide.keys.at(-1)).toMatchObject({ button: '10' })
    expect(wide.texts('vendorConfig/lineMode')).toEqual(['1'])
    await expect(made({ model: 'CP-8851', phone: `    keys: [${keys}]` })).rejects.toThrow('site.keys-max')
  })

  it('can stand on a module, behind those of the phone', async () => {
    const { keys, device } = await made({
      phone: '    addOns: ["7916-24", "7916-24"]\n    keys: [{ dial: "1", position: 56 }]',
    })
    expect(keys[1]).toMatchObject({ button: '56' })
    const modules = find(device, 'addOnModules')?.children ?? []
    expect(modules.map(module => [module.attributes.get('idx'), ...module.children.map(({ text }) => text)])).toEqual([
      ['1', '7916', '24', 'B016-1-0-4-2'],
      ['2', '7916', '24', 'B016-1-0-4-2'],
    ])
  })
})

describe('a line', () => {
  it('answers by itself, rings and takes calls as the site says', async () => {
    const line =
      '      - { username: a2, password: { secret: b }, autoAnswer: headset, ring: once, maxCalls: 6, busyAt: 6 }'
    const { device } = await made({ phone: line })
    const [, second] = find(device, 'sipProfile', 'sipLines')?.children ?? []
    if (!second) throw new Error('line')
    const at = (...path: string[]) => find(second, ...path)?.text
    expect([at('autoAnswer', 'autoAnswerEnabled'), at('autoAnswer', 'autoAnswerMode')]).toEqual([
      '3',
      'Auto Answer with Headset',
    ])
    expect([at('ringSettingIdle'), at('maxNumCalls'), at('busyTrigger')]).toEqual(['3', '6', '6'])
  })

  it('after the first of a later phone registers with the credential of the first', async () => {
    const { keys, checked } = await made({
      model: 'CP-8841',
      phone: '      - { username: a2, password: { secret: a } }',
    })
    expect(keys).toMatchObject([{ name: 'a1', authName: 'a1' }, { name: 'a2' }])
    expect(keys[1]).not.toHaveProperty('authName')
    expect(keys[1]).not.toHaveProperty('authPassword')
    expect(checked.plan.phones[0]?.lines[1]).toMatchObject({ authName: 'a1', secret: 'a', borrows: true })
  })
})

it.each([
  ['CP-7975G', '3', ['2', '2'], '3'],
  ['CP-6941', '0', ['0', '0'], '3'],
  ['CP-8841', '0', ['0', '0'], '1'],
  ['CP-9971', '0', ['0', '0'], '3'],
])(
  '%s gets the numbers of its family: digits %s, blocking %j, call waiting %s',
  async (model, kpml, block, waiting) => {
    const { texts, keys } = await made({ model })
    expect(texts('sipProfile/kpml')).toEqual([kpml])
    expect(
      texts('sipProfile/sipCallFeatures/anonymousCallBlock', 'sipProfile/sipCallFeatures/callerIdBlocking'),
    ).toEqual(block)
    expect(keys[0]).toMatchObject({ callWaiting: waiting })
  },
)

it('the registrar stands in a line by its address for an 8.x load, as the call manager for a later one', async () => {
  const old = await made({ model: 'CP-7942G', phone: '    load: SIP42.8-5-4S' })
  const later = await made({ model: 'CP-7942G', phone: '    load: SIP42.9-2-1S' })
  expect([old.keys[0], later.keys[0]]).toMatchObject([{ proxy: '192.168.178.1' }, { proxy: 'USECALLMANAGER' }])
})

describe('the screen', () => {
  const HOURS = ['daysDisplayNotActive', 'displayOnTime', 'displayOnDuration', 'displayIdleTimeout'] as const
  it.each([
    ['', ['1,2,3,4,5,6,7', '00:00', '00:00', '01:00']],
    ['{ idle: 90 }', ['1,2,3,4,5,6,7', '00:00', '00:00', '01:30']],
    ['{ from: "07:00", to: "19:30" }', ['', '07:00', '12:30', '01:00']],
    ['{ from: "22:00", to: "06:00", days: [fri, sat], idle: 5 }', ['1,2,3,4,5', '22:00', '08:00', '00:05']],
  ])('is lit as %s says', async (display, expected) => {
    const { texts } = await made({ site: display && `display: ${display}` })
    expect(texts(...HOURS.map(name => `vendorConfig/${name}`))).toEqual(expected)
    const backlight = ['daysBacklightNotActive', 'backlightOnTime', 'backlightOnDuration', 'backlightIdleTimeout']
    expect(texts(...backlight.map(name => `vendorConfig/${name}`))).toEqual(expected)
  })
})

it('nobody reaches the phone over the network unless the site says so', async () => {
  const WAYS = ['vendorConfig/webAccess', 'vendorConfig/sshAccess', 'sshUserId']
  const closed = await made()
  expect(closed.texts(...WAYS)).toEqual(['1', '1', ''])
  const open = await made({ site: 'access: { web: true, ssh: { username: admin, password: { secret: ssh } } }' })
  expect(open.texts(...WAYS)).toEqual(['0', '0', 'admin'])
  expect(open.checked.problems.map(({ code }) => code)).toEqual(['site.web-open'])
  expect(open.checked.plan.secrets.map(({ name }) => name)).toEqual(['a', 'ssh'])
})

it('sockets, address translation and the way out are as the site says', async () => {
  const { texts } = await made({
    site: 'ports: { computer: false, computerInVoiceVlan: true, cdp: false, lldp: false }',
  })
  const PORTS = ['pcPort', 'voiceVlanAccess', 'enableCdpSwPort', 'enableLldpSwPort'].map(name => `vendorConfig/${name}`)
  expect(texts(...PORTS)).toEqual(['1', '1', '0', '0'])
  expect((await made()).texts(...PORTS)).toEqual(['0', '0', '1', '1'])
})

describe('soft keys', () => {
  it('are left to the phone unless the site says some', async () => {
    const { files, texts } = await made()
    expect(files.has('softkeys.xml')).toBe(false)
    expect(texts('sipProfile/softKeyFile')).toEqual([''])
  })

  it('are a file of every state, of which those that are not named keep the usual ones', async () => {
    const { file, texts } = await made({ site: 'softKeys: { connected: [EndCall, Undefined, Hold], digits: ["<<"] }' })
    expect(texts('sipProfile/softKeyFile')).toEqual(['softkeys.xml'])
    const sets = find(file('softkeys.xml'), 'softKeySets')?.children ?? []
    const keys = new Map(
      sets.map(set => [set.attributes.get('id'), set.children.map(key => key.attributes.get('keyID'))]),
    )
    expect(keys.get('Connected')).toEqual(['EndCall', 'Undefined', 'Hold'])
    expect(keys.get('Digits After First')).toEqual(['<<'])
    expect(keys.get('On Hook')).toContain('NewCall')
    expect(keys.size).toBe(12)
  })

  it('are a policy of features on a 9971, and a file only when the site says keys', async () => {
    const usual = await made({ model: 'CP-9971', site: 'features: { park: true, redial: false }' })
    expect(usual.texts('featurePolicyFile', 'vendorConfig/softkeyControl')).toEqual(['featurepolicy.xml', '0'])
    const enabled = usual
      .file('featurepolicy.xml')
      .children.filter(({ children }) => children.some(({ name, text }) => name === 'enable' && text === 'true'))
      .map(({ attributes }) => attributes.get('name'))
    expect(enabled).toContain('Park')
    expect(enabled).not.toContain('Redial')
    const keys = await made({ model: 'CP-9971', site: 'softKeys: { ring-in: [Answer] }' })
    expect(keys.texts('vendorConfig/softkeyControl', 'sipProfile/softKeyFile')).toEqual(['1', 'softkeys.xml'])
    expect((await made()).files.has('featurepolicy.xml')).toBe(false)
  })
})
