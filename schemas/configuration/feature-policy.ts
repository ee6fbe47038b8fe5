// The feature policy, root `featurePolicy`: which features an 8961, 9951 or 9971 offers.
import type { Fault, Tree } from './faults.ts'
import { from, type Node, STAMP, TRUE_FALSE, text, values } from './node.ts'
import { page } from './sources.ts'

/** Number → name. Source: usecallmanager feature-policy, a section each. */
export const FEATURE_POLICIES = {
  1: 'Forward All',
  2: 'Park',
  3: 'Divert (Alerting)',
  4: 'Conference Details',
  5: 'Speed Dial',
  6: 'Call Back',
  7: 'Redial',
  8: 'Barge',
  9: 'Divert (Connected)',
  10: 'Call PickUp',
  11: 'Other Call PickUp',
  12: 'Group Call PickUp',
  13: 'Mobility',
  14: 'Meet Me',
  15: 'Quality Reporting Tool',
  16: 'Malicious Caller ID',
} as const
const NAMES = values(Object.fromEntries(Object.values(FEATURE_POLICIES).map(name => [name, ''])))
const described = from(page('feature-policy', 'Forward-All'))

export const featurePolicy: Node = described(
  'featurePolicy',
  [
    described('versionStamp', STAMP),
    described(
      'featureDef',
      [
        described('id', values(FEATURE_POLICIES), { needed: page('feature-policy', 'Forward-All') }),
        described('enable', TRUE_FALSE, { needed: page('feature-policy', 'Forward-All') }),
      ],
      {
        count: 'many',
        needed: page('feature-policy', 'Forward-All'),
        attributes: { name: { value: NAMES } },
        check: nameFaults,
      },
    ),
  ],
  { families: ['99xx'], attributes: { name: { value: text() } } },
)

/** The name is that of the number. */
function nameFaults({ attributes, children }: Tree, path: string): Fault[] {
  const name = attributes.get('name')
  const number = children.find(child => child.name === 'id')?.text
  const wanted = Object.entries(FEATURE_POLICIES).find(([id]) => id === number)?.[1]
  return name === undefined || wanted === undefined || name === wanted
    ? []
    : [{ code: 'attribute-value', path: `${path}@name`, wanted }]
}
