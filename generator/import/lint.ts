// Looks at a file that somebody has for the mistakes that people are known to make (docs/pitfalls.md), whatever kind of file
// it is. It changes nothing, and no value of a password leaves it.
import type { PhoneModel } from '../catalog/phone-model.ts'
import { lintDefault } from './lint/default.ts'
import { lintDevice } from './lint/device.ts'
import { lintLines } from './lint/lines.ts'
import { lintLoads } from './lint/load.ts'
import type { Mistake, Tell } from './lint/mistake.ts'
import { lintRules } from './lint/rules.ts'
import { lintLoader, lintSettings } from './lint/text.ts'
import type { LooseText } from './sip-text/loose-text.ts'
import { type LooseElement, readLooseXml } from './tolerant-xml.ts'

/** The kinds of files of a phone, by their root or their name. */
export type FileKind = 'configuration' | 'xml-default' | 'dial-plan' | 'loader'

const ROOTS: Readonly<Record<string, FileKind>> = {
  device: 'configuration',
  default: 'xml-default',
  dialtemplate: 'dial-plan',
}

/** @returns undefined for a file of no kind that is known here. */
export function kindOf(name: string, root: LooseElement | undefined): FileKind | undefined {
  if (root) return Object.hasOwn(ROOTS, root.name.toLowerCase()) ? ROOTS[root.name.toLowerCase()] : undefined
  return /^os79xx\.txt$/i.test(name) ? 'loader' : undefined
}

/** SEP<MAC>.cnf.xml. @param told the model, when the person says it: then a load for another one is a mistake */
export function lintConfiguration(
  name: string,
  device: LooseElement,
  model: PhoneModel | undefined,
  told = false,
): Mistake[] {
  return gather(tell => {
    const right = name.replace(/^sep([0-9a-f]{12})\.cnf\.xml$/i, (_, mac: string) => `SEP${mac.toUpperCase()}.cnf.xml`)
    if (right !== name) tell('lint.file-name', 1, { name: right })
    lintDevice(device, model, tell)
    lintLines(device, model, tell)
    lintLoads(device, told ? model : undefined, tell)
  })
}

/** @param model whose dial plan it is, when that is known */
export const lintDialPlan = (text: string, model?: PhoneModel): Mistake[] =>
  gather(tell => lintRules(text, readLooseXml(text).root, model, tell))

/** SIP<MAC>.cnf over SIPDefault.cnf. */
export const lintText = (settings: LooseText['settings']): Mistake[] => gather(tell => lintSettings(settings, tell))

/** Any file of a phone by itself. */
export function lint(name: string, text: string): Mistake[] {
  const { root } = readLooseXml(text)
  switch (kindOf(name, root)) {
    case 'configuration':
      return root ? lintConfiguration(name, root, undefined) : []
    case 'xml-default':
      return root ? gather(tell => lintDefault(root, tell)) : []
    case 'dial-plan':
      return lintDialPlan(text)
    case 'loader':
      return gather(tell => lintLoader(text, tell))
    default:
      return []
  }
}

/** More than anybody reads. */
const MAX_MISTAKES = 100

/** In the order of the lines. */
function gather(look: (tell: Tell) => void): Mistake[] {
  const found: Mistake[] = []
  look((code, line, details) => found.push({ code, line, ...(details && { details }) }))
  return found.sort((a, b) => a.line - b.line).slice(0, MAX_MISTAKES)
}
