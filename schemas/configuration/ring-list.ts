// The lists of ring tones: Ringlist.xml, DistinctiveRinglist.xml and Ringlist-wb.xml, root `CiscoIPPhoneRingList`.
import type { Fault, Tree } from './faults.ts'
import { filled, from, type Node, node } from './node.ts'
import { page } from './sources.ts'

const named = from(page('ring-tones', 'DisplayName'))
const RINGS_MAX = 50

/** @param suffix `rwb` for the wideband tones of 78xx and 88xx, else `raw`. */
function listOf(suffix: 'raw' | 'rwb'): Node {
  return named(
    'CiscoIPPhoneRingList',
    [
      named(
        'Ring',
        [
          named('DisplayName', filled(25), { needed: page('ring-tones', 'DisplayName') }),
          node(
            'FileName',
            filled(25, suffix === 'raw' ? /^[\w.-]+\.raw$/ : /^[\w.-]+\.rwb$/, `a file name ending in .${suffix}`),
            page('ring-tones', 'FileName'),
            { needed: page('ring-tones', 'FileName') },
          ),
        ],
        { count: 'many' },
      ),
    ],
    { check: countFaults },
  )
}

export const ringList: Node = listOf('raw')
export const widebandRingList: Node = listOf('rwb')

function countFaults({ children }: Tree, path: string): Fault[] {
  return children.length > RINGS_MAX ? [{ code: 'many', path: `${path}/Ring`, wanted: `at most ${RINGS_MAX}` }] : []
}
