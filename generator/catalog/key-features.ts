// What a line key can be: the phone's numbers for it, and which families know it. Source: usecallmanager, line-keys.
import type { KeyFeature } from '../../schemas/line-key.ts'

export const FEATURE_ID = { speedDial: 2, line: 9, service: 20, blf: 21, park: 22, intercom: 23 } as const

const OLD = ['79xx'] as const
const SESSIONS = ['78xx', '88xx', '99xx'] as const

export interface FeatureKey {
  id: number
  /** The phone shows its own word; this one stands in the file. */
  label: string
  /** Families that know it; undefined for all. */
  families?: readonly string[]
}

export const FEATURE_KEYS: Readonly<Record<KeyFeature, FeatureKey>> = {
  redial: { id: 1, label: 'Redial', families: OLD },
  hold: { id: 3, label: 'Hold', families: OLD },
  transfer: { id: 4, label: 'Transfer', families: OLD },
  forward: { id: 5, label: 'Call Forward', families: OLD },
  settings: { id: 18, label: 'Settings', families: OLD },
  'malicious-call': { id: 27, label: 'Malicious Call' },
  conference: { id: 102, label: 'Conference', families: OLD },
  'meet-me': { id: 123, label: 'MeetMe' },
  park: { id: 126, label: 'Park' },
  pickup: { id: 127, label: 'Pick Up' },
  'group-pickup': { id: 128, label: 'Group Pick Up' },
  'do-not-disturb': { id: 130, label: 'Do Not Disturb' },
  'remove-participant': { id: 132, label: 'Remove Last Participant', families: OLD },
  'report-quality': { id: 133, label: 'Report Quality', families: OLD },
  'call-back': { id: 134, label: 'Call Back', families: OLD },
  'other-pickup': { id: 135, label: 'Other Pick Up' },
  'new-call': { id: 137, label: 'New Call', families: OLD },
  'hunt-group': { id: 139, label: 'Hunt Group' },
  'all-calls': { id: 140, label: 'All Calls', families: SESSIONS },
  answer: { id: 141, label: 'Answer', families: OLD },
  'alerting-calls': { id: 142, label: 'Alerting Calls', families: SESSIONS },
  record: { id: 159, label: 'Record' },
  services: { id: 192, label: 'Services', families: OLD },
  messages: { id: 194, label: 'Messages', families: OLD },
  directories: { id: 195, label: 'Directories', families: OLD },
  applications: { id: 197, label: 'Applications', families: OLD },
  headset: { id: 198, label: 'Headset', families: OLD },
}

/** Calls of the phone to words that only a call manager, or an Asterisk with its patch, understands. */
export const NEEDS_CALL_MANAGER: readonly KeyFeature[] = [
  ...(['forward', 'malicious-call', 'meet-me', 'park', 'pickup', 'group-pickup', 'other-pickup'] as const),
  ...(['hunt-group', 'call-back', 'record', 'report-quality', 'remove-participant', 'conference'] as const),
]
