// What a phone registers at: what each kind of registrar wants to see, as data.
import type { SecretLimits } from '../../schemas/secret.ts'

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
  source: string
}

export const REGISTRARS: readonly Registrar[] = [
  {
    kind: 'fritzbox',
    name: 'Fritz!Box',
    port: 5060,
    transport: 'udp',
    oneName: true,
    keepsTime: true,
    source: 'configurations that worked: elang (3490, 7941 with 9.4(2)SR3), mkirbst (7240, 7961/7962 with 9.4(2)SR1)',
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
