// A file of a bundle as a person can read it: what the agent will put in stands there as {secret:line1} or {load}.
import type { PhoneFile } from '../generator/files/xml.ts'

export function markedHoles({ bytes, holes }: Pick<PhoneFile, 'bytes' | 'holes'>): string {
  let text = ''
  let at = 0
  for (const { offset, kind, name } of holes) {
    text += `${Buffer.from(bytes.subarray(at, offset))}{${kind}${name === '' ? '' : `:${name}`}}`
    at = offset
  }
  return text + Buffer.from(bytes.subarray(at)).toString()
}
