// A dial plan that came alone: its rules go into the site that a person has already, or become the beginning of one.
import { isMap, isNode, isScalar, parseDocument, stringify } from 'yaml'
import { check } from '../generate.ts'
import type { Lang, Problem } from '../problem.ts'
import { callsLeft, importDialPlan } from './dial-plan.ts'
import type { ImportNote } from './note.ts'

export interface ImportedPlan {
  /** The whole site, with the rules in it. */
  yaml: string
  /** Whether they were put into a site that was there; all else in it stays as it was, word for word. */
  into: boolean
  notes: ImportNote[]
  problems: Problem[]
}

/** @returns undefined when no rule could be taken. */
export async function importPlanAlone(text: string, lang: Lang, site?: string): Promise<ImportedPlan | undefined> {
  const plan = importDialPlan(text)
  const { rules } = plan
  if (rules.length === 0) return undefined
  const block = stringify({ dialPlan: rules })
  const merged = site === undefined ? undefined : putBlock(site, 'dialPlan', block)
  const yaml =
    merged ?? `# Imported from a dial plan; registrar, network and phones are still missing.\nsite: imported\n${block}`
  const { problems } = await check({ text: yaml, lang })
  // Which phone or line would call, a plan alone does not say.
  return { yaml, into: merged !== undefined, notes: [...plan.notes, ...callsLeft(plan)], problems }
}

/** As text, so that comments and spacing stay. @returns undefined for what is no block of keys, such as JSON. */
function putBlock(site: string, key: string, block: string): string | undefined {
  const { contents, errors } = parseDocument(site, { logLevel: 'error' })
  if (errors.length > 0 || !isMap(contents) || contents.flow) return undefined
  const pair = contents.items.find(item => isScalar(item.key) && item.key.value === key)
  const [start] = rangeOf(pair?.key)
  if (start === undefined) return `${site.replace(/\n*$/, '\n')}${block}`
  // To the end of the value's last line; a comment above the next key belongs to that.
  const [, last = start] = rangeOf(pair?.value)
  const end = site.indexOf('\n', Math.max(start, last - 1)) + 1 || site.length
  return `${site.slice(0, start)}${block}${site.slice(end)}`
}

const rangeOf = (node: unknown): readonly number[] => (isNode(node) && node.range) || []
