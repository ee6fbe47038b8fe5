// What the plan doubts about a registrar, and what it does not: a warning that is always there is read by nobody.
import { describe, expect, it } from 'vitest'
import { check } from '../generate.ts'

const LINE = 'lines: [{ username: "100", password: { secret: a } }]'

async function codes(site: Record<string, string>) {
  const { address = '10.0.0.5', kind = 'freeswitch', with: rest = '', network = 'ntp: [10.0.0.1]' } = site
  const { phones = `${LINE} }`, more = '' } = site
  const text = `site: test
preset: fritzbox-de
registrar: { address: ${address}, kind: ${kind}, ${rest} }
network: { agent: 10.0.0.2/24, leases: 10.0.0.100-10.0.0.120, ${network} }
${more}
phones:
  - { model: CP-7975G, mac: 00:1D:45:00:00:01, ${phones}
`
  return (await check({ text, lang: 'en' })).problems.map(({ code }) => code)
}
const twoPhones = (one: string, other: string) => `${one} }\n  - { model: CP-7975G, mac: 00:1D:45:00:00:02, ${other} }`

it.each<[string, Record<string, string>, string[]]>([
  ['with a time server', {}, []],
  ['that keeps the time itself', { kind: 'fritzbox', network: 'ntp: []' }, []],
  ['and nobody who tells the time', { network: 'ntp: []' }, ['site.ntp']],
  ['next door, with translation', { with: 'nat: true' }, ['site.nat']],
  ['behind a router, with translation', { address: '10.9.0.5', with: 'nat: true' }, ['site.registrar-network']],
  ['by name, which nobody looks up', { address: 'sip.example.org' }, ['site.dns']],
  ['by name, with a DNS server', { address: 'sip.example.org', network: 'ntp: [10.0.0.1], dns: [10.0.0.1]' }, []],
  ['with chan_sip at its port', { kind: 'asterisk-chan-sip', with: 'port: 5160' }, []],
  ['with chan_pjsip at the port of chan_sip', { kind: 'asterisk-pjsip', with: 'port: 5160' }, ['site.port-driver']],
  ['that makes no passwords of its own', { kind: 'asterisk-pjsip' }, []],
])('a registrar %s', async (_, site, expected) => {
  expect(await codes(site)).toEqual(expected)
})

describe('a user name', () => {
  const INTERCOM = 'keys: [{ intercom: { username: door } }]'
  it.each([
    ['of two phones is one too many where one phone is kept', 'fritzbox', twoPhones(LINE, LINE), '', true],
    ['of two phones is fine where several are kept', 'freeswitch', twoPhones(LINE, LINE), '', false],
    ['of two phones is fine when they differ', 'fritzbox', twoPhones(LINE, LINE.replace('100', '101')), '', false],
    [
      'of an intercom on every phone is one too many',
      'fritzbox',
      twoPhones(LINE, LINE.replace('100', '101')),
      INTERCOM,
      true,
    ],
    ['of an intercom on the only phone is fine', 'fritzbox', `${LINE} }`, INTERCOM, false],
  ])('%s', async (_, kind, phones, more, doubted) => {
    const found = await codes({ kind, phones, more })
    expect(found.filter(code => code === 'site.line-twice')).toHaveLength(doubted ? 1 : 0)
  })
})
