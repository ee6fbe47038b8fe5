// What a phone gets, read back by a strict reader that the generator does not share.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkSipConfig, readConfig } from '../agent/rehearsal/config-check.ts'
import { find, parseXml } from '../agent/rehearsal/xml.ts'
import { dialPlan } from '../generator/files/dial-plan.ts'
import { element, escapeXml, writeXml } from '../generator/files/xml.ts'
import { built, served } from './build.ts'

const EXAMPLE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
/** What a phone gets of the example: every hole filled. */
async function configOf(text: string): Promise<ReturnType<typeof parseXml>> {
  const made = await built(text)
  const [phone] = made.plan.phones
  if (!phone) throw new Error('no phone')
  return parseXml(served(made, phone, secret => `&<"'>${secret}`))
}

/**
 * The nodes of a SIP profile that the field guide names or that every working file in it has (phones 3, 5, 8): a phone
 * drops a file silently that lacks the wrong one of them.
 */
const NODES = `
fullConfig deviceProtocol sshUserId sshPassword devicePool/dateTimeSetting/dateTemplate devicePool/dateTimeSetting/timeZone
devicePool/dateTimeSetting/ntps/ntp/name devicePool/dateTimeSetting/ntps/ntp/ntpMode
devicePool/callManagerGroup/members/member/callManager/ports/ethernetPhonePort
devicePool/callManagerGroup/members/member/callManager/ports/sipPort
devicePool/callManagerGroup/members/member/callManager/ports/securedSipPort
devicePool/callManagerGroup/members/member/callManager/processNodeName
sipProfile/sipProxies/backupProxy sipProfile/sipProxies/emergencyProxy sipProfile/sipProxies/outboundProxy
sipProfile/sipProxies/registerWithProxy sipProfile/sipCallFeatures/cnfJoinEnabled sipProfile/sipCallFeatures/rfc2543Hold
sipProfile/sipCallFeatures/callHoldRingback sipProfile/sipCallFeatures/localCfwdEnable
sipProfile/sipCallFeatures/semiAttendedTransfer sipProfile/sipCallFeatures/anonymousCallBlock
sipProfile/sipCallFeatures/callerIdBlocking sipProfile/sipCallFeatures/dndControl sipProfile/sipCallFeatures/remoteCcEnable
sipProfile/sipStack/sipInviteRetx sipProfile/sipStack/sipRetx sipProfile/sipStack/timerInviteExpires
sipProfile/sipStack/timerRegisterExpires sipProfile/sipStack/timerRegisterDelta sipProfile/sipStack/timerKeepAliveExpires
sipProfile/sipStack/timerSubscribeExpires sipProfile/sipStack/timerSubscribeDelta sipProfile/sipStack/timerT1
sipProfile/sipStack/timerT2 sipProfile/sipStack/maxRedirects sipProfile/sipStack/remotePartyID sipProfile/sipStack/userInfo
sipProfile/autoAnswerTimer sipProfile/transferOnhookEnabled sipProfile/enableVad sipProfile/preferredCodec
sipProfile/dtmfAvtPayload sipProfile/dtmfDbLevel sipProfile/dtmfOutofBand sipProfile/kpml sipProfile/phoneLabel
sipProfile/stutterMsgWaiting sipProfile/callStats sipProfile/startMediaPort sipProfile/stopMediaPort sipProfile/natEnabled
sipProfile/natAddress sipProfile/sipLines/line/featureID sipProfile/sipLines/line/featureLabel sipProfile/sipLines/line/proxy
sipProfile/sipLines/line/port sipProfile/sipLines/line/name sipProfile/sipLines/line/displayName
sipProfile/sipLines/line/autoAnswer/autoAnswerEnabled sipProfile/sipLines/line/callWaiting sipProfile/sipLines/line/authName
sipProfile/sipLines/line/authPassword sipProfile/sipLines/line/contact sipProfile/sipLines/line/sharedLine
sipProfile/sipLines/line/messageWaitingLampPolicy sipProfile/sipLines/line/messagesNumber
sipProfile/sipLines/line/ringSettingIdle sipProfile/sipLines/line/ringSettingActive
sipProfile/sipLines/line/forwardCallInfoDisplay/callerName sipProfile/voipControlPort sipProfile/dscpForAudio
sipProfile/ringSettingBusyStationPolicy sipProfile/dialTemplate sipProfile/softKeyFile commonProfile/phonePassword
commonProfile/backgroundImageAccess commonProfile/callLogBlfEnabled loadInformation vendorConfig/settingsAccess
vendorConfig/webAccess versionStamp userLocale/name userLocale/langCode networkLocale networkLocaleInfo/name
deviceSecurityMode authenticationURL directoryURL idleURL informationURL messagesURL proxyServerURL servicesURL
dscpForSCCPPhoneConfig dscpForCm2Dvce transportLayerProtocol capfAuthMode capfList/capf/phonePort certHash encrConfig
`
  .trim()
  .split(/\s+/)

