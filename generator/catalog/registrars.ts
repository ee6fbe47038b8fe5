// What a phone registers at: what each kind of registrar wants to see, what works there and what does not, as data.
import type { SecretLimits } from '../../schemas/secret.ts'
import type { Registrar, Words } from './registrar.ts'

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
/** chan_sip.c, check_auth: the name of a digest must be the peer's own; the patch knows more lines of one phone. */
const NO_BORROWED_NAME: Words = {
  en: 'a second line on phones that register all lines with the name of the first (69xx, 78xx, 88xx, 89xx, 99xx), without that patch',
  de: 'eine zweite Leitung an Telefonen, die alle mit dem Namen der ersten anmelden (69xx, 78xx, 88xx, 89xx, 99xx), ohne diese Änderung',
}
/** Where FreePBX runs both drivers, chan_sip has this port and chan_pjsip 5060 (waynemerricks). */
const CHAN_SIP = { port: 5160, kind: 'asterisk-chan-sip' }
const plain = {
  ...({ port: 5060, transport: 'udp', oneName: false, keepsTime: false, oneContact: false } as const),
  losesCallsOnUdp: false,
  lamps: 'no',
  remotePartyId: false, // field guide, phones 5.1: at a Fritz!Box
  names: {
    en: 'user name and name for authentication may differ',
    de: 'Benutzername und Anmeldename dürfen sich unterscheiden',
  },
  passwords: { en: 'no limit of its own is known', de: 'eine eigene Grenze ist nicht bekannt' },
  translation: { en: '`nat: true` where a router is in between', de: '`nat: true`, wenn ein Router dazwischen ist' },
  codecs: ['g711alaw', 'g711ulaw', 'g722'],
} as const

