// The JSON Schema of the site, as the editor needs it: what may stand at a place, and what it means.
import site from '../../../schemas/json/site.json' with { type: 'json' }
import type { Lang, Path } from '../../problem.ts'
import { GERMAN, UNSAID } from './words.ts'

interface Schema {
  type?: string | undefined
  description?: string | undefined
  properties?: Readonly<Record<string, Schema>> | undefined
  required?: readonly string[] | undefined
  additionalProperties?: boolean | Schema | undefined
  propertyNames?: Schema | undefined
  items?: Schema | undefined
  enum?: readonly string[] | undefined
  anyOf?: readonly Schema[] | undefined
}

const SITE: Schema = site

export interface Field {
  /** `phones.lines.label`: without the numbers. */
  name: string
  schema: Schema
}

/** What the schema says of a place; several where it has alternatives. */
export function fieldsAt(path: Path): Field[] {
  let found: Field[] = [{ name: '', schema: SITE }]
  for (const step of path) {
    found = found.flatMap(({ name, schema }) =>
      branches(schema).flatMap(branch => {
        const next = typeof step === 'number' ? branch.items : into(branch, step)
        if (!next) return []
        return { name: typeof step === 'number' ? name : `${name}${name && '.'}${step}`, schema: next }
      }),
    )
  }
  return found.flatMap(({ name, schema }) =>
    branches(schema).map(branch => ({ name, schema: schema === branch ? schema : { ...branch, ...describe(schema) } })),
  )
}

const branches = (schema: Schema): readonly Schema[] => schema.anyOf ?? [schema]
const describe = ({ description }: Schema) => (description === undefined ? {} : { description })

function into({ properties = {}, additionalProperties }: Schema, key: string): Schema | undefined {
  if (Object.hasOwn(properties, key)) return properties[key]
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

/** For a person; undefined where the schema says nothing. */
export function meaning({ name, schema: { description } }: Field, lang: Lang): string | undefined {
  if (description === undefined) return UNSAID[name]?.[lang]
  return lang === 'de' ? (GERMAN[description] ?? description) : description
}

/** The keys of a map by their names, with what each holds. */
export function keysOf({ name, schema }: Field): Field[] {
  const { properties = {}, propertyNames, additionalProperties } = schema
  const named = typeof additionalProperties === 'object' ? additionalProperties : undefined
  return [
    ...Object.entries(properties).map(([key, schema]) => ({ name: join(name, key), schema })),
    ...(propertyNames?.enum ?? []).flatMap(key => (named ? { name: join(name, key), schema: named } : [])),
  ]
}

const join = (name: string, key: string): string => (name === '' ? key : `${name}.${key}`)
export const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

export type Shape = 'map' | 'list' | 'plain'
export const shapeOf = ({ type, anyOf }: Schema): Shape =>
  type === 'object' ? 'map' : type === 'array' || anyOf?.[0]?.type === 'array' ? 'list' : 'plain'
