// What a phone does besides its lines: its screen, its sockets, the keys below the screen. Nearly all of it may be shared in a preset.
import * as z from 'zod'

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'site.time')
const Day = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

export const Display = z
  .strictObject({
    from: Time.describe('The screen stays on from this time: 07:00').optional(),
    to: Time.describe('… to this one').optional(),
    days: z.array(Day).max(7).describe('… on these days; every day by default').optional(),
    idle: z.int().min(1).max(1439).describe('Minutes without use after which it goes dark at other times'),
    wakeOnCall: z.boolean().describe('Whether a call lights it'),
  })
  .describe('When the screen is lit')

export const Ports = z
  .strictObject({
    computer: z.boolean().describe('Whether the socket for a computer works'),
    computerInVoiceVlan: z.boolean().describe('Whether the computer may reach the VLAN of the phones'),
    cdp: z.boolean().describe('Cisco Discovery Protocol, by which a switch tells the VLAN'),
    lldp: z.boolean().describe('LLDP-MED, the same of other makers'),
  })
  .describe('The network sockets. The number of the VLAN comes from the switch or is typed in at the phone.')

/** States of a phone, in each of which other keys stand below the screen. */
export const SOFT_KEY_STATES = [
  ...['on-hook', 'off-hook', 'off-hook-feature', 'digits', 'ring-out', 'connected', 'connected-only'],
  ...['connected-transfer', 'connected-conference', 'on-hold', 'ring-in'],
] as const
export type SoftKeyState = (typeof SOFT_KEY_STATES)[number]

/** As the phone names them. `Undefined` is an empty place. */
export const SOFT_KEYS = [
  ...['Undefined', 'Redial', 'NewCall', 'Hold', 'Transfer', 'CFwdAll', '<<', 'EndCall', 'Resume', 'Answer', 'Confrn'],
  ...['Park', 'Join', 'MeetMe', 'PickUp', 'GPickUp', 'RmLstC', 'CallBack', 'DND', 'QRT', 'MCID', 'Select', 'ConfList'],
  ...['iDivert', 'OPickUp', 'HLog', 'AbbrDial', 'Record'],
] as const
export type SoftKey = (typeof SOFT_KEYS)[number]

export const SoftKeys = z
  .partialRecord(z.enum(SOFT_KEY_STATES), z.array(z.enum(SOFT_KEYS)).max(16, 'site.list:16'))
  .describe('Keys below the screen, by what the phone is doing; a state that is not named keeps the usual ones')

/** What 8961, 9951 and 9971 decide by a policy instead. */
export const POLICY_FEATURES = [
  ...['forward-all', 'park', 'divert-alerting', 'conference-details', 'speed-dial', 'call-back', 'redial', 'barge'],
  ...['divert-connected', 'pickup', 'other-pickup', 'group-pickup', 'mobility', 'meet-me', 'quality-report'],
  ...['malicious-call'],
] as const
export type PolicyFeature = (typeof POLICY_FEATURES)[number]

export const Features = z
  .partialRecord(z.enum(POLICY_FEATURES), z.boolean())
  .describe('What an 8961, 9951 or 9971 offers its user, on or off')
