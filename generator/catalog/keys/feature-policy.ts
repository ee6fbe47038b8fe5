// The policy of features of 8961, 9951 and 9971: the phone's names and numbers. Source: usecallmanager, feature-policy.
import { FEATURE_POLICIES } from '../../../schemas/configuration/feature-policy.ts'
import type { PolicyFeature } from '../../../schemas/device.ts'

export interface Policy {
  id: number
  name: string
  /** Unless a site says otherwise: what works without a call manager. */
  usual: boolean
}

const policy = (id: keyof typeof FEATURE_POLICIES, usual: boolean): Policy => ({
  id,
  name: FEATURE_POLICIES[id],
  usual,
})

export const FEATURE_POLICY: Readonly<Record<PolicyFeature, Policy>> = {
  'forward-all': policy(1, false),
  park: policy(2, false),
  'divert-alerting': policy(3, true),
  'conference-details': policy(4, true),
  'speed-dial': policy(5, false),
  'call-back': policy(6, false),
  redial: policy(7, true),
  barge: policy(8, false),
  'divert-connected': policy(9, false),
  pickup: policy(10, false),
  'other-pickup': policy(11, false),
  'group-pickup': policy(12, false),
  mobility: policy(13, false),
  'meet-me': policy(14, false),
  'quality-report': policy(15, false),
  'malicious-call': policy(16, false),
}
