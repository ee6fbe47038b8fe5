// The mistakes that people report (field guide, phones 7), each found at its place, and never with what stands there.
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parseXml } from '../../agent/rehearsal/xml.ts'
import { readLooseXml } from '../../generator/import/tolerant-xml.ts'
import { faultsIn } from '../../test/configuration.ts'
import { device } from './device.ts'
import { dialTemplate } from './dial-template.ts'
import { describe as describeValue, faultsOf, fits, hasChildren } from './faults.ts'
import { featurePolicy } from './feature-policy.ts'
import { imageList } from './image-list.ts'
import { type Family, type Node, orBlank, PORT } from './node.ts'
import { ringList, widebandRingList } from './ring-list.ts'
import { softKeys } from './soft-keys.ts'
import { xmlDefault } from './xml-default.ts'

const GOOD = readFileSync(new URL('../../test/golden/home/SEP001D450001A0.cnf.xml', import.meta.url), 'utf8')
  .replaceAll(/\{secret:[^}]*\}/g, 'geheim')
  .replace('{load}', 'SIP75.9-4-2SR3-1S')
const faultsOfFile = (file: string, text: string, family?: Family) =>
  faultsIn(file, new TextEncoder().encode(text), family)
const faults = (text: string, family: Family = '79xx') => faultsOfFile('SEP001D450001A0.cnf.xml', text, family)
const LINE = 'device/sipProfile/sipLines/line'

test('a good file has no faults, whoever read it', () => {
  expect(faults(GOOD)).toEqual([])
  const { root } = readLooseXml(GOOD)
  expect(root && faultsOf(root, device, '79xx')).toEqual([])
})