export const REGISTRARS: readonly Registrar[] = [
  {
    ...plain,
    kind: 'fritzbox',
    name: 'Fritz!Box',
    messagesNumber: '**600', // elang, undone37
    names: {
      en: 'user name and name for authentication must be the same, without blanks',
      de: 'Benutzername und Anmeldename müssen gleich sein, ohne Leerzeichen',
    },
    passwords: {
      en: '6 to 32 characters, 8 or more advised; ASCII only',
      de: '6 bis 32 Zeichen, 8 oder mehr empfohlen; nur ASCII',
    },
    translation: { en: 'none: phone and box are in one network', de: 'keines: Telefon und Box sind in einem Netz' },
    oneName: true,
    keepsTime: true,
    oneContact: true, // one entry of its list of telephony devices is one phone
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
    translation: {
      en: '`rewrite_contact=yes`, `force_rport=no`; never `disable_rport`',
      de: '`rewrite_contact=yes`, `force_rport=no`; nie `disable_rport`',
    },
    lamps: 'patched',
    remotePartyId: true, // usecallmanager, sepmac-cnf-xml
    messagesNumber: '*97', // the feature code of FreePBX; in a plain Asterisk its dial plan must have it
    name: 'Asterisk (chan_pjsip)',
    transport: 'tcp',
    losesCallsOnUdp: true,
    oneContact: true, // max_contacts=1
    otherDriver: CHAN_SIP,
    setup: 'pjsip',
    without: [NO_PATCH, NO_PUSH],
    certainty: 'L',
    source:
      'field guide, phones 6: one documented set-up; on UDP incoming calls failed, since REGISTER came from another port',
  },
  {
    ...plain,
    kind: 'asterisk-chan-sip',
    names: {
      en: 'user name and name for authentication must be the same', // chan_sip.c, check_auth
      de: 'Benutzername und Anmeldename müssen gleich sein',
    },
    translation: { en: '`nat=no`, or it does not register', de: '`nat=no`, sonst meldet es sich nicht an' },
    lamps: 'patched',
    remotePartyId: true, // usecallmanager, sepmac-cnf-xml
    messagesNumber: '*97', // the feature code of FreePBX; in a plain Asterisk its dial plan must have it
    name: 'Asterisk (chan_sip)',
    oneContact: true,
    setup: 'chan-sip',
    without: [NO_PATCH, NO_BORROWED_NAME, NO_PUSH],
    certainty: 'L',
    source: 'zencoffee, waynemerricks: only with nat=no',
  },
  {
    ...plain,
    kind: 'freepbx',
    host: /^freepbx\b/i,
    lamps: 'patched',
    remotePartyId: true, // usecallmanager, sepmac-cnf-xml
    messagesNumber: '*97', // the feature code of FreePBX; in a plain Asterisk its dial plan must have it
    name: 'FreePBX',
    transport: 'tcp',
    losesCallsOnUdp: true,
    oneContact: true, // Max Contacts is 1 there
    ownPasswords: 32, // wiki.freepbx.org, Weak Password Detection
    otherDriver: CHAN_SIP,
    passwords: {
      en: 'it makes 32 characters by itself, which is too long for a phone: set 8 to 12 there; failed tries block the phone (fail2ban)',
      de: 'von sich aus 32 Zeichen, zu lang für ein Telefon: dort 8 bis 12 eintragen; Fehlversuche sperren das Telefon aus (fail2ban)',
    },
    translation: {
      en: 'Rewrite Contact: Yes, Force rport: No; `nat: true` where a router is in between',
      de: 'Rewrite Contact: Yes, Force rport: No; `nat: true`, wenn ein Router dazwischen ist',
    },
    setup: 'freepbx',
    without: [NO_PATCH, NO_PUSH],
    certainty: 'U',
    source: 'contradiction: buba0 and PintoBernardo use pjsip over TCP, waynemerricks only chan_sip at port 5160',
  },
  {
    ...plain,
    kind: 'freeswitch',
    host: /^freeswitch\b/i,
    names: {
      en: 'a domain with several tenants needs its host name as address',
      de: 'eine Domäne mit mehreren Mandanten braucht ihren Namen als Adresse',
    },
    lamps: 'yes', // fusionpbx template 79x1: featureID 21
    messagesNumber: '*97', // FusionPBX's own code
    name: 'FreeSWITCH',
    setup: 'freeswitch',
    without: [NO_PUSH],
    certainty: 'L',
    source:
      'fusionpbx/fusionpbx resources/templates/provision/cisco; a domain with several tenants needs its host name',
  },
  // FreeSWITCH inside, but its extensions stand in a database, not in files, and it makes their passwords.
  {
    ...plain,
    kind: 'fusionpbx',
    host: /^fusionpbx\b/i,
    names: {
      en: 'the address must be the name of the domain there (Advanced > Domains): extensions belong to it',
      de: 'die Adresse muss der Name der Domäne sein (Advanced > Domains): Zu ihr gehören die Nebenstellen',
    },
    passwords: {
      en: 'it makes 20 characters by itself: set 8 to 12 there',
      de: 'von sich aus 20 Zeichen: dort 8 bis 12 eintragen',
    },
    ownPasswords: 20, // fusionpbx/fusionpbx app/extensions/app_config.php, password_length
    lamps: 'yes', // its template 79x1: featureID 21
    remotePartyId: true, // its template 79x1
    messagesNumber: '*97', // fusionpbx/fusionpbx-docs source/additional_information/feature_codes.rst
    name: 'FusionPBX',
    setup: 'fusionpbx',
    without: [NO_PUSH],
    certainty: 'L',
    source:
      'fusionpbx/fusionpbx resources/templates/provision/cisco/79x1: for 7941, 7961, 7942 and 7962, UDP at port 5060',
  },
  {
    ...plain,
    kind: '3cx',
    name: '3CX',
    host: /\.(my)?3cx\.[a-z.]+$/i,
    names: {
      en: '`username` is the number of the extension, `authName` its Authentication ID',
      de: '`username` ist die Nummer der Nebenstelle, `authName` ihre Authentifizierungs-ID',
    },
    setup: 'accounts',
    accounts: {
      en: 'The settings of each extension show its Authentication ID, which is `authName` in a site, and its password.',
      de: 'Die Einstellungen jeder Nebenstelle zeigen ihre Authentifizierungs-ID, die in der Beschreibung `authName` heißt, und ihr Passwort.',
    },
    without: [NO_BLF, NO_PUSH],
    certainty: 'U',
    source: 'no verified configuration was found; names: its manual, Adding an extension',
  },
  {
    ...plain,
    kind: 'sipgate',
    host: /(^|\.)sipgate\.[a-z.]+$/i,
    names: { en: 'SIP-ID, such as 1234567e0', de: 'SIP-ID, etwa 1234567e0' },
    name: 'sipgate',
    setup: 'accounts',
    accounts: {
      en: 'The access data of each phone (VoIP-Telefon) in your account show SIP-ID, password and server.',
      de: 'Die Zugangsdaten jedes VoIP-Telefons in Ihrem Konto zeigen SIP-ID, Passwort und Server.',
    },
    without: [NO_BLF, NO_PUSH],
    certainty: 'U',
    source:
      'menzerath mentions it for a 7940/60 only; sipgate.de, port 5060, UDP alone: a set-up for pjsip of 2020 and a list of providers (id:8179318371)',
  },
  {
    ...plain,
    kind: 'generic',
    name: 'SIP (RFC 3261)',
    setup: 'accounts',
    accounts: {
      en: 'It needs an account for every line, with digest authentication (MD5).',
      de: 'Es braucht für jede Leitung ein Konto mit Digest-Authentifizierung (MD5).',
    },
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
