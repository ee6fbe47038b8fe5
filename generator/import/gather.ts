// Several files at once: which is the one to import, and which belongs to it.
import { isDialPlan } from './dial-plan.ts'
import { isSipText } from './sip-text/sip-text.ts'

export interface NamedText {
  name: string
  text: string
}

/** What came together: the file to import, the two that may belong to it, and what has to wait for its turn. */
export interface Gathered {
  file: NamedText | undefined
  dialPlan: NamedText | undefined
  /** `SIPDefault.cnf`, what all 7940 and 7960 share. */
  defaults: NamedText | undefined
  left: NamedText[]
}

/** A dial plan or a `SIPDefault.cnf` that came alone is the file itself. */
export function gather(files: readonly NamedText[]): Gathered {
  const plans = files.filter(({ text }) => isDialPlan(text))
  const shared = files.filter(({ name, text }) => /sipdefault/i.test(name) && isSipText(text))
  const others = files.filter(file => !plans.includes(file) && !shared.includes(file))
  const [file = shared[0] ?? plans[0]] = others
  const dialPlan = plans.find(plan => plan !== file)
  const defaults = file && isSipText(file.text) ? shared.find(entry => entry !== file) : undefined
  const used = [file, dialPlan, defaults]
  return { file, dialPlan, defaults, left: files.filter(other => !used.includes(other)) }
}
