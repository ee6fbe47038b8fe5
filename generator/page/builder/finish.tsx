// The last part of the form: whether all is right, the bundle, the passwords, and what to do with them.
import type { Problem } from '../../problem.ts'
import type { Desk } from './desk.ts'
import { edit } from './edits.ts'
import { Field } from './field.tsx'

export interface FinishActions {
  make: () => void
  check: () => void
  saveSecrets: () => void
  restore: () => void
  /** Brings a fault into view: its field, or its line. */
  show: (problem: Problem) => void
}

export function Finish({ desk, actions }: { desk: Desk; actions: FinishActions }) {
  const { say, state } = desk
  const { answer, status, made, busy, asleep } = state
  const problems = answer && (state.all || !answer.ok || status.kind !== '') ? answer.problems : []
  const lines = state.description.phones.flatMap(phone => phone.lines)
  const missing = new Set(lines.map(({ secret }) => secret).filter(name => !state.secrets.get(name))).size
  const some = [...state.secrets.values()].some(value => value !== '')
  return (
    <section class="step finish" aria-labelledby="finish-title">
      <h2 id="finish-title">{say.bundle}</h2>
      <Field
        desk={desk}
        place={['site']}
        label={say.siteName}
        value={state.description.site}
        onChange={value => edit(desk, ['site'], value, true)}
      />
      <p class="actions">
        <button class="primary" type="submit" disabled={asleep} aria-disabled={busy ? 'true' : undefined}>
          {say.make}
        </button>
        <button type="button" disabled={asleep} onClick={actions.check}>
          {say.check}
        </button>
        {some && (
          <button type="button" onClick={actions.saveSecrets}>
            {say.saveSecrets}
          </button>
        )}
        <button class="quiet" type="button" disabled={asleep} onClick={actions.restore}>
          {say.restore}
        </button>
      </p>
      {some && missing > 0 && <p class="hint">{say.secretsMissing(missing)}</p>}
      {some && !state.saved && <p class="hint">{say.unsaved}</p>}
      <section id="result" aria-label={say.result}>
        <p id="status" role="status" tabindex={-1} class={status.kind}>
          {status.text}
        </p>
        <Problems desk={desk} problems={problems} show={actions.show} />
        {made && (
          <p>
            <a class="button" href={made.url} download={made.file}>
              {say.again}
            </a>
            {made.text !== state.text && <span class="hint"> {say.older}</span>}
          </p>
        )}
      </section>
    </section>
  )
}

interface ProblemsProps {
  desk: Desk
  problems: readonly Problem[]
  show: (problem: Problem) => void
}

export function Problems({ desk: { say }, problems, show }: ProblemsProps) {
  if (problems.length === 0) return null
  return (
    <ul class="problems">
      {problems.map(problem => (
        <li class={problem.severity}>
          {problem.line !== undefined && (
            <button type="button" class="badge" onClick={() => show(problem)}>
              {say.toLine(problem.line)}
            </button>
          )}
          <strong>{problem.message}</strong>
          <p>
            {problem.cure} <code>{problem.code}</code>
          </p>
        </li>
      ))}
    </ul>
  )
}
