// Compares a file that was read with the format it should have. A fault says where and what would be right, never what
// stands there: that may be a password.
import type { Attribute, Family, Node, Value } from './node.ts'

/** What any reader of XML gives; the text is what stands directly inside, entities resolved. */
export interface Tree {
  name: string
  attributes: ReadonlyMap<string, string>
  children: readonly Tree[]
  text: string
}

export type FaultCode =
  | 'root'
  | 'unknown'
  | 'family'
  | 'missing'
  | 'twice'
  | 'many'
  | 'value'
  | 'text'
  | 'children'
  | 'attribute-unknown'
  | 'attribute-missing'
  | 'attribute-value'

export interface Fault {
  code: FaultCode
  /** `device/sipProfile/sipLines/line[2]/featureID`, attributes as `…/line[2]@button`. */
  path: string
  /** What would be right; from the schema, never from the file. */
  wanted?: string
}

/**
 * @param family of the phone that the file is for; undefined: whatever any of them takes.
 * @returns every fault, in the order of the file.
 */
export function faultsOf(tree: Tree, schema: Node, family?: Family): Fault[] {
  if (tree.name !== schema.name) return [{ code: 'root', path: schema.name }]
  return elementFaults(tree, schema, tree.name, family)
}

function elementFaults(element: Tree, schema: Node, path: string, family: Family | undefined): Fault[] {
  const faults = attributeFaults(element, schema.attributes ?? {}, path, family)
  if (schema.families && family && !schema.families.includes(family))
    faults.push({ code: 'family', path, wanted: schema.families.join(', ') })
  if (hasChildren(schema.content)) {
    if (element.text.trim() !== '') faults.push({ code: 'text', path })
    faults.push(...childFaults(element, schema.content, path, family))
  } else if (element.children.length > 0) faults.push({ code: 'children', path })
  else if (!fits(element.text, schema.content, family))
    faults.push({ code: 'value', path, wanted: describe(schema.content, family) })
  return [...faults, ...(schema.check?.(element, path, family) ?? [])]
}

function childFaults(element: Tree, nodes: readonly Node[], path: string, family: Family | undefined): Fault[] {
  const seen = new Map<string, number>()
  const faults = element.children.flatMap(child => {
    const schema = nodes.find(({ name }) => isNamed(child.name, name))
    if (!schema) return [{ code: 'unknown' as const, path: `${path}/${child.name}` }]
    const nth = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, nth)
    const here = `${path}/${child.name}${schema.count === 'many' ? `[${nth}]` : ''}`
    if (schema.count !== 'many' && nth > 1) return [{ code: 'twice' as const, path: here }]
    return elementFaults(child, schema, here, family)
  })
  const missing = nodes.filter(
    ({ name, needed, families }) =>
      needed !== undefined &&
      !(families && family && !families.includes(family)) &&
      !element.children.some(child => isNamed(child.name, name)),
  )
  return [...faults, ...missing.map(({ name }): Fault => ({ code: 'missing', path: `${path}/${name}` }))]
}

/** Names in any case: phones take `MATCH` and `match` alike (field guide, phones 8). */
function attributeFaults(
  { attributes }: Tree,
  schema: Readonly<Record<string, Attribute>>,
  path: string,
  family: Family | undefined,
): Fault[] {
  const known = new Map(Object.entries(schema).map(([name, attribute]) => [name.toLowerCase(), attribute]))
  const there = new Map([...attributes].map(([name, value]) => [name.toLowerCase(), value]))
  const faults: Fault[] = []
  for (const name of attributes.keys())
    if (!known.has(name.toLowerCase())) faults.push({ code: 'attribute-unknown', path: `${path}@${name}` })
  for (const [name, { value, needed }] of Object.entries(schema)) {
    const found = there.get(name.toLowerCase())
    const place = `${path}@${name}`
    if (found === undefined) {
      if (needed) faults.push({ code: 'attribute-missing', path: place })
    } else if (!fits(found, value, family))
      faults.push({ code: 'attribute-value', path: place, wanted: describe(value, family) })
  }
  return faults
}

/** By its name in any case, as above. */
export const attributeOf = ({ attributes }: Tree, name: string): string | undefined =>
  [...attributes].find(([found]) => found.toLowerCase() === name.toLowerCase())?.[1]

/** Whether a text is what a node may hold. */
export function fits(text: string, value: Value, family?: Family): boolean {
  switch (value.kind) {
    case 'text': {
      // Limits count characters, as the phone shows them.
      const length = [...text].length
      return length >= value.min && length <= (value.max ?? length) && (value.pattern?.test(text) ?? true)
    }
    case 'number':
      if (text === '') return value.blank === true
      return /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) >= value.from && Number(text) <= value.to
    case 'values':
      return text === '' ? value.blank === true || Object.hasOwn(value.values, '') : Object.hasOwn(value.values, text)
    case 'list':
      return text === '' || text.split(',').every(one => Object.hasOwn(value.values, one))
    case 'family':
      if (family) return fits(text, value.of[family])
      return Object.values(value.of).some(one => fits(text, one))
  }
}

/** What would be right, for people. */
export function describe(value: Value, family?: Family): string {
  switch (value.kind) {
    case 'text': {
      const words = [value.says ?? 'text', ...(value.max === undefined ? [] : [`at most ${value.max} characters`])]
      return [...words, ...(value.min === 0 ? ['may be empty'] : [])].join('; ')
    }
    case 'number':
      return `${value.from} to ${value.to}${value.unit === undefined ? '' : ` ${value.unit}`}${orNothing(value)}`
    case 'values':
      return `${meanings(value.values)}${orNothing(value)}`
    case 'list':
      return `several, with commas between: ${meanings(value.values)}`
    case 'family': {
      if (family) return describe(value.of[family])
      // Families that read it alike in one go.
      const groups = new Map<string, string[]>()
      for (const [name, one] of Object.entries(value.of))
        groups.set(describe(one), [...(groups.get(describe(one)) ?? []), name])
      return [...groups].map(([words, names]) => `${names.join(', ')}: ${words}`).join('. ')
    }
  }
}

/** A long list is told by its first ones. */
function meanings(of: Readonly<Record<string, string>>): string {
  const all = Object.entries(of).map(([value, meaning]) => (meaning === '' ? value : `${value} = ${meaning}`))
  return all.length > LIST_MAX ? `${all.slice(0, 3).join('; ')} and ${all.length - 3} more` : all.join('; ')
}
const LIST_MAX = 40
const orNothing = ({ blank }: { blank?: true }) => (blank ? '; may be empty' : '')
export const hasChildren = (content: Node['content']): content is readonly Node[] => Array.isArray(content)

/** Whether an element has the name of a node, whose `#` stands for a number. */
export function isNamed(element: string, name: string): boolean {
  const [before = '', after] = name.split('#')
  if (after === undefined) return element === name
  return element.startsWith(before) && /^[1-9]\d*$/.test(element.slice(before.length))
}
