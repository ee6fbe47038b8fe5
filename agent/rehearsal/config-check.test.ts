import { describe, expect, test } from 'vitest'
import { checkSipConfig, defaultLoad, readConfig, wantedLoad } from './config-check.ts'
import { PhoneError } from './error.ts'

const FILE = 'SEP001D452D2BF0.cnf.xml'
const GOOD = `<?xml version="1.0" encoding="UTF-8"?>
<device>
  <deviceProtocol>SIP</deviceProtocol>
  <devicePool>
    <dateTimeSetting><dateTemplate>D.M.YY</dateTemplate><timeZone>W. Europe Standard/Daylight Time</timeZone></dateTimeSetting>
    <callManagerGroup><members><member priority="0"><callManager>
      <ports><sipPort>5060</sipPort></ports><processNodeName>192.168.178.1</processNodeName>
    </callManager></member></members></callManagerGroup>
  </devicePool>
  <vendorConfig><webAccess>1</webAccess></vendorConfig>
  <loadInformation>SIP75.9-4-2SR3-1S</loadInformation>
  <userLocale><name>German_Germany</name></userLocale>
  <networkLocale>Germany</networkLocale>
  <transportLayerProtocol>2</transportLayerProtocol>
  <sipProfile>
    <sipProxies/><sipCallFeatures/><sipStack/>
    <sipLines>
      <line button="1"><featureID>9</featureID><proxy>USECALLMANAGER</proxy><port>5060</port>
        <name>Line1</name><authName>Line1</authName><authPassword>geheim1</authPassword></line>
      <line button="2"><featureID>9</featureID><proxy>USECALLMANAGER</proxy><port>5060</port>
        <name>Line2</name><authName>Line2</authName><authPassword>geheim2</authPassword></line>
      <line button="3"><featureID>2</featureID><speedDialNumber>**600</speedDialNumber></line>
    </sipLines>
    <phoneLabel>Buero</phoneLabel><dialTemplate>dialplan.xml</dialTemplate><softKeyFile></softKeyFile>
  </sipProfile>
</device>
`
const read = (text: string) => readConfig(FILE, new TextEncoder().encode(text), ['device'])
const check = (text: string) => checkSipConfig(FILE, read(text))

function refusal(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof PhoneError && error.code === 'phone.bad-config') return error.detail
    throw error
  }
  return 'no refusal'
}
/** The good file with one change; the text to be changed must stand there. */
function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`not in the file: ${from}`)
  return GOOD.replace(from, to)
}

