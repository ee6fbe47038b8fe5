// All files of a bundle: the tree for the phones, and README.txt for the person.
import { shortId } from '../../schemas/site-id.ts'
import type { Plan } from '../plan/plan.ts'
import { dialPlan } from './dial-plan.ts'
import { featurePolicy } from './feature-policy.ts'
import { type BundleNames, readme } from './readme.ts'
import { ringLists } from './ring-list.ts'
import { sepConfig } from './sep-config.ts'
import { softKeys } from './soft-keys.ts'
import { textFiles } from './text-7940.ts'
import { wallpaperLists } from './wallpaper-list.ts'
import type { PhoneFile } from './xml.ts'
import { xmlDefault } from './xml-default.ts'

/** Sorted by path, so that the same plan gives the same manifest. */
export function renderFiles(plan: Plan, names: BundleNames): PhoneFile[] {
  const versionStamp = `${shortId(names.id)}-${names.issued}`
  const hasPolicy = plan.phones.some(({ family }) => family.softKeys.value === 'policy')
  const files = [
    ...plan.phones
      .filter(({ family }) => family.configuration === 'xml')
      .map(phone => sepConfig(plan, phone, versionStamp)),
    ...textFiles(plan),
    xmlDefault(plan),
    ...plan.dialPlans.map(rules => dialPlan(rules, rules.root)),
    ...ringLists(plan),
    ...wallpaperLists(plan),
    ...(plan.softKeys ? [softKeys(plan.softKeys, versionStamp)] : []),
    ...(hasPolicy ? [featurePolicy(plan, versionStamp)] : []),
    readme(plan, names),
  ]
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}
