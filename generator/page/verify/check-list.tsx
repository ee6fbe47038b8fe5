// Every check with its result, in the order in which they are made.
import type { BundleErrorCode } from '../../../schemas/bundle/errors.ts'
import type { Lang } from '../../problem.ts'
import { outcomes } from './checks.ts'
import { VERIFY_WORDS } from './words.ts'

const SIGNS = { passed: '✓', failed: '✗', skipped: '–', noted: '!' } as const

export interface ChecksProps {
  lang: Lang
  refused?: BundleErrorCode
  /** The root key is nobody's that this server knows: a thing to read, no fault. */
  rootNoted?: boolean
}

export function Checks({ lang, refused, rootNoted = false }: ChecksProps) {
  const say = VERIFY_WORDS[lang]
  return (
    <ul class="checks">
      {outcomes(refused).map(({ check, state }) => {
        const shown = check === 'root' && state === 'passed' && rootNoted ? 'noted' : state
        return (
          <li class={shown}>
            <span class="sign" aria-hidden="true">
              {SIGNS[shown]}
            </span>
            <span>
              {say.check[check]}: <strong>{say.state[shown]}</strong>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
