// All files of a bundle, one after the other: the tree for the phones, and README.txt for the person.
import { shortId } from '../../schemas/site-id.ts'
import type { Plan } from '../plan/plan.ts'
import { dialPlan } from './dial-plan.ts'
import { featurePolicy } from './feature-policy.ts'
import { type BundleNames, readme } from './readme.ts'
import { ringLists } from './ring-list.ts'
import { sepConfig } from './sep/sep-config.ts'
import { softKeys } from './soft-keys.ts'
import { sipConfig } from './text/sip-config.ts'
import { textFiles } from './text/text-7940.ts'
import { wallpaperLists } from './wallpaper-list.ts'
import type { PhoneFile } from './xml.ts'
import { xmlDefault } from './xml-default.ts'

/** A file that is made when somebody wants it. */
export interface FileToMake {
  path: string
  make(): PhoneFile
}

/**
 * Sorted by path, so that the same plan gives the same bundle. A file is made when its turn comes, so that a caller who
 * lets go of it has one phone's in memory and not those of thousands.
 */
export function* renderFiles(plan: Plan, names: BundleNames): Generator<PhoneFile, void> {
  for (const { make } of filesToMake(plan, names)) yield make()
}

/** The same for a caller who does not want all. */
export function filesToMake(plan: Plan, names: BundleNames): FileToMake[] {
  const versionStamp = `${shortId(names.id)}-${names.issued}`
  const hasPolicy = plan.phones.some(({ family }) => family.softKeys.value === 'policy')
  const shared = [
    ...textFiles(plan),
    xmlDefault(plan),
    ...ringLists(plan),
    ...wallpaperLists(plan),
    ...(plan.softKeys ? [softKeys(plan.softKeys, versionStamp)] : []),
    ...(hasPolicy ? [featurePolicy(plan, versionStamp)] : []),
    readme(plan, names),
  ]
  const files: FileToMake[] = [
    ...plan.phones.map(phone => ({
      path: phone.config,
      make: () =>
        phone.family.configuration === 'text' ? sipConfig(plan, phone) : sepConfig(plan, phone, versionStamp),
    })),
    // A phone that calls by itself has one of its own.
    ...plan.dialPlans.map(rules => ({ path: `files/${rules.file}`, make: () => dialPlan(rules, rules.root) })),
    ...shared.map(file => ({ path: file.path, make: () => file })),
  ]
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}
