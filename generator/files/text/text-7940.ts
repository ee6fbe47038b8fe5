// What the 7940G and 7960G of a site share, besides their firmware; nothing when there are none.
import { tonePath } from '../../catalog/models/media-paths.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PhoneFile } from '../xml.ts'
import { sipDefault } from './sip-default.ts'
import { latin1 } from './text.ts'

export function textFiles(plan: Plan): PhoneFile[] {
  const phones = plan.phones.filter(({ family }) => family.configuration === 'text')
  if (phones.length === 0) return []
  return [sipDefault(plan), loaderName(phones), ringList(plan)]
}

/**
 * OS79XX.TXT: the loader's name without suffix and nothing else on the line: a blank behind it becomes part of the name
 * (supportforums.cisco.com ta-p/3113837, CSCdv19260). All phones share this file, so the first one's loader stands there. It
 * has the release of its application (field guide, phones 1.2), which is how that of a load in no list is known.
 */
function loaderName([first]: Plan['phones']): PhoneFile {
  const { load = '', files = [] } = first?.route.at(-1) ?? {}
  const known = files.find(({ name }) => name.endsWith('.bin'))?.name.replace(/\.bin$/, '')
  const loader = known ?? load.replace(/^P0S3/, 'P003')
  return { path: 'files/OS79XX.TXT', bytes: new TextEncoder().encode(`${loader}\n`), holes: [] }
}

/**
 * RINGLIST.DAT: the site's ring tones, a name and a file a line, with a tab between (Cisco SIP IP Phone Administrator Guide;
 * id:4970464604 has one that a phone took). Without any it is empty, and the phone has its own ([U] whether that matters).
 */
function ringList({ media }: Plan): PhoneFile {
  const lines = media.ringTones.map(({ name, file }) => `${name}\t${tonePath(file, 'ulaw')}\n`)
  return { path: 'files/RINGLIST.DAT', bytes: latin1(lines.join('')), holes: [] }
}
