// A file of a bundle as text in which its holes can be seen.
import type { Hole } from '../../../schemas/manifest.ts'

/** What the agent puts in there. */
export interface MarkedHole {
  kind: Hole['kind']
  name: string
}
export type Piece = string | MarkedHole

export function piecesOf(bytes: Uint8Array, holes: readonly Hole[]): Piece[] {
  const decoder = new TextDecoder()
  const pieces: Piece[] = []
  let at = 0
  for (const { offset, kind, name } of holes) {
    if (offset > at) pieces.push(visible(decoder.decode(bytes.subarray(at, offset))))
    pieces.push({ kind, name })
    at = offset
  }
  if (at < bytes.length) pieces.push(visible(decoder.decode(bytes.subarray(at))))
  return pieces
}

export const holeText = ({ kind, name }: MarkedHole): string => `{${kind}${name && `:${name}`}}`

/** Lines with the holes as words, to be compared. */
export function markedLines(bytes: Uint8Array, holes: readonly Hole[]): string[] {
  const text = piecesOf(bytes, holes)
    .map(piece => (typeof piece === 'string' ? piece : holeText(piece)))
    .join('')
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** What moves text, or hides in it, is shown as an escape; line ends are all alike. */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu, character =>
      character === '\n' || character === '\t' ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    )
}
