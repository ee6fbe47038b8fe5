// What differs between two bundles, per phone and file; the lines of a file are fetched when somebody opens it.
import { useState } from 'hono/jsx'
import { shortId } from '../../../schemas/site-id.ts'
import type { Lang } from '../../problem.ts'
import { moment } from '../bundle/amounts.ts'
import type { Change, Comparison, FileChange, PhoneChange } from './compare.ts'
import type { DiffLine } from './line-diff.ts'
import { LongList } from './long-list.tsx'
import { visible } from './marked.ts'
import type { Report } from './message.ts'
import { VERIFY_WORDS } from './words.ts'

export interface DifferenceProps {
  lang: Lang
  from: Report
  to: Report
  comparison: Comparison
  linesOf: (path: string) => Promise<DiffLine[][]>
}

export function Difference({ lang, from, to, comparison, linesOf }: DifferenceProps) {
  const say = VERIFY_WORDS[lang]
  const { site, phones, files, hosts } = comparison
  const nameOf = ({ file, manifest }: Report) =>
    `${file} (${shortId(manifest.site.id)}, ${moment(manifest.issued, lang)})`
  const changedFiles = files.filter(({ state }) => state !== 'same')
  return (
    <section class="card difference" aria-labelledby="verify-difference">
      <h2 id="verify-difference">{say.between(nameOf(from), nameOf(to))}</h2>
      <Hosts title={say.newHosts} hosts={hosts.added} />
      <Hosts title={say.oldHosts} hosts={hosts.removed} />
      <h3>{say.site2}</h3>
      {site.length === 0 ? <p>{say.same}</p> : <Changes lang={lang} changes={site} />}
      <h3>{say.phones}</h3>
      <LongList
        items={[...phones].sort((a, b) => Number(a.state === 'same') - Number(b.state === 'same'))}
        all={say.all}
        show={change => <Phone lang={lang} change={change} linesOf={linesOf} />}
      />
      <h3>{say.otherFiles}</h3>
      {changedFiles.length === 0 ? (
        <p>{say.same}</p>
      ) : (
        changedFiles.map(change => <FileLines lang={lang} change={change} linesOf={linesOf} />)
      )}
    </section>
  )
}

function Hosts({ title, hosts }: { title: string; hosts: readonly string[] }) {
  if (hosts.length === 0) return null
  return (
    <p class="caution">
      <strong>{title}:</strong> {hosts.map(visible).join(', ')}
    </p>
  )
}

function Phone({ lang, change, linesOf }: Pick<DifferenceProps, 'lang' | 'linesOf'> & { change: PhoneChange }) {
  const say = VERIFY_WORDS[lang]
  const { phone, state, changes, file } = change
  return (
    <div class="phone-change">
      <h4>
        {visible(phone.label || phone.model)} <code>{phone.mac === 'any' ? say.first : phone.mac}</code>{' '}
        <span class={`state ${state}`}>{say.changed[state]}</span>
      </h4>
      {changes.length > 0 && <Changes lang={lang} changes={changes} />}
      {file.state !== 'same' && <FileLines lang={lang} change={file} linesOf={linesOf} />}
    </div>
  )
}

function Changes({ lang, changes }: { lang: Lang; changes: readonly Change[] }) {
  const say = VERIFY_WORDS[lang]
  const value = (text: string) => (text === '' ? <i>{say.none}</i> : visible(text))
  return (
    <table class="changes">
      <thead>
        <tr>
          {[say.path, say.before, say.after].map(name => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr>
            <th scope="row">{visible(path)}</th>
            <td>{value(before)}</td>
            <td>{value(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FileLines({ lang, change, linesOf }: Pick<DifferenceProps, 'lang' | 'linesOf'> & { change: FileChange }) {
  const say = VERIFY_WORDS[lang]
  const [hunks, set] = useState<DiffLine[][] | undefined>(undefined)
  const { path, state, added, removed } = change
  const load = async (event: Event) => {
    const opened = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open
    if (opened && !hunks) set(await linesOf(path))
  }
  return (
    <details class="file-change" onToggle={load}>
      <summary>
        <span class="path">{path}</span> <span class={`state ${state}`}>{say.changed[state]}</span>{' '}
        <small>{say.linesChanged(added, removed)}</small>
      </summary>
      <section class="diff" tabindex={0} aria-label={path}>
        {hunks?.map((lines, index) => (
          <>
            {index > 0 && (
              <p class="left-out">
                <span class="unseen">{say.leftOut}</span> …
              </p>
            )}
            {lines.map(line => (
              <Line line={line} say={say} />
            ))}
          </>
        ))}
      </section>
    </details>
  )
}

const SIGNS = { same: ' ', added: '+', removed: '−' } as const

function Line({
  line: { kind, text, before, after },
  say,
}: {
  line: DiffLine
  say: { added: string; removed: string }
}) {
  return (
    <div class={`line ${kind}`}>
      <span class="number" aria-hidden="true">
        {String(before ?? '')}
      </span>
      <span class="number" aria-hidden="true">
        {String(after ?? '')}
      </span>
      <span class="sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <span class="text">
        {kind !== 'same' && <span class="unseen">{say[kind]}: </span>}
        {text}
      </span>
    </div>
  )
}
