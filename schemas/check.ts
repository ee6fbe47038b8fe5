// Checks a value against one of our own JSON Schemas (schemas/json), so that the agent needs no schema library.

/** The part of JSON Schema draft-7 that ours use; `schemas/check.test.ts` sees to it that they use no more. */
export interface JsonSchema {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  properties?: Readonly<Record<string, JsonSchema>>
  required?: readonly string[]
  additionalProperties?: boolean
  anyOf?: readonly JsonSchema[]
}

/** @returns the path of the first fault, `phones.0.mac`; the empty path for the value itself; undefined when it is right. */
export function findFault(value: unknown, schema: JsonSchema): string | undefined {
  return fault(value, schema, '')
}

function fault(value: unknown, schema: JsonSchema, path: string): string | undefined {
  if (schema.anyOf) return schema.anyOf.some(one => fault(value, one, path) === undefined) ? undefined : path
  if ('const' in schema) return value === schema.const ? undefined : path
  if (schema.enum) return schema.enum.includes(value) ? undefined : path
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' && isText(value, schema) ? undefined : path
    case 'integer':
      return Number.isSafeInteger(value) && isBetween(Number(value), schema.minimum, schema.maximum) ? undefined : path
    case 'boolean':
      return typeof value === 'boolean' ? undefined : path
    case 'array':
      return Array.isArray(value) ? faultOfArray(value, schema, path) : path
    default:
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? faultOfObject(value, schema, path)
        : path
  }
}

const isBetween = (value: number, min = -Infinity, max = Infinity) => value >= min && value <= max

function isText(value: string, { minLength, maxLength, pattern }: JsonSchema): boolean {
  return isBetween(value.length, minLength, maxLength) && (pattern === undefined || new RegExp(pattern).test(value))
}

const below = (path: string, step: string | number) => (path === '' ? `${step}` : `${path}.${step}`)

function faultOfArray(value: unknown[], schema: JsonSchema, path: string): string | undefined {
  if (!isBetween(value.length, schema.minItems, schema.maxItems)) return path
  for (const [index, item] of value.entries()) {
    const found = schema.items && fault(item, schema.items, below(path, index))
    if (found !== undefined) return found
  }
  return undefined
}

function faultOfObject(value: object, schema: JsonSchema, path: string): string | undefined {
  const missing = schema.required?.find(key => !Object.hasOwn(value, key))
  if (missing !== undefined) return below(path, missing)
  for (const [key, item] of Object.entries(value)) {
    const property = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
    if (!property) return below(path, key) // all our objects are closed
    const found = fault(item, property, below(path, key))
    if (found !== undefined) return found
  }
  return undefined
}
