// The files of a bundle, each to be opened as text. One that nobody opens costs nothing.
import { useState } from 'hono/jsx'
import type { BundleFile } from '../../../schemas/manifest.ts'
import type { Lang } from '../../problem.ts'
import { kilobytes } from '../bundle/amounts.ts'
import { LongList } from './long-list.tsx'
import { holeText, type Piece } from './marked.ts'
import { VERIFY_WORDS } from './words.ts'

export interface FileListProps {
  lang: Lang
  files: readonly BundleFile[]
  piecesOf: (path: string) => Promise<Piece[]>
}

export function FileList({ lang, files, piecesOf }: FileListProps) {
  return (
    <div class="files">
      <LongList
        items={files}
        all={VERIFY_WORDS[lang].all}
        show={file => <OneFile lang={lang} file={file} piecesOf={piecesOf} />}
      />
    </div>
  )
}

function OneFile({ lang, file, piecesOf }: Omit<FileListProps, 'files'> & { file: BundleFile }) {
  const say = VERIFY_WORDS[lang]
  const [pieces, set] = useState<Piece[] | undefined>(undefined)
  const { path, size, sha256, holes } = file
  const load = async (event: Event) => {
    const opened = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open
    if (opened && !pieces) set(await piecesOf(path))
  }
  return (
    <details onToggle={load}>
      <summary>
        <span class="path">{path}</span> <small>{kilobytes(size, lang)}</small>
        {holes.length > 0 && <small> · {say.holes(holes.length)}</small>}
      </summary>
      <p class="hash">
        <small>SHA-256 </small>
        <code>{sha256}</code>
      </p>
      <pre tabindex={0}>
        {pieces?.map(piece =>
          typeof piece === 'string' ? (
            piece
          ) : (
            <mark class="hole" title={`${say.hole[piece.kind]} ${piece.name}`}>
              {holeText(piece)}
            </mark>
          ),
        )}
      </pre>
    </details>
  )
}
