// Which format a file has, by the name that phones ask for it with; in any case, as they ask.
import { device } from './device.ts'
import { dialTemplate, oldDialTemplate } from './dial-template.ts'
import { featurePolicy } from './feature-policy.ts'
import { imageList } from './image-list.ts'
import type { Node } from './node.ts'
import { ringList, widebandRingList } from './ring-list.ts'
import { softKeys } from './soft-keys.ts'
import { xmlDefault } from './xml-default.ts'

/** The dial plan, the soft keys and the feature policy have whatever name the configuration gives them: by their root. */
const NAMED: readonly (readonly [RegExp, Node])[] = [
  [/(?:^|\/)SEP[^/]*\.cnf\.xml$/i, device],
  [/(?:^|\/)XMLDefault\.cnf\.xml$/i, xmlDefault],
  [/(?:^|\/)(?:distinctive)?ringlist\.xml$/i, ringList],
  [/(?:^|\/)(?:distinctive)?ringlist-wb\.xml$/i, widebandRingList],
  [/(?:^|\/)Desktops\/\d+x\d+x\d+\/List\.xml$/i, imageList],
]

/** @param root name of the root element. @returns undefined for a file that no phone reads as configuration. */
export function formatOf(path: string, root: string): Node | undefined {
  const named = NAMED.find(([pattern]) => pattern.test(path))?.[1]
  return named ?? [dialTemplate, oldDialTemplate, softKeys, featurePolicy].find(({ name }) => name === root)
}
