// Completion: the keys that a map does not have yet, and the values that are possible, by the schema and the catalogue.
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  startCompletion,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { Lang } from '../../problem.ts'
import { choicesFor, keyChoicesFor } from './choices.ts'
import { type Place, placeAt } from './place.ts'
import { type Field, fieldsAt, keysOf, lastOf, meaning, type Shape, shapeOf } from './schema.ts'

export const completeSite =
  (lang: Lang) =>
  (context: CompletionContext): CompletionResult | null => {
    const place = placeAt(context.state, context.pos)
    if (!place) return null
    const options = fieldsAt(place.path).flatMap(field => {
      const { kind } = place
      const items = kind === 'either' || kind === 'item' ? field.schema.items : undefined
      if (items) {
        // The list has no item yet, or gets one more: the dash comes with it.
        const item = { name: field.name, schema: items }
        return shapeOf(items) === 'map'
          ? keyOptions(item, place, lang, '- ')
          : valueOptions(item, place, lang, context, '- ')
      }
      if (kind !== 'value' && shapeOf(field.schema) === 'map') return keyOptions(field, place, lang, '')
      return kind === 'key' || kind === 'item' ? [] : valueOptions(field, place, lang, context, '')
    })
    if (options.length === 0) return null
    // On an empty line it would only be in the way of somebody who wants no more.
    if (!context.explicit && place.from === context.pos && (place.kind !== 'value' || place.flow)) return null
    return { from: place.from, to: place.to, options: unique(options), validFor: /^[^\s,:{}[\]#]*$/ }
  }

const unique = (options: readonly Completion[]): Completion[] => [
  ...new Map(options.map(option => [option.label, option])).values(),
]

function keyOptions(field: Field, place: Place, lang: Lang, before: string): Completion[] {
  const required = new Set(field.schema.required)
  const missing = keysOf(field).filter(({ name }) => before !== '' || !place.siblings.has(lastOf(name)))
  const named = keyChoicesFor(field.name, lang).filter(({ value }) => !place.siblings.has(value))
  return [
    ...missing.map(key => ({
      label: lastOf(key.name),
      type: 'property',
      ...info(meaning(key, lang)),
      boost: required.has(lastOf(key.name)) ? 1 : 0,
      apply: insertKey(shapeOf(key.schema), place, before),
    })),
    ...named.map(({ value, words = '' }) => ({
      label: value,
      type: 'property',
      detail: words,
      apply: insertKey('plain', place, before),
    })),
  ]
}

const info = (text: string | undefined) => (text === undefined ? {} : { info: text })

function valueOptions(
  field: Field,
  place: Place,
  lang: Lang,
  context: CompletionContext,
  before: string,
): Completion[] {
  const { schema, name } = field
  if (shapeOf(schema) !== 'plain') return []
  const model = place.around.get('model') ?? ''
  const values = schema.type === 'boolean' ? ['true', 'false'] : (schema.enum ?? [])
  const choices = [
    ...values.map(value => ({ value })),
    ...choicesFor(name, { lang, model, text: context.state.doc.toString() }),
  ]
  const blank = place.colon === 'before' ? ' ' : ''
  return choices.map(({ value, words }: { value: string; words?: string }, index) => ({
    label: value,
    type: 'enum',
    ...(words !== undefined && { detail: words }),
    boost: -index / 100, // in the order of the list: the newest load first
    apply: before + blank + (place.quote === '' ? quoted(value) : value),
  }))
}

/** What YAML would take for something else than a text. */
const quoted = (value: string): string => (/^(?:<<|[0-9][0-9.]*)$/.test(value) ? `"${value}"` : value)

/** Writes a key with what follows it, and offers at once what can stand there. */
function insertKey(shape: Shape, place: Place, before: string) {
  return (view: EditorView, { label }: Completion, from: number, to: number): void => {
    const [ahead, behind] =
      place.colon === 'after' ? ['', ''] : place.flow ? IN_LINE[shape] : below(shape, place, before)
    const change = insertCompletionText(view.state, before + label + ahead + behind, from, to)
    const at = from + before.length + label.length + ahead.length
    view.dispatch({ ...change, selection: { anchor: at } })
    if (ahead !== '') startCompletion(view)
  }
}

/** What stands before the cursor, and behind it. */
const IN_LINE: Readonly<Record<Shape, readonly [string, string]>> = {
  plain: [': ', ''],
  map: [': { ', ' }'],
  list: [': [', ']'],
}

function below(shape: Shape, { indent }: Place, before: string): readonly [string, string] {
  if (shape === 'plain') return [': ', '']
  const blanks = ' '.repeat(indent + before.length + 2)
  return [`:\n${blanks}${shape === 'list' ? '- ' : ''}`, '']
}
