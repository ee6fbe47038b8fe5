// featurepolicy.xml: what an 8961, 9951 or 9971 offers its user. Format: usecallmanager, feature-policy.
import { POLICY_FEATURES } from '../../schemas/device.ts'
import { FEATURE_POLICY } from '../catalog/keys/feature-policy.ts'
import type { Plan } from '../plan/plan.ts'
import { element, leaves, type PhoneFile, writeXml } from './xml.ts'

export const FEATURE_POLICY_FILE = 'featurepolicy.xml'

/** @param versionStamp a phone reads the file anew only when it is another one. */
export function featurePolicy({ features }: Plan, versionStamp: string): PhoneFile {
  const definitions = POLICY_FEATURES.map(feature => {
    const { id, name, usual } = FEATURE_POLICY[feature]
    return element('featureDef', leaves({ id, enable: features[feature] ?? usual }), { name })
  })
  const root = element('featurePolicy', [...leaves({ versionStamp }), ...definitions], { name: 'Feature Policy' })
  return writeXml(`files/${FEATURE_POLICY_FILE}`, root)
}