describe('a mistake in a configuration', () => {
  const long = (length: number) => 'x'.repeat(length)
  test.each<[string, string | RegExp, string, string]>([
    ['a misspelt node', /(<\/?)webAccess>/g, '$1webAcess>', 'unknown device/vendorConfig/webAcess'],
    ['a node in another case', /(<\/?)natEnabled>/g, '$1NatEnabled>', 'unknown device/sipProfile/NatEnabled'],
    ['a node at another place', '<fullConfig>true', '<kpml>0</kpml><fullConfig>true', 'unknown device/kpml'],
    ['a node twice', '<encrConfig>', '<encrConfig>true</encrConfig><encrConfig>', 'twice device/encrConfig'],
    [
      'the undocumented transport',
      /<transportLayerProtocol>\d/,
      '<transportLayerProtocol>4',
      'value device/transportLayerProtocol',
    ],
    ['a word for a number', '<kpml>3', '<kpml>three', 'value device/sipProfile/kpml'],
    ['a number with a sign', '<dtmfAvtPayload>101', '<dtmfAvtPayload>+101', 'value device/sipProfile/dtmfAvtPayload'],
    ['an unknown time zone', /<timeZone>[^<]*/, '<timeZone>Europe/Berlin', 'value device/devicePool/dateTimeSetting/t'],
    ['another order of the date', /<dateTemplate>[^<]*/, '<dateTemplate>Y/M/D', 'value device/devicePool/dateTimeSet'],
    ['a long label', /<featureLabel>[^<]*/, `<featureLabel>${long(31)}`, `value ${LINE}[1]/featureLabel`],
    ['a long phone label', /<phoneLabel>[^<]*/, `<phoneLabel>${long(13)}`, 'value device/sipProfile/phoneLabel'],
    ['a phone label with a blank', /<phoneLabel>[^<]*/, '<phoneLabel>a b', 'value device/sipProfile/phoneLabel'],
    ['a long URL', '<servicesURL>', `<servicesURL>http://${long(250)}`, 'value device/servicesURL'],
    [
      'a long registrar',
      /<processNodeName>[^<]*/,
      `<processNodeName>${long(51)}`,
      'value device/devicePool/callManagerGroup/members/member[1]/callManager/processNodeName',
    ],
    ['no registrar', /<processNodeName>.*\n/, '', 'missing device/devicePool/callManagerGroup/members/member[1]/call'],
    ['a line without name', / *<name>line\d.*\n/i, '', `missing ${LINE}[1]/name`],
    ['a line with an empty name', /<name>line\d*/i, '<name>', `missing ${LINE}[1]/name`],
    ['a line without port', / *<port>.*\n/, '', `missing ${LINE}[1]/port`],
    ['a line without password', /<authPassword>[^<]*/, '<authPassword>', `missing ${LINE}[1]/authPassword`],
    ['a first line without credentials', / *<auth(?:Name|Password)>.*\n/g, '', `missing ${LINE}[1]/authName`],
    ['a button twice', 'button="2"', 'button="1"', `twice ${LINE}[2]@button`],
    ['a line twice', 'lineIndex="2"', 'lineIndex="1"', `twice ${LINE}[2]@lineIndex`],
    ['a line without index', ' lineIndex="1"', '', `attribute-missing ${LINE}[1]@lineIndex`],
    ['a key on no button', 'button="3"', '', `attribute-missing ${LINE}[3]@button`],
    ['a button that is no number', 'button="3"', 'button="three"', `attribute-value ${LINE}[3]@button`],
    ['an unknown attribute', 'button="3"', 'button="3" key="3"', `attribute-unknown ${LINE}[3]@key`],
    ['an unknown feature', '<featureID>2<', '<featureID>99<', `value ${LINE}[3]/featureID`],
    ['a speed dial without number', / *<speedDialNumber>.*\n/, '', `missing ${LINE}[3]/speedDialNumber`],
    ['a service without page', '<featureID>2<', '<featureID>20<', `missing ${LINE}[3]/serviceURI`],
    ['no line at all', /<featureID>9</g, '<featureID>2<', `missing ${LINE} (one with featureID 9)`],
    ['no vendor part', /<vendorConfig>[\s\S]*<\/vendorConfig>/, '', 'missing device/vendorConfig'],
    ['another protocol', '<deviceProtocol>SIP', '<deviceProtocol>SCCP', 'value device/deviceProtocol'],
    ['a load with its suffix and a path', 'SIP75.9-4-2SR3-1S', '../SIP75.loads', 'value device/loadInformation'],
    ['text between nodes', '<fullConfig>', 'true<fullConfig>', 'text device'],
  ])('is found: %s', (_, from, to, fault) => {
    const text = GOOD.replace(from, to)
    expect(text).not.toBe(GOOD)
    expect(faults(text).join('\n')).toContain(fault)
  })

  it('is told without what stands there, were it inside a password', () => {
    const broken = [
      GOOD.replace(/<authPassword>[^<]*/, `<authPassword>${'geheim'.repeat(6)}`),
      GOOD.replace(/<authPassword>[^<]*/, '<authPassword>ge<geheim>x</geheim>'),
      GOOD.replace(/<sipPort>[^<]*/, '<sipPort>geheim'),
      GOOD.replace(/button="3"/, 'button="geheim"'),
    ]
    for (const text of broken) {
      expect(faults(text).length).toBeGreaterThan(0)
      expect(faults(text).join()).not.toContain('geheim')
    }
  })

  it('may be one for some families of phones only', () => {
    const blank = GOOD.replace(/<phoneLabel>[^<]*/, '<phoneLabel>a b')
    expect(faults(blank, '88xx').join()).not.toContain('phoneLabel')
    const found = faults(GOOD, '78xx').join('\n')
    // 2 and 3 mean something on a 79xx; these know 0 and 1.
    for (const node of ['anonymousCallBlock', 'callerIdBlocking', 'line[1]/callWaiting']) expect(found).toContain(node)
    expect(faultsOf(parseXml(new TextEncoder().encode(GOOD)), device)).toEqual([])
  })
})

