// What a key means, shown when the pointer rests on it.
import type { EditorState } from '@codemirror/state'
import type { EditorView, Tooltip } from '@codemirror/view'
import type { Lang } from '../../problem.ts'
import { placeAt } from './place.ts'
import { fieldsAt, meaning } from './schema.ts'

export interface Help {
  from: number
  to: number
  key: string
  words: string
}

/** @returns undefined where no key stands, or one that nothing is said of. */
export function helpAt(state: EditorState, pos: number, lang: Lang): Help | undefined {
  const line = state.doc.lineAt(pos)
  const before = /["']?[\w-]*$/.exec(line.text.slice(0, pos - line.from))?.[0] ?? ''
  const after = /^([\w-]*)["']?\s*:(?:\s|$)/.exec(line.text.slice(pos - line.from))
  if (!after) return undefined
  const key = (before + (after[1] ?? '')).replace(/^["']/, '')
  const from = pos - before.length
  const place = placeAt(state, pos)
  if (!place || place.kind === 'value' || key === '') return undefined
  const [words] = fieldsAt([...place.path, key]).flatMap(field => meaning(field, lang) ?? [])
  return words === undefined ? undefined : { from, to: from + key.length, key, words }
}

export function keyHelp({ state }: EditorView, pos: number, lang: Lang): Tooltip | null {
  const help = helpAt(state, pos, lang)
  if (!help) return null
  return {
    pos: help.from,
    end: help.to,
    above: true,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'cp-help'
      dom.textContent = help.words
      return { dom }
    },
  }
}
