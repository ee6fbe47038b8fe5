// What a line key can do: the numbers of `featureID`. Source: usecallmanager line-keys, one section each.
import type { Family } from './node.ts'

export interface LineFeature {
  name: string
  families?: readonly Family[]
  /** Nodes without which the key does nothing. */
  needs: readonly string[]
  /** … and one of these. */
  oneOf?: readonly string[]
  /** It is a line of its own, counted by `lineIndex`. */
  isLine?: true
}

const OLD: readonly Family[] = ['79xx']
const SESSIONS: readonly Family[] = ['78xx', '88xx', '99xx']
const plain = (name: string, families?: readonly Family[]): LineFeature => ({
  name,
  needs: [],
  ...(families && { families }),
})

/** Keeps the numbers as a type, so that nobody asks for one that the phone does not have. */
const table = <Id extends number>(of: Readonly<Record<Id, LineFeature>>) => of

export const LINE_FEATURES = table({
  1: plain('redial', OLD),
  2: { name: 'speed dial', needs: ['featureLabel', 'speedDialNumber'] },
  3: plain('hold', OLD),
  4: plain('transfer', OLD),
  5: plain('call forward'),
  9: { name: 'line', needs: ['proxy', 'port', 'name'], isLine: true },
  18: plain('settings', OLD),
  20: { name: 'service', needs: ['featureLabel'], oneOf: ['serviceURI', 'secureServiceURI'] },
  21: { name: 'speed dial with a lamp', needs: ['featureLabel', 'speedDialNumber'] },
  22: { name: 'call park with a lamp', needs: ['featureLabel', 'speedDialNumber'] },
  23: { name: 'intercom', needs: ['proxy', 'port', 'name'], isLine: true },
  27: plain('malicious call'),
  102: plain('conference', OLD),
  123: plain('meet me'),
  126: plain('park'),
  127: plain('pick up'),
  128: plain('group pick up'),
  130: plain('do not disturb'),
  132: plain('remove last participant', OLD),
  133: plain('report quality', OLD),
  134: plain('call back', OLD),
  135: plain('other pick up'),
  137: plain('new call', OLD),
  139: plain('hunt group'),
  140: plain('all calls', SESSIONS),
  141: plain('answer', OLD),
  142: plain('alerting calls', SESSIONS),
  159: plain('record'),
  192: plain('services', OLD),
  194: plain('messages', OLD),
  195: plain('directories', OLD),
  197: plain('applications', OLD),
  198: plain('headset', OLD),
})
export type LineFeatureId = keyof typeof LINE_FEATURES

const BY_TEXT = new Map<string, LineFeature>(Object.entries(LINE_FEATURES))
export const lineFeature = (id: string): LineFeature | undefined => BY_TEXT.get(id)
