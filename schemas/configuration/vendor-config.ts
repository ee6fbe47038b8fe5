// `vendorConfig`: what a phone's buttons, sound, ports and remote access may do; its screen stands in `vendor-screen.ts`.
import {
  FILE,
  HOST,
  list,
  type Node,
  node,
  number,
  ONE_OFF,
  orBlank,
  TRUE_FALSE,
  text,
  URL,
  values,
  ZERO_ONE,
} from './node.ts'
import { CALL_MANAGER, CHAN_SCCP, FUSIONPBX, page, REFUSED, SAMPLE, WAZO } from './sources.ts'
import { vendorNode } from './vendor-node.ts'
import { vendorScreen } from './vendor-screen.ts'
import { vendorWireless } from './vendor-wireless.ts'

const DISABLES = values({ false: 'on', true: 'off' })
const VOLUME = number(0, 100, '%')
const wideband = ['handset', 'headset']

const sound = [
  ...['disableSpeaker', 'disableSpeakerAndHeadset'].map(name => vendorNode(name, DISABLES)),
  ...['enableMuteFeature', 'enableGroupListen'].map(name => vendorNode(name, TRUE_FALSE)),
  vendorNode('g722CodecSupport', values({ 0: 'as the device', 1: 'off', 2: 'on' })),
  ...wideband.map(name => node(`${name}WidebandEnable`, number(0, 2), SAMPLE)),
  ...wideband.map(name => node(`${name}WidebandUIControl`, number(0, 1), SAMPLE)),
  vendorNode('recordingTone', ZERO_ONE),
  ...['recordingToneLocalVolume', 'recordingToneRemoteVolume'].map(name => vendorNode(name, VOLUME)),
  node('recordingToneDuration', orBlank(number(0, 60_000, 'ms')), SAMPLE),
  vendorNode('minimumRingVolume', orBlank(number(0, 15))),
  vendorNode('adminConfigurableRinger', orBlank(values({ 0: 'off', 1: 'Sunrise (88xx)', 2: 'Chirp 1', 3: 'Chirp 2' }))),
  vendorNode('lowerYourVoiceAlert', ZERO_ONE, ['78xx', '88xx']),
  vendorNode('ehookEnable', ZERO_ONE),
]

const calls = [
  vendorNode('holdResumeKey', values({ 0: 'hold and resume', 1: 'hold' }), ['78xx', '88xx']),
  vendorNode('recentsSoftKey', ZERO_ONE, ['78xx']),
  vendorNode('moreKeyReversionTimer', number(0, 30, 's')),
  ...['autoSelectLineEnable', 'autoCallSelect'].map(name => vendorNode(name, ZERO_ONE)),
  node('joinAndDirectTransferPolicy', number(0, 3), SAMPLE),
  ...['simplifiedNewCall', 'actionableAlert'].map(name => vendorNode(name, ZERO_ONE, ['78xx', '88xx', '89xx', '99xx'])),
  // The page heads it softKeyControl but writes it so, as call managers do.
  node('softkeyControl', ZERO_ONE, `${page('sepmac-cnf-xml', 'vendorConfig.softkeyControl')}; ${CALL_MANAGER}`, {
    families: ['78xx', '88xx', '99xx'],
  }),
  vendorNode('lineMode', ZERO_ONE, ['78xx', '88xx']),
  vendorNode('callParkMonitor', ZERO_ONE, ['78xx', '88xx']),
  vendorNode('showCallHistoryForSelectedLine', ZERO_ONE),
  vendorNode('dialToneFromReleaseKey', ZERO_ONE),
  vendorNode('markCallAsSpam', ZERO_ONE, ['78xx', '88xx']),
]

const access = [
  // 2 in chan-sccp's annotated file: the settings of the person only.
  node(
    'settingsAccess',
    values({ 0: 'off', 1: 'on', 2: 'restricted' }),
    `${page('sepmac-cnf-xml', 'vendorConfig.settingsAccess')}; ${CHAN_SCCP}`,
  ),
  node(
    'webAccess',
    values({ 0: 'on', 1: 'off', 2: 'read only' }),
    `${page('sepmac-cnf-xml', 'vendorConfig.webAccess')}; ${CHAN_SCCP}`,
  ),
  vendorNode('webProtocol', values({ 0: 'HTTP and HTTPS', 1: 'HTTPS' })),
  vendorNode('tls12Only', ZERO_ONE),
  vendorNode('webAdmin', ZERO_ONE, ['88xx']),
  vendorNode('adminPassword', text(), ['88xx']),
  vendorNode('sshAccess', ONE_OFF),
  node('sshPort', number(1, 65_535), FUSIONPBX),
  node('loggingDisplay', number(0, 2), WAZO),
  vendorNode('disableTLSCiphers', list({ 1: '', 2: '', 3: '', 4: '', 5: '', 6: '', 7: '' })),
  vendorNode('eapAuthentication', values({ 0: 'by the person', 1: 'off', 2: 'on' })),
]

const network = [
  vendorNode('pcPort', ONE_OFF),
  vendorNode('spanToPCPort', ONE_OFF),
  // chan-sccp's annotated file has it the other way round: 0 is on.
  vendorNode('voiceVlanAccess', ZERO_ONE),
  node('garp', ZERO_ONE, `${SAMPLE}; ${CHAN_SCCP}`),
  ...['enableCdpSwPort', 'enableCdpPcPort', 'enableLldpSwPort', 'enableLldpPcPort', 'dfBit', 'powerNegotiation'].map(
    name => vendorNode(name, ZERO_ONE),
  ),
  vendorNode('cdpEnable', ZERO_ONE, ['88xx']),
  ...['rtcp', 'videoRtcp'].map(name => node(name, ZERO_ONE, SAMPLE)),
  vendorNode('detectCMConnectionFailure', values({ 0: 'normal', 1: 'delayed' })),
  vendorNode('peerFirmwareSharing', ZERO_ONE),
  vendorNode('loadServer', HOST),
  vendorNode('problemReportUploadURL', URL, ['78xx', '88xx']),
  vendorNode('defaultWallpaperFile', FILE, ['88xx', '89xx', '99xx']),
]

export const vendorConfig: Node = node(
  'vendorConfig',
  [...sound, ...calls, ...access, ...network, ...vendorScreen, ...vendorWireless],
  page('sepmac-cnf-xml', 'vendorConfig.disableSpeaker'),
  { needed: REFUSED },
)
