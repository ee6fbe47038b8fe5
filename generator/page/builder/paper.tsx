// What stands beside the form: the text itself, the files that it makes, what differs from the preset, the registrar's side.
import type { Difference, PreviewFile } from '../core/answer.ts'
import { fillSnippet } from '../model/registrar-snippet.ts'
import type { Desk, Paper } from './desk.ts'
import { valueIn } from './field.tsx'
import { kept } from './kept.tsx'

const PAPERS: readonly Paper[] = ['text', 'files', 'differences', 'registrar']

interface PapersProps {
  desk: Desk
  /** Called when a tab is chosen. */
  open: (paper: Paper) => void
}

function PapersNow({ desk, open }: PapersProps) {
  const { say, state } = desk
  const choose = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = PAPERS[(PAPERS.indexOf(state.paper) + step + PAPERS.length) % PAPERS.length] ?? 'text'
    open(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div class="papers">
      <div class="tabs" role="tablist" aria-label={say.papersLabel} onKeydown={choose}>
        {PAPERS.map(paper => (
          <button
            type="button"
            role="tab"
            id={`tab-${paper}`}
            aria-controls={`paper-${paper}`}
            aria-selected={paper === state.paper ? 'true' : 'false'}
            tabindex={paper === state.paper ? 0 : -1}
            onClick={() => open(paper)}
          >
            {say.papers[paper]}
          </button>
        ))}
      </div>
      {PAPERS.map(paper => (
        <div
          role="tabpanel"
          id={`paper-${paper}`}
          aria-labelledby={`tab-${paper}`}
          class={`paper ${paper}`}
          hidden={paper !== state.paper}
        >
          {paper === 'text' && <TextPaper desk={desk} />}
          {paper === 'files' && paper === state.paper && <FilesPaper desk={desk} />}
          {paper === 'differences' && paper === state.paper && <DifferencesPaper desk={desk} />}
          {paper === 'registrar' && paper === state.paper && <RegistrarPaper desk={desk} />}
        </div>
      ))}
    </div>
  )
}

/** The text itself is not among it: open-text.ts keeps area and editor in step. */
export const Papers = kept<PapersProps>(PapersNow, ({ paper, answer, file, phone, description, secrets }) => [
  ...[paper, paper !== 'text' && answer, file, phone, description.preset === ''],
  paper === 'registrar' && secrets,
])

/** The text area is what everybody has at first; the island puts the editor in its place when somebody comes near. */
function TextPaper({ desk }: { desk: Desk }) {
  const { say, state } = desk
  return (
    <>
      <label for="site">{say.textLabel}</label>
      <p class="hint" id="site-hint">
        {say.textHow}
      </p>
      <div id="editor" />
      <textarea
        id="site"
        name="site"
        rows={26}
        wrap="off"
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        aria-describedby="site-hint"
      >
        {state.text}
      </textarea>
    </>
  )
}

function FilesPaper({ desk }: { desk: Desk }) {
  const { say, state } = desk
  const files = state.answer?.files ?? []
  const file =
    files.find(({ path }) => path === state.file) ??
    files.find(({ path, phone }) => phone === state.phone && /\.cnf(?:\.xml)?$/.test(path)) ??
    files[0]
  if (!file) return <p class="hint">{state.answer ? say.filesLater : say.waiting}</p>
  return (
    <>
      <p class="hint">{say.filesHow}</p>
      <label for="file">{say.file}</label>
      <select id="file" value={file.path} onInput={(event: Event) => desk.set({ file: valueIn(event) })}>
        {files.map(({ path }) => (
          <option value={path} selected={path === file.path}>
            {path.replace(/^files\//, '')}
          </option>
        ))}
      </select>
      <Marked file={file} label={file.path} />
    </>
  )
}

function Marked({ file: { text, holes }, label }: { file: Pick<PreviewFile, 'text' | 'holes'>; label: string }) {
  let from = 0
  const pieces = holes
    .toSorted((a, b) => a.offset - b.offset)
    .map(hole => {
      const before = text.slice(from, hole.offset)
      from = hole.offset
      return (
        <>
          {before}
          <mark>{hole.label}</mark>
        </>
      )
    })
  return (
    <section class="sheet" tabindex={0} aria-label={label}>
      <pre>
        {pieces}
        {text.slice(from)}
      </pre>
    </section>
  )
}

function DifferencesPaper({ desk }: { desk: Desk }) {
  const { say, state } = desk
  if (state.description.preset === '') return <p class="hint">{say.noPresetYet}</p>
  const differences = state.answer?.differences
  if (!differences) return <p class="hint">{state.answer ? say.filesLater : say.waiting}</p>
  return differences.length === 0 ? (
    <p class="hint">{say.differencesNone}</p>
  ) : (
    <>
      <p class="hint">{say.differencesHow}</p>
      <Differences desk={desk} differences={differences} heads={[say.where, say.ofPreset, say.ofSite]} />
    </>
  )
}

interface DifferencesProps {
  desk: Desk
  differences: readonly Difference[]
  heads: readonly string[]
}

export function Differences({ desk: { say }, differences, heads }: DifferencesProps) {
  const value = (words: string) => (words === '' ? <i>{say.notThere}</i> : words)
  return (
    <table class="compare">
      <thead>
        <tr>
          {heads.map(head => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, preset, site }) => (
          <tr>
            <th scope="row">{path}</th>
            <td>{value(preset)}</td>
            <td>{value(site)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RegistrarPaper({ desk }: { desk: Desk }) {
  const { say, state } = desk
  const snippet = state.answer?.snippet
  if (!snippet) return <p class="hint">{state.answer ? say.filesLater : say.waiting}</p>
  return (
    <>
      <h3>{snippet.title}</h3>
      <p class="hint">{say.registrarHowTo}</p>
      <section class="sheet" tabindex={0} aria-label={snippet.title}>
        <pre>{fillSnippet(snippet, state.secrets)}</pre>
      </section>
    </>
  )
}
