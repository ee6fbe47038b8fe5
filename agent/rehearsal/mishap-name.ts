// What can go wrong with a phone, by name: each mishap is called as the diagnosis that has to come of it.
import { type DiagnosisCode, RULES } from '../board/rules.ts'

type NameOf<Code> = Code extends `phone.${infer Name}` ? Name : never
export type MishapName = NameOf<DiagnosisCode>

/** Every diagnosis has its mishap. Of a load or an image that is missing the shelf is at fault, and the phone only meets it. */
const NAMES = RULES.map(({ code }) => code.slice('phone.'.length) as MishapName)

/** By its name, or a beginning that no other has. */
export function mishapNamed(text: string): MishapName | undefined {
  const [name, ...others] = NAMES.filter(each => each.startsWith(text))
  return others.length === 0 ? name : undefined
}

export interface Mishap {
  name: MishapName
  /** Of `power-lost`: with which block of all images the power goes; else in the middle of the second. */
  block?: number
}
