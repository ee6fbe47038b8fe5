// A bundle that is refused: why, in the agent's own sentence, and what was right before that.
import { BundleError } from '../../../schemas/bundle/errors.ts'
import type { Lang } from '../../problem.ts'
import { Checks } from './check-list.tsx'
import { visible } from './marked.ts'
import type { OpenAnswer } from './message.ts'
import { VERIFY_WORDS } from './words.ts'

export function Refusal({ lang, answer }: { lang: Lang; answer: Extract<OpenAnswer, { ok: false }> }) {
  const say = VERIFY_WORDS[lang]
  const { code, detail } = answer
  if (code === 'unreadable' || code === 'unsupported') return <Why {...say[code]} />
  return (
    <>
      <Why {...new BundleError(code, visible(detail).slice(0, 200)).explain(lang)} code={code} />
      <section class="card" aria-labelledby="verify-checks">
        <h2 id="verify-checks">{say.checks}</h2>
        <Checks lang={lang} refused={code} />
      </section>
    </>
  )
}

function Why({ message, cure, code = '' }: { message: string; cure: string; code?: string }) {
  return (
    <ul class="problems refusal">
      <li>
        <strong>{message}</strong>
        <p>
          {cure} {code !== '' && <code>{code}</code>}
        </p>
      </li>
    </ul>
  )
}
