// SEP<MAC>.cnf.xml: the whole configuration of one phone with SIP firmware, root `device`. In any order inside.
import { devicePool, trustVerification } from './device-pool.ts'
import {
  FILE,
  filled,
  from,
  HOST,
  LOAD,
  LOCKABLE,
  type Node,
  node,
  number,
  orBlank,
  PORT,
  STAMP,
  TRUE_FALSE,
  text,
  type Value,
  values,
  ZERO_ONE,
} from './node.ts'
import { services } from './services.ts'
import { sipProfile } from './sip-profile.ts'
import { CALL_MANAGER, CHAN_SCCP, page, REFUSED, SAMPLE, WAZO } from './sources.ts'
import { vendorConfig } from './vendor-config.ts'
import { vpnGroup } from './vpn-group.ts'

const at = (anchor: string) => from(page('sepmac-cnf-xml', anchor))
const described = (name: string, content: Value, more = {}) => at(name)(name, content, more)
const sample = from(SAMPLE)

const IP_FAMILY = values({ 0: 'IPv4', 1: 'IPv6' })
const addressing = [
  at('ipAddresMode')('ipAddressMode', values({ 0: 'IPv4', 1: 'IPv6', 2: 'both' })),
  ...['allowAutoConfig', 'dadEnable'].map(name => described(name, TRUE_FALSE)),
  ...['redirectEnable', 'echoMultiEnable'].map(name => sample(name, TRUE_FALSE)),
  ...['ipPreferenceModeControl', 'ipMediaAddressFamilyPreference'].map(name => described(name, IP_FAMILY)),
]

const commonProfile = sample('commonProfile', [
  sample('phonePassword', text(64)),
  at('commonProfile.backgroundImageAccess')('backgroundImageAccess', TRUE_FALSE),
  at('commonProfile.callLogBlfEnabled')('callLogBlfEnabled', LOCKABLE),
])

const addOnModules = at('addOnModule')('addOnModules', [
  at('addOnModule')(
    'addOnModule',
    [
      at('addOnModule.deviceType')(
        'deviceType',
        values({ 7914: '', 7915: '', 7916: '', BEKEM: '', 'CP-8800-Audio': '', 'CP-8800-Video': '', CKEM: '' }),
      ),
      at('addOnModule.deviceLine')('deviceLine', number(1, 36)),
      at('addOnModule.loadInformation')('loadInformation', LOAD),
    ],
    { count: 'many', attributes: { idx: { value: number(1, 3), needed: true } } },
  ),
])

const locale = [
  at('userLocale.name')(
    'userLocale',
    [
      at('userLocale.name')('name', text()),
      node('uid', orBlank(number(0, 65_535)), `${SAMPLE}; ${CALL_MANAGER}`),
      sample('langCode', text(8, /^(?:[a-z]{2}(?:_[A-Z]{2})?)?$/, 'as de_DE')),
      at('userLocale.version')('version', text()),
      at('userLocale.winCharSet')('winCharSet', values({ 'utf-8': '', 'iso-8859-1': '' })),
    ],
    { needed: REFUSED },
  ),
  sample('networkLocale', text(), { needed: REFUSED }),
  at('networkLocale.name')('networkLocaleInfo', [
    at('networkLocale.name')('name', text()),
    node('uid', orBlank(number(0, 65_535)), `${WAZO}; ${CALL_MANAGER}`),
    node('langCode', text(), CHAN_SCCP),
    at('networkLocale.version')('version', text()),
  ]),
]

const signalling = [
  described('deviceSecurityMode', values({ 1: 'plain', 2: 'authenticated', 3: 'encrypted' })),
  ...['dscpForSCCPPhoneConfig', 'dscpForSCCPPhoneServices', 'dscpForCm2Dvce'].map(name =>
    node(name, number(0, 252), WAZO),
  ),
  // 4 stands in a third of the files in use and in no document: read, never written (field guide 6).
  described('transportLayerProtocol', values({ 1: 'TCP', 2: 'UDP', 3: 'TLS' }), { needed: REFUSED }),
  sample('TLSResumptionTimer', number(0, 86_400, 's')),
  described('phonePersonalization', ZERO_ONE),
  sample('autoCallPickupEnable', TRUE_FALSE),
  ...['blfAudibleAlertSettingOfIdleStation', 'blfAudibleAlertSettingOfBusyStation'].map(name =>
    described(name, ZERO_ONE),
  ),
  described('dndCallAlert', values({ 0: 'nothing', 1: 'flash', 5: 'beep' })),
  described('dndReminderTimer', number(0, 1440, 'min')),
  described('advertiseG722Codec', values({ 0: 'off', 1: 'on', 2: 'as the device' })),
  ...['rollover', 'joinAcrossLines'].map(name => sample(name, ZERO_ONE)),
]

const certificates = [
  node(
    'capfAuthMode',
    // The page begins at 1; files that call managers write have 0.
    values({ 0: '', 1: 'password', 2: 'empty password', 3: 'own certificate', 4: "maker's certificate" }),
    `${page('sepmac-cnf-xml', 'capfAuthMode')}; ${WAZO}`,
  ),
  at('capf')('capfList', [
    at('capf')('capf', [at('capf.phonePort')('phonePort', PORT), at('capf.processNodeName')('processNodeName', HOST)], {
      count: 'many',
    }),
  ]),
  sample('certHash', text()),
  sample('encrConfig', TRUE_FALSE),
  ...['userId', 'ownerId'].map(name => sample(name, text())),
]

export const device: Node = sample('device', [
  sample('fullConfig', TRUE_FALSE),
  sample('deviceProtocol', values({ SIP: '' }), { needed: REFUSED }),
  ...['sshUserId', 'sshPassword'].map(name => described(name, text())),
  ...addressing,
  devicePool,
  trustVerification,
  vpnGroup,
  sipProfile,
  described('featurePolicyFile', FILE, { families: ['99xx'] }),
  described('MissedCallLoggingOption', text(255, /^[01]*$/, 'a 0 or 1 for each line')),
  commonProfile,
  described('loadInformation', filled(63, /^[A-Za-z0-9._-]+$/, 'the name of a load'), { needed: REFUSED }),
  described('inactiveLoadInformation', LOAD, { families: ['88xx', '89xx', '99xx'] }),
  vendorConfig,
  addOnModules,
  sample('versionStamp', STAMP),
  ...locale,
  ...signalling,
  ...services,
  ...certificates,
])
