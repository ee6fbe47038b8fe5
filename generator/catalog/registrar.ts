// What the catalogue knows of a kind of registrar: what the phone must be told, and what a person must know.
import type { Codec } from './phone-model.ts'

export type Words = { en: string; de: string }

export interface Registrar {
  kind: string
  /** For people. */
  name: string
  port: number
  /** Addresses by which it is known in a file that somebody has. */
  host?: RegExp
  transport: 'udp' | 'tcp'
  /** Whether it refuses a line whose name for authentication is not its user name. */
  oneName: boolean
  /** Whether it answers as a time server at its own address. */
  keepsTime: boolean
  /** Whether it keeps one phone for a user name: a second one takes the registration away from the first. */
  oneContact: boolean
  /** How long passwords are that it makes by itself, where that is too long for a phone. */
  ownPasswords?: number
  /** A port that belongs to another driver of the same system, and the kind that knows it. */
  otherDriver?: { port: number; kind: string }
  /** Whether incoming calls were lost on UDP. */
  losesCallsOnUdp: boolean
  /** Whether the lamps of keys for other lines work: `patched` only with the changed Asterisk of usecallmanager. */
  lamps: 'yes' | 'patched' | 'no'
  /** What the messages key dials there unless the site says another; undefined where nothing is known. */
  messagesNumber?: string
  /** Whether it tells who is calling in the header Remote-Party-ID, and reads it. */
  remotePartyId: boolean
  /** How a line is named there. */
  names: Words
  /** What it takes of passwords, besides what the phone takes. */
  passwords: Words
  /** Whether addresses may be translated on the way. */
  translation: Words
  /** What it speaks, its best first. */
  codecs: readonly Codec[]
  /** What a person sets up there, which the README of a bundle shows; `accounts` is a list of what to enter. */
  setup: 'fritzbox' | 'pjsip' | 'freepbx' | 'chan-sip' | 'freeswitch' | 'fusionpbx' | 'accounts'
  /** With `accounts`: where the names and passwords are found there. */
  accounts?: Words
  /** What will not work there, honestly. */
  without: readonly Words[]
  certainty: 'C' | 'L' | 'U'
  source: string
}
