// What a line key can be: the phone's numbers for it, and which families know it. Source: usecallmanager, line-keys.
import { LINE_FEATURES, type LineFeatureId } from '../../../schemas/configuration/line-features.ts'
import type { KeyFeature } from '../../../schemas/line-key.ts'

export const FEATURE_ID = { speedDial: 2, line: 9, service: 20, blf: 21, park: 22, intercom: 23 } as const

export interface FeatureKey {
  id: number
  /** The phone shows its own word; this one stands in the file. */
  label: string
  /** Families that know it; undefined for all. */
  families?: readonly string[]
}

function key(id: LineFeatureId, label: string): FeatureKey {
  const families = LINE_FEATURES[id].families
  return { id, label, ...(families && { families }) }
}

export const FEATURE_KEYS: Readonly<Record<KeyFeature, FeatureKey>> = {
  redial: key(1, 'Redial'),
  hold: key(3, 'Hold'),
  transfer: key(4, 'Transfer'),
  forward: key(5, 'Call Forward'),
  settings: key(18, 'Settings'),
  'malicious-call': key(27, 'Malicious Call'),
  conference: key(102, 'Conference'),
  'meet-me': key(123, 'MeetMe'),
  park: key(126, 'Park'),
  pickup: key(127, 'Pick Up'),
  'group-pickup': key(128, 'Group Pick Up'),
  'do-not-disturb': key(130, 'Do Not Disturb'),
  'remove-participant': key(132, 'Remove Last Participant'),
  'report-quality': key(133, 'Report Quality'),
  'call-back': key(134, 'Call Back'),
  'other-pickup': key(135, 'Other Pick Up'),
  'new-call': key(137, 'New Call'),
  'hunt-group': key(139, 'Hunt Group'),
  'all-calls': key(140, 'All Calls'),
  answer: key(141, 'Answer'),
  'alerting-calls': key(142, 'Alerting Calls'),
  record: key(159, 'Record'),
  services: key(192, 'Services'),
  messages: key(194, 'Messages'),
  directories: key(195, 'Directories'),
  applications: key(197, 'Applications'),
  headset: key(198, 'Headset'),
}

/** Calls of the phone to words that only a call manager, or an Asterisk with its patch, understands. */
export const NEEDS_CALL_MANAGER: readonly KeyFeature[] = [
  ...(['forward', 'malicious-call', 'meet-me', 'park', 'pickup', 'group-pickup', 'other-pickup'] as const),
  ...(['hunt-group', 'call-back', 'record', 'report-quality', 'remove-participant', 'conference'] as const),
]
