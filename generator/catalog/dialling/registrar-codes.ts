// Codes that a registrar answers itself, as dial rules: they come into a plan by the kind of the registrar. Defaults of the
// makers, which an owner may have changed; so the phone waits a moment even where a code looks complete.

export interface RegistrarCodes {
  kind: string
  rules: readonly { match: string; wait: number }[]
  certainty: 'L' | 'U'
  source: string
}

/** Two digits behind a star; for some, an extension or a number follows. */
const ASTERISK = [{ match: '\\*..', wait: 2 }] as const

export const REGISTRAR_CODES: readonly RegistrarCodes[] = [
  {
    kind: 'fritzbox',
    rules: [
      { match: '\\*09', wait: 1 }, // pick up
      { match: '\\*\\*.', wait: 2 }, // **1, **2: analogue; **9: all phones
      { match: '\\*\\*..', wait: 2 }, // **51: ISDN
      { match: '\\*\\*...', wait: 1 }, // **600 answering machine, **610 DECT, **620 IP, **701 short dial
      { match: '\\*\\*8*', wait: 4 }, // **8 and a word of any length
    ],
    certainty: 'L',
    source:
      'field guide, phones 5.3 and 9: codes of the box; those that working configurations dial are **600 and **62x',
  },
  {
    kind: 'asterisk-pjsip',
    rules: ASTERISK,
    certainty: 'U',
    source: 'Asterisk has the codes that its owner wrote; many take those of FreePBX',
  },
  {
    kind: 'asterisk-chan-sip',
    rules: ASTERISK,
    certainty: 'U',
    source: 'Asterisk has the codes that its owner wrote; many take those of FreePBX',
  },
  {
    kind: 'freepbx',
    rules: ASTERISK,
    certainty: 'L',
    source:
      'FreePBX, Feature Codes module (wiki.freepbx.org): *97 voice mail, *43 echo, *30 block a number; ** before an extension',
  },
  {
    kind: 'freeswitch',
    rules: [{ match: '\\*..', wait: 3 }],
    certainty: 'U',
    source: 'FreeSWITCH and FusionPBX defaults: *97 and *98 voice mail, also codes of three and four digits',
  },
  {
    kind: 'fusionpbx',
    rules: [{ match: '\\*..', wait: 3 }],
    certainty: 'L',
    source:
      'fusionpbx/fusionpbx-docs source/additional_information/feature_codes.rst: *97 voice mail, *67 and a number, *5900 park',
  },
]

export const registrarCodes = (kind: string): RegistrarCodes['rules'] =>
  REGISTRAR_CODES.find(entry => entry.kind === kind)?.rules ?? []
