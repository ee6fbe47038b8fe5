// Every check with its result, in the order in which they are made.
import type { BundleErrorCode } from '../../../schemas/bundle/errors.ts'
import type { Lang } from '../../problem.ts'
import { outcomes } from './checks.ts'
import { VERIFY_WORDS } from './words.ts'

const SIGNS = { passed: '✓', failed: '✗', skipped: '–', noted: '!' } as const

export interface ChecksProps {
  lang: Lang
  refused?: BundleErrorCode
  /** Whose the root key is: that of another server is a thing to read, no fault. */
  root?: 'own' | 'other'
}

export function Checks({ lang, refused, root }: ChecksProps) {
  const say = VERIFY_WORDS[lang]
  return (
    <ul class="checks">
      {outcomes(refused).map(({ check, state }) => {
        const isRoot = check === 'root' && state === 'passed' && root !== undefined
        const shown = isRoot && root === 'other' ? 'noted' : state
        return (
          <li class={shown}>
            <span class="sign" aria-hidden="true">
              {SIGNS[shown]}
            </span>
            <span>
              {say.check[check]}: <strong>{isRoot ? say.rootState[root] : say.state[state]}</strong>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
