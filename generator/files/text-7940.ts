// All that the 7940G and 7960G of a site ask for besides their firmware; nothing when there are none.
import type { Plan } from '../plan/plan.ts'
import { sipConfig } from './sip-config.ts'
import { sipDefault } from './sip-default.ts'
import type { PhoneFile } from './xml.ts'

export function textFiles(plan: Plan): PhoneFile[] {
  const phones = plan.phones.filter(({ family }) => family.configuration === 'text')
  if (phones.length === 0) return []
  return [
    ...phones.map(phone => sipConfig(plan, phone)),
    sipDefault(plan),
    loaderName(phones),
    // No ring tones but the phone's own ([U] whether an empty list matters; id:4970464604 has one with names and files).
    { path: 'files/RINGLIST.DAT', bytes: new Uint8Array(), holes: [] },
  ]
}

/**
 * OS79XX.TXT: the loader's name without suffix and nothing else on the line: a blank behind it becomes part of the name
 * (supportforums.cisco.com ta-p/3113837, CSCdv19260). All phones share this file, so the first one's loader stands there.
 */
function loaderName(phones: Plan['phones']): PhoneFile {
  const files = phones.flatMap(({ route }) => route.flatMap(hop => hop.files.map(({ name }) => name)))
  const loader = files.find(name => name.endsWith('.bin'))?.replace(/\.bin$/, '') ?? ''
  return { path: 'files/OS79XX.TXT', bytes: new TextEncoder().encode(`${loader}\n`), holes: [] }
}
