// What a visitor does on /verify: brings one bundle, then perhaps another, and sees what is in them.
import { useEffect, useState } from 'hono/jsx'
import type { Lang } from '../../problem.ts'
import type { Verifier } from './client.ts'
import type { Comparison } from './compare.ts'
import { Difference } from './difference.tsx'
import type { OpenAnswer, Report, Slot } from './message.ts'
import type { OwnKeys } from './page.tsx'
import { Refusal } from './refusal.tsx'
import { ReportView } from './report.tsx'
import { VERIFY_WORDS } from './words.ts'

export interface DeskProps {
  lang: Lang
  own: OwnKeys | undefined
  verifier: Verifier
}

interface Shown {
  answer: OpenAnswer
  /** Counts what was opened, so that nothing of an earlier bundle stays on the page. */
  turn: number
}

export function Desk({ lang, own, verifier }: DeskProps) {
  const say = VERIFY_WORDS[lang]
  const [told, tell] = useState<{ kind: 'good' | 'bad' | ''; text: string; busy?: boolean }>({ kind: '', text: '' })
  const [first, setFirst] = useState<Shown | undefined>(undefined)
  const [second, setSecond] = useState<Shown | undefined>(undefined)
  const [comparison, setComparison] = useState<Comparison | undefined>(undefined)
  const isOpen = first?.answer.ok ?? false

  async function take(slot: Slot, file: File | undefined): Promise<void> {
    if (!file) return
    const turn = ++turns
    setComparison(undefined)
    setSecond(undefined)
    if (slot === 'first') setFirst(undefined)
    try {
      const busy = (text: string) => turn === turns && tell({ kind: '', text, busy: true })
      const answer = await verifier.ask('open', { slot, file }, stage => busy(say.working[stage]))
      if (turn !== turns) return
      if (slot === 'first') setFirst({ answer, turn })
      else setSecond({ answer, turn })
      if (slot === 'second' && answer.ok) {
        busy(say.comparing)
        const found = await verifier.ask('compare', {})
        if (turn !== turns) return
        setComparison(found)
      }
      tell(
        answer.ok
          ? { kind: 'good', text: say.good(answer.report.file, answer.report.manifest.issuer) }
          : { kind: 'bad', text: say.bad(answer.file) },
      )
    } catch {
      if (turn === turns) tell({ kind: 'bad', text: say.failed })
    }
  }

  useEffect(() => takeDrops(file => void take(isOpen ? 'second' : 'first', file)), [isOpen])

  return (
    <>
      <form class="chooser">
        <label for="verify-first">{say.choose}</label>
        <p class="hint" id="verify-how">
          {say.drop} <strong>{say.private}</strong>
        </p>
        <Chooser id="verify-first" describedBy="verify-how" onFile={file => take('first', file)} />
      </form>
      <p class={`status ${told.kind}`} role="status">
        {told.text}
      </p>
      {told.busy && <progress aria-label={told.text} />}
      {first && !first.answer.ok && <Refusal key={first.turn} lang={lang} answer={first.answer} />}
      {first?.answer.ok && (
        <>
          <form class="chooser card">
            <label for="verify-second">{say.second}</label>
            <p class="hint" id="verify-second-how">
              {say.secondHow}
            </p>
            <Chooser id="verify-second" describedBy="verify-second-how" onFile={file => take('second', file)} />
          </form>
          {second && !second.answer.ok && <Refusal key={second.turn} lang={lang} answer={second.answer} />}
          {second?.answer.ok && comparison && (
            <Difference
              key={second.turn}
              lang={lang}
              from={first.answer.report}
              to={second.answer.report}
              comparison={comparison}
              linesOf={path => verifier.ask('lines', { path })}
            />
          )}
          <ReportOf key={first.turn} lang={lang} own={own} report={first.answer.report} verifier={verifier} />
        </>
      )}
    </>
  )
}

let turns = 0

function ReportOf({ lang, own, report, verifier }: DeskProps & { report: Report }) {
  const piecesOf = (path: string) => verifier.ask('pieces', { slot: 'first', path })
  return <ReportView lang={lang} own={own} report={report} piecesOf={piecesOf} />
}

function Chooser({ id, describedBy, onFile }: { id: string; describedBy: string; onFile: (file?: File) => void }) {
  const chosen = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return
    const [file] = event.target.files ?? []
    event.target.value = '' // the same file again is a change too
    onFile(file)
  }
  return <input id={id} type="file" accept=".zip,application/zip" aria-describedby={describedBy} onChange={chosen} />
}

/** Anywhere on the page; what is no file stays the browser's. */
function takeDrops(onFile: (file: File | undefined) => void): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    onFile(event.dataTransfer.files[0])
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  return () => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
  }
}