describe('a mistake in another file', () => {
  const SOFT_KEY = `<softKeyCfg><typeSoftKey><softKeyDef keyID="Redial"><tag>1</tag><eventID>1</eventID><helpID>301</helpID>
    </softKeyDef></typeSoftKey><softKeySets><softKeySet id="On Hook"><softKey keyID="NewCall"/><softKey keyID="Redial"/>
    </softKeySet></softKeySets></softKeyCfg>`
  const POLICY = '<featurePolicy><featureDef name="Park"><id>2</id><enable>true</enable></featureDef></featurePolicy>'
  const RING =
    '<CiscoIPPhoneRingList><Ring><DisplayName>A</DisplayName><FileName>a.raw</FileName></Ring></CiscoIPPhoneRingList>'
  const IMAGES = `<CiscoIPPhoneImageList><ImageItem Image="TFTP:Desktops/320x196x4/a-small.png"
    URL="TFTP:Desktops/320x196x4/a.png"/></CiscoIPPhoneImageList>`
  const PLAN = '<dialTemplate><TEMPLATE match="\\*\\*..." timeout="1"/></dialTemplate>'
  const DEFAULT = `<Default><callManagerGroup><members><member priority="0"><callManager><ports/>
    <processNodeName>192.168.178.1</processNodeName></callManager></member></members></callManagerGroup>
    <loadInformation437 model="Cisco 7975">SIP75.9-4-2SR3-1S</loadInformation437></Default>`

  test.each<[string, string, string, string, string]>([
    ['softkeys.xml', SOFT_KEY, 'keyID="Redial"/', 'keyID="Resume"/', 'attribute-value softKeyCfg/softKeySets'],
    ['softkeys.xml', SOFT_KEY, 'keyID="NewCall"/', 'keyID="DND"/', 'missing softKeyCfg/softKeySets/softKeySet[1]'],
    ['softkeys.xml', SOFT_KEY, '<tag>1', '<tag>2', 'value softKeyCfg/typeSoftKey/softKeyDef[1]/tag (1)'],
    ['softkeys.xml', SOFT_KEY, '<softKey ', `${'<softKey keyID="DND"/>'.repeat(16)}<softKey `, 'many softKeyCfg/'],
    ['softkeys.xml', SOFT_KEY, 'On Hook', 'Ringing', 'attribute-value softKeyCfg/softKeySets/softKeySet[1]@id'],
    ['policy.xml', POLICY, '<id>2', '<id>17', 'value featurePolicy/featureDef[1]/id'],
    ['policy.xml', POLICY, '<id>2', '<id>3', 'attribute-value featurePolicy/featureDef[1]@name (Divert (Alerting))'],
    ['RINGLIST.XML', RING, 'a.raw', 'a.wav', 'value CiscoIPPhoneRingList/Ring[1]/FileName'],
    ['Ringlist-wb.xml', RING.replace('.raw', '.rwb'), 'a.rwb', 'a.raw', 'value CiscoIPPhoneRingList/Ring[1]/FileName'],
    ['RINGLIST.XML', RING, '>A<', `>${'A'.repeat(26)}<`, 'value CiscoIPPhoneRingList/Ring[1]/DisplayName'],
    ['Desktops/320x196x4/List.xml', IMAGES, 'URL="TFTP:', 'URL="http:', 'attribute-value CiscoIPPhoneImageList/Im'],
    ['dialplan.xml', PLAN, '\\*\\*...', '[1-9]*', 'attribute-value dialTemplate/TEMPLATE[1]@match'],
    [
      'dialplan.xml',
      PLAN.replaceAll('dialTemplate', 'DIALTEMPLATE'),
      '"1"',
      '"-1"',
      'attribute-value DIALTEMPLATE/TEMP',
    ],
    ['dialplan.xml', PLAN, 'TEMPLATE', 'template', 'unknown dialTemplate/template'],
    ['XMLDefault.cnf.xml', DEFAULT, '<ports/>', '', 'missing Default/callManagerGroup/members/member[1]/callManager/p'],
    ['XMLDefault.cnf.xml', DEFAULT, 'loadInformation437', 'loadInformation', 'unknown Default/loadInformation'],
  ])('%s is found: %#', (file, good, from, to, fault) => {
    expect(faultsOfFile(file, good)).toEqual([])
    const text = good.replaceAll(from, to)
    expect(text).not.toBe(good)
    expect(faultsOfFile(file, text).join('\n')).toContain(fault)
  })

  it('has another root than it should', () => {
    expect(faultsOfFile('XMLDefault.cnf.xml', '<device/>')).toEqual(['root Default'])
    expect(() => faultsOfFile('other.xml', '<other/>')).toThrow('no format')
  })
})

describe('the format', () => {
  const FORMATS = { device, xmlDefault, dialTemplate, softKeys, featurePolicy, ringList, widebandRingList, imageList }
  const all = (node: Node): Node[] => [node, ...(hasChildren(node.content) ? node.content.flatMap(all) : [])]

  test.each(Object.entries(FORMATS))('%s names a source for every node, and no node twice', (_, format) => {
    for (const node of all(format)) {
      expect(node.source, node.name).toMatch(/\w{5,}/)
      if (hasChildren(node.content)) {
        const names = node.content.map(({ name }) => name)
        expect(new Set(names).size, node.name).toBe(names.length)
      } else expect(describeValue(node.content), node.name).not.toBe('')
    }
  })

  it('lets a number be empty only where it may', () => {
    expect([fits('', PORT), fits('', orBlank(PORT)), fits('0', orBlank(PORT)), fits('65535', PORT)]).toEqual([
      false,
      true,
      false,
      true,
    ])
  })
})
