// Which keys a site or a preset may have at a place: taken from the schema itself, so that an error can name them.
import * as z from 'zod'
import { Site } from '../../schemas/site.ts'
import type { Path } from '../problem.ts'

/** @param path to a map of the document; numbers are entries of lists. Empty when any key is possible there. */
export function knownKeys(path: Path, document: z.ZodType = Site): string[] {
  let schema: unknown = document
  for (const step of path) {
    schema = bare(schema, typeof step === 'number')
    if (schema instanceof z.ZodArray) schema = schema.element
    else if (schema instanceof z.ZodObject) schema = schema.shape[String(step)]
    else return []
  }
  schema = bare(schema)
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** @param list which form of a union is meant: the list, or the map. */
function bare(schema: unknown, list = false): unknown {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
    inner = inner.unwrap()
  }
  if (inner instanceof z.ZodUnion) return inner.options.find(form => form instanceof z.ZodArray === list)
  return inner
}
