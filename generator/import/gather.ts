// Several files at once: which is the one to import, and which belongs to it.
import { isDialPlan } from './dial-plan.ts'

export interface NamedText {
  name: string
  text: string
}

/** What came together: the file to import, the dial plan that belongs to it, and what has to wait for its turn. */
export interface Gathered {
  file: NamedText | undefined
  dialPlan: NamedText | undefined
  left: NamedText[]
}

/** A dial plan that came alone is the file itself. */
export function gather(files: readonly NamedText[]): Gathered {
  const plans = files.filter(({ text }) => isDialPlan(text))
  const others = files.filter(file => !plans.includes(file))
  const [file = plans[0]] = others
  const dialPlan = plans.find(plan => plan !== file)
  return { file, dialPlan, left: files.filter(other => other !== file && other !== dialPlan) }
}