describe('a SIP load', () => {
  test('takes a complete configuration, with all that it names', () => {
    expect(check(GOOD)).toEqual({
      label: 'Buero',
      registrar: '192.168.178.1',
      lines: ['Line1', 'Line2'],
      userLocale: 'German_Germany',
      networkLocale: 'Germany',
      dialTemplate: 'dialplan.xml',
      softKeyFile: '',
    })
    expect(wantedLoad(FILE, read(GOOD))).toBe('SIP75.9-4-2SR3-1S')
  })

  test('takes one without dial plan and soft keys, and with empty locales', () => {
    const plain = GOOD.replace('<dialTemplate>dialplan.xml</dialTemplate><softKeyFile></softKeyFile>', '')
      .replace('<name>German_Germany</name>', '')
      .replace('Germany</networkLocale>', '</networkLocale>')
    expect(check(plain)).toMatchObject({ dialTemplate: '', softKeyFile: '', userLocale: '', networkLocale: '' })
  })

  test('takes a key on the third module beside it', () => {
    expect(() => check(changed('button="3"', 'button="114"'))).not.toThrow()
  })

  test.each([
    ['another protocol', '<deviceProtocol>SIP', '<deviceProtocol>SCCP', 'deviceProtocol'],
    ['no time setting', /<dateTimeSetting>.*<\/dateTimeSetting>/, '', 'devicePool/dateTimeSetting'],
    ['no time zone', 'W. Europe Standard/Daylight Time', '', 'timeZone'],
    ['no call manager', /<member [\s\S]*<\/member>/, '', 'member'],
    ['a call manager without host', '192.168.178.1', ' ', 'processNodeName'],
    ['no vendor part', /<vendorConfig>.*<\/vendorConfig>/, '', 'vendorConfig'],
    ['no user locale', /<userLocale>.*<\/userLocale>/, '', 'userLocale'],
    ['no network locale', /<networkLocale>.*<\/networkLocale>/, '', 'networkLocale'],
    ['no transport', /<transportLayerProtocol>.*<\/transportLayerProtocol>/, '', 'transportLayerProtocol'],
    ['an unknown transport', '<transportLayerProtocol>2', '<transportLayerProtocol>UDP', 'transportLayerProtocol'],
    ['no proxies', '<sipProxies/>', '', 'sipProfile/sipProxies'],
    ['no call features', '<sipCallFeatures/>', '', 'sipProfile/sipCallFeatures'],
    ['no stack', '<sipStack/>', '', 'sipProfile/sipStack'],
    ['no lines', /<sipLines>[\s\S]*<\/sipLines>/, '<sipLines/>', 'featureID 9'],
    ['no profile', /<sipProfile>[\s\S]*<\/sipProfile>/, '', 'sipProfile'],
    ['speed dials only', /<featureID>9/g, '<featureID>2', 'featureID 9'],
    ['a line without user', '<name>Line2</name>', '', 'line 2: name'],
    ['a line without credential', '<authName>Line2</authName>', '<authName></authName>', 'line 2: authName'],
    ['a hole that nobody filled', 'geheim2', '', 'line 2: authPassword'],
    ['a line without proxy', '<proxy>USECALLMANAGER</proxy>', '', 'line 1: proxy'],
    ['a line without port', '<port>5060</port>', '', 'line 1: port'],
    ['a port that is none', '<port>5060</port>', '<port>70000</port>', 'line 1: port'],
    ['two lines on one key', 'button="2"', 'button="1"', 'button 1 twice'],
    ['a line on no key', 'button="2"', '', 'without button'],
  ])('refuses %s', (_, from, to, reason) => {
    const text = GOOD.replace(from, to)
    expect(text).not.toBe(GOOD)
    expect(refusal(() => check(text))).toContain(reason)
  })

  test('never repeats a password when it refuses', () => {
    const broken = [
      changed('geheim1</authPassword>', 'geheim1&</authPassword>'),
      changed('geheim1</authPassword>', 'ge<geheim1></authPassword>'),
      changed('<name>Line1</name>', ''),
    ]
    for (const text of broken) {
      const reason = refusal(() => check(text))
      expect(reason).not.toBe('no refusal')
      expect(reason).not.toContain('geheim')
    }
  })
})

describe('any load', () => {
  test('refuses what is not well-formed, with the line', () => {
    expect(refusal(() => read(changed('</devicePool>', '')))).toMatch(/line \d+: /)
    expect(refusal(() => read('<Default/>'))).toContain('another root than device')
  })

  test('refuses a configuration without a load', () => {
    expect(refusal(() => wantedLoad(FILE, read(changed('SIP75.9-4-2SR3-1S', ''))))).toContain('loadInformation')
    expect(refusal(() => wantedLoad(FILE, read(changed('SIP75.9-4-2SR3-1S', '../x'))))).toContain('loadInformation')
    expect(refusal(() => wantedLoad(FILE, read('<device/>')))).toContain('no loadInformation')
  })

  test('finds the load for its model in the general file', () => {
    const root = readConfig(
      'XMLDefault.cnf.xml',
      new TextEncoder().encode(
        `<Default><loadInformation436 model="Cisco 7965">SIP45.x</loadInformation436>
         <loadInformation437 model="Cisco 7975">SIP75.9-4-2SR3-1S</loadInformation437></Default>`,
      ),
      ['Default'],
    )
    expect(defaultLoad(root, 'CP-7975G')).toBe('SIP75.9-4-2SR3-1S')
    expect(defaultLoad(root, 'CP-7942G')).toBeUndefined()
  })
})
