// The policy of features of 8961, 9951 and 9971: the phone's names and numbers. Source: usecallmanager, feature-policy.
import type { PolicyFeature } from '../../schemas/device.ts'

export interface Policy {
  id: number
  name: string
  /** Unless a site says otherwise: what works without a call manager. */
  usual: boolean
}

export const FEATURE_POLICY: Readonly<Record<PolicyFeature, Policy>> = {
  'forward-all': { id: 1, name: 'Forward All', usual: false },
  park: { id: 2, name: 'Park', usual: false },
  'divert-alerting': { id: 3, name: 'Divert (Alerting)', usual: true },
  'conference-details': { id: 4, name: 'Conference Details', usual: true },
  'speed-dial': { id: 5, name: 'Speed Dial', usual: false },
  'call-back': { id: 6, name: 'Call Back', usual: false },
  redial: { id: 7, name: 'Redial', usual: true },
  barge: { id: 8, name: 'Barge', usual: false },
  'divert-connected': { id: 9, name: 'Divert (Connected)', usual: false },
  pickup: { id: 10, name: 'Call PickUp', usual: false },
  'other-pickup': { id: 11, name: 'Other Call PickUp', usual: false },
  'group-pickup': { id: 12, name: 'Group Call PickUp', usual: false },
  mobility: { id: 13, name: 'Mobility', usual: false },
  'meet-me': { id: 14, name: 'Meet Me', usual: false },
  'quality-report': { id: 15, name: 'Quality Reporting Tool', usual: false },
  'malicious-call': { id: 16, name: 'Malicious Caller ID', usual: false },
}