describe('the configuration of a CP-7975G', () => {
  let device: ReturnType<typeof parseXml>
  beforeAll(async () => {
    device = await configOf(EXAMPLE)
  })
  const at = (path: string) => find(device, ...path.split('/'))?.text

  it.each(NODES)('has %s', path => {
    expect(find(device, ...path.split('/'))).toBeDefined()
  })

  it('is what the virtual phone takes', async () => {
    const { files } = await built(EXAMPLE)
    const file = files.get('files/SEP001D452D2BF0.cnf.xml')
    expect(() => checkSipConfig('x', readConfig('x', file?.bytes ?? new Uint8Array(), ['device']))).toThrow(
      'authPassword',
    )
    expect(checkSipConfig('x', device)).toMatchObject({
      registrar: '192.168.178.1',
      lines: ['Line1', 'Line2'],
      label: 'Buero',
    })
  })

  it('registers by UDP at the registrar, as it worked at a Fritz!Box (field guide 5.1)', () => {
    const values = {
      transportLayerProtocol: '2',
      'sipProfile/sipProxies/registerWithProxy': 'true',
      'sipProfile/natEnabled': 'false',
      'sipProfile/sipLines/line/proxy': 'USECALLMANAGER',
      'sipProfile/sipLines/line/port': '5060',
      'sipProfile/sipLines/line/messagesNumber': '**600',
      'devicePool/dateTimeSetting/dateTemplate': 'D.M.YY',
      'devicePool/dateTimeSetting/timeZone': 'W. Europe Standard/Daylight Time',
      'devicePool/dateTimeSetting/ntps/ntp/name': '192.168.178.1',
      'userLocale/name': 'German_Germany',
      networkLocale: 'Germany',
      advertiseG722Codec: '1',
    }
    for (const [path, value] of Object.entries(values)) expect(at(path), path).toBe(value)
    const line = find(device, 'sipProfile', 'sipLines', 'line')
    expect(line && find(line, 'name')?.text).toBe(line && find(line, 'authName')?.text)
    expect(line && find(line, 'authPassword')?.text).toBe(`&<"'>line1`)
  })

  it('has up to eight lines and speed dials, each on its own key', async () => {
    const lines = Array.from(
      { length: 5 },
      (_, i) => `      - { username: u${i}, password: { secret: s${i} } }\n`,
    ).join('')
    const keys =
      '    keys: [{ dial: "**600", label: A }, { dial: "112", label: B, position: 8 }, { dial: "**1", label: C }]\n'
    const { files } = await built(EXAMPLE.replace(/ {4}lines:[\s\S]*/, `    lines:\n${lines}${keys}`))
    const root = parseXml(files.get('files/SEP001D452D2BF0.cnf.xml')?.bytes ?? new Uint8Array())
    const buttons = find(root, 'sipProfile', 'sipLines')?.children.map(line => [
      line.attributes.get('button'),
      find(line, 'featureID')?.text,
      find(line, 'speedDialNumber')?.text,
    ])
    expect(buttons).toEqual([
      ...['1', '2', '3', '4', '5'].map(button => [button, '9', undefined]),
      ['6', '2', '**600'],
      ['7', '2', '**1'],
      ['8', '2', '112'],
    ])
  })
})

describe('what a person writes', () => {
  const NASTY = [
    'a & b',
    '</featureLabel><x/>',
    ']]>',
    '"\'<!--',
    '&amp;',
    '<![CDATA[',
    'ÄÖÜß é',
    '%s $& $1',
    '-- --',
    '中文',
  ]

  it.each(NASTY)('arrives on the screen as it is: %s', async text => {
    const site = EXAMPLE.replace('label: Line 1', () => `label: ${JSON.stringify(text)}`).replace(
      'label: Anrufbeantworter',
      () => `label: ${JSON.stringify(text)}`,
    )
    const lines = find(await configOf(site), 'sipProfile', 'sipLines')?.children ?? []
    expect(lines[0] && find(lines[0], 'featureLabel')?.text).toBe(text)
    expect(lines[2] && find(lines[2], 'featureLabel')?.text).toBe(text)
  })

  it('is escaped whatever it is made of, in text and attributes, so that a strict reader gives it back', () => {
    const alphabet = [
      '&',
      '<',
      '>',
      '"',
      "'",
      ']',
      '[',
      '!',
      '-',
      '?',
      '/',
      ';',
      '#',
      'a',
      ' ',
      '\t',
      '\n',
      '\r',
      'ü',
      '😀',
      '\u2028',
    ]
    let seed = 1
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed
    }
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: random() % 12 }, () => alphabet[random() % alphabet.length]).join('')
      const { bytes } = writeXml('files/x.xml', element('a', [element('b', text, { c: text })]))
      const b = find(parseXml(bytes), 'b')
      expect(b?.text).toBe(text)
      expect(b?.attributes.get('c')).toBe(text)
    }
  })

  it('loses what XML cannot say', () => {
    expect(escapeXml('a\u0000b\u0008c\ufffed\ud800e')).toBe('abcde')
  })
})

describe('the other files', () => {
  it('are well-formed and fit on the phone', async () => {
    const { plan, files } = await built(EXAMPLE)
    for (const [path, { bytes }] of files) if (/xml$/i.test(path)) expect(() => parseXml(bytes), path).not.toThrow()
    const [shared] = plan.dialPlans
    if (!shared) throw new Error('no dial plan')
    const rules = parseXml(dialPlan(shared).bytes).children.map(({ attributes }) => attributes.get('match'))
    expect(rules).toContain('\\*\\*...')
    // Ranges are not among the characters that the phone documents (field guide 5.3).
    expect(rules.join('')).not.toMatch(/[[\]]/)
  })

  it('name the load for a phone that has no configuration yet', async () => {
    const { files } = await built(EXAMPLE)
    const root = parseXml(files.get('files/XMLDefault.cnf.xml')?.bytes ?? new Uint8Array())
    expect(find(root, 'loadInformation437')?.text).toBe('SIP75.9-4-2SR3-1S')
    expect(find(root, 'callManagerGroup', 'members', 'member', 'callManager', 'processNodeName')?.text).toBe(
      '192.168.178.1',
    )
  })
})
