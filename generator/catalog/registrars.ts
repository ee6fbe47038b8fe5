// What a phone registers at: what each kind of registrar wants to see, what works there and what does not, as data.
import type { SecretLimits } from '../../schemas/secret.ts'

type Words = { en: string; de: string }

export interface Registrar {
  kind: string
  /** For people. */
  name: string
  port: number
  transport: 'udp' | 'tcp'
  /** Whether it refuses a line whose name for authentication is not its user name. */
  oneName: boolean
  /** Whether it answers as a time server at its own address. */
  keepsTime: boolean
  /** Whether incoming calls were lost on UDP. */
  losesCallsOnUdp: boolean
  /** Whether the lamps of keys for other lines work: `patched` only with the changed Asterisk of usecallmanager. */
  lamps: 'yes' | 'patched' | 'no'
  /** What the messages key dials there unless the site says another; undefined where nothing is known. */
  messagesNumber?: string
  /** What a person sets up there, which the README of a bundle shows; undefined where nothing reliable is known. */
  setup?: 'fritzbox' | 'pjsip' | 'chan-sip' | 'freeswitch'
  /** What will not work there, honestly. */
  without: readonly Words[]
  certainty: 'C' | 'L' | 'U'
  source: string
}

const NO_BLF: Words = {
  en: 'no lamps for other lines (BLF), no shared lines, no conference on the server',
  de: 'keine Lampen für andere Leitungen (BLF), keine gemeinsamen Leitungen, keine Konferenz auf dem Server',
}
const NO_PUSH: Words = {
  en: 'the phone reads new settings only when it restarts',
  de: 'neue Einstellungen liest das Telefon nur beim Neustart',
}
const NO_PATCH: Words = {
  en: 'conference, call park and BLF of these phones need a patched Asterisk (usecallmanager)',
  de: 'Konferenz, Parken und BLF dieser Telefone brauchen einen geänderten Asterisk (usecallmanager)',
}
const plain = {
  ...({ port: 5060, transport: 'udp', oneName: false, keepsTime: false, losesCallsOnUdp: false } as const),
  lamps: 'no',
} as const

export const REGISTRARS: readonly Registrar[] = [
  {
    ...plain,
    kind: 'fritzbox',
    name: 'Fritz!Box',
    messagesNumber: '**600', // elang, undone37
    oneName: true,
    keepsTime: true,
    setup: 'fritzbox',
    without: [
      NO_BLF,
      NO_PUSH,
      {
        en: 'the lamp for waiting messages stays dark: the box refuses that subscription',
        de: 'die Lampe für Nachrichten bleibt dunkel: Die Box lehnt dieses Abonnement ab',
      },
    ],
    certainty: 'C',
    source: 'configurations that worked: elang (3490, 7941 with 9.4(2)SR3), mkirbst (7240, 7961/7962 with 9.4(2)SR1)',
  },
  {
    ...plain,
    kind: 'asterisk-pjsip',
    lamps: 'patched',
    messagesNumber: '*97', // the feature code of FreePBX; in a plain Asterisk its dial plan must have it
    name: 'Asterisk (chan_pjsip)',
    transport: 'tcp',
    losesCallsOnUdp: true,
    setup: 'pjsip',
    without: [NO_PATCH, NO_PUSH],
    certainty: 'L',
    source:
      'field guide, phones 6: one documented set-up; on UDP incoming calls failed, since REGISTER came from another port',
  },
  {
    ...plain,
    kind: 'asterisk-chan-sip',
    lamps: 'patched',
    messagesNumber: '*97', // the feature code of FreePBX; in a plain Asterisk its dial plan must have it
    name: 'Asterisk (chan_sip)',
    setup: 'chan-sip',
    without: [NO_PATCH, NO_PUSH],
    certainty: 'L',
    source: 'zencoffee, waynemerricks: only with nat=no',
  },
  {
    ...plain,
    kind: 'freepbx',
    lamps: 'patched',
    messagesNumber: '*97', // the feature code of FreePBX; in a plain Asterisk its dial plan must have it
    name: 'FreePBX',
    transport: 'tcp',
    losesCallsOnUdp: true,
    setup: 'pjsip',
    without: [NO_PATCH, NO_PUSH],
    certainty: 'U',
    source: 'contradiction: buba0 and PintoBernardo use pjsip over TCP, waynemerricks only chan_sip at port 5160',
  },
  {
    ...plain,
    kind: 'freeswitch',
    lamps: 'yes', // fusionpbx template 79x1: featureID 21
    messagesNumber: '*97', // FusionPBX's own code
    name: 'FreeSWITCH, FusionPBX',
    setup: 'freeswitch',
    without: [NO_PUSH],
    certainty: 'L',
    source:
      'fusionpbx/fusionpbx resources/templates/provision/cisco; a domain with several tenants needs its host name',
  },
  {
    ...plain,
    kind: '3cx',
    name: '3CX',
    without: [NO_BLF, NO_PUSH],
    certainty: 'U',
    source: 'no verified configuration was found',
  },
  {
    ...plain,
    kind: 'sipgate',
    name: 'sipgate',
    without: [NO_BLF, NO_PUSH],
    certainty: 'U',
    source: 'menzerath mentions it for a 7940/60 only',
  },
  {
    ...plain,
    kind: 'generic',
    name: 'SIP registrar',
    without: [NO_BLF, NO_PUSH],
    certainty: 'U',
    source: 'RFC 3261',
  },
]

export const registrarKind = (kind: string): Registrar | undefined => REGISTRARS.find(entry => entry.kind === kind)

/**
 * Passwords: the phone documents 30 characters (usecallmanager, sepmac-cnf-xml, authPassword); people report silent
 * failures above 12 (waynemerricks, 7942). A Fritz!Box takes ASCII only (service.avm.de, hilfe_zeichen_fuer_kennwoerter).
 */
export const PASSWORD_LIMITS: SecretLimits = {
  minLength: 1,
  maxLength: 30,
  safeLength: 12,
  characters: 'printable-ascii',
}

/** The phone's numbers for `transportLayerProtocol` (usecallmanager, sepmac-cnf-xml). 4 occurs in the wild; never emitted. */
export const TRANSPORT: Readonly<Record<Registrar['transport'], number>> = { tcp: 1, udp: 2 }
