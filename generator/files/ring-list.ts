// The lists of ring tones, which name the site's own. Without any they are empty, so that a phone whose menu is opened shows
// its built-in tones and no error. Format and names: usecallmanager, ring-tones; the agent's shelf takes any case.

import { tonePath } from '../catalog/models/media-paths.ts'
import { RING_TONES, type RingToneKind } from '../catalog/models/ring-tones.ts'
import type { Plan } from '../plan/plan.ts'
import { element, leaves, type PhoneFile, writeXml } from './xml.ts'

/** The list of 79xx phones is always there, and that of a single line with it; another kind's when a phone plays it. */
export function ringLists({ media }: Pick<Plan, 'media'>): PhoneFile[] {
  const list = (file: string, kind: RingToneKind) => {
    const rings = media.ringTones.map(({ name, file: tone }) =>
      element('Ring', leaves({ DisplayName: name, FileName: tonePath(tone, kind) })),
    )
    return writeXml(`files/${file}`, element('CiscoIPPhoneRingList', rings.length > 0 ? rings : ''))
  }
  return [
    list(RING_TONES.ulaw.list, 'ulaw'),
    list('DISTINCTIVERINGLIST.XML', 'ulaw'),
    ...media.kinds.flatMap(kind => (kind === 'ulaw' ? [] : [list(RING_TONES[kind].list, kind)])),
  ]
}
