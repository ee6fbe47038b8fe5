// dialplan.xml of any spelling → the rules of a site.
import { DIAL_PATTERN } from '../../schemas/preset.ts'
import { childrenOf, type LooseElement, readLooseXml } from './tolerant-xml.ts'

export interface ImportedRule {
  match: string
  wait: number
}

/** What a rule had that a site cannot say; the rule stands without it, or not at all where its pattern is not documented. */
export type RuleNote =
  | { code: 'import.rule-pattern'; line: number; match: string }
  | { code: 'import.rule-part'; line: number; part: 'rewrite' | 'tone' | 'user' | 'comma' | 'wait' }

export interface ImportedDialPlan {
  rules: ImportedRule[]
  notes: RuleNote[]
}

const MAX_WAIT = 60
const MAX_RULES = 100

/** Roots and attributes are written in any case (`DIALTEMPLATE`, `Timeout`); a comma, which plays a tone, is left out. */
export function importDialPlan(text: string): ImportedDialPlan {
  const rules: ImportedRule[] = []
  const notes: RuleNote[] = []
  for (const { attributes, line } of templatesIn(readLooseXml(text).root)) {
    const written = attributes.get('match') ?? ''
    const match = written.replaceAll(',', '')
    if (!DIAL_PATTERN.test(match) || rules.length === MAX_RULES) {
      notes.push({ code: 'import.rule-pattern', line, match: written.slice(0, 60) })
      continue
    }
    if (match !== written) notes.push({ code: 'import.rule-part', line, part: 'comma' })
    for (const part of ['rewrite', 'tone', 'user'] as const) {
      // `User="Phone"` is what every rule means anyway.
      const value = attributes.get(part) ?? ''
      if (value !== '' && !(part === 'user' && value.toLowerCase() === 'phone')) {
        notes.push({ code: 'import.rule-part', line, part })
      }
    }
    const timeout = attributes.get('timeout') ?? '0'
    const wait = Math.min(Math.max(Math.round(Number(timeout)) || 0, 0), MAX_WAIT)
    if (String(wait) !== timeout) notes.push({ code: 'import.rule-part', line, part: 'wait' })
    rules.push({ match, wait })
  }
  return { rules, notes }
}

function templatesIn(root: LooseElement | undefined): LooseElement[] {
  if (!root) return []
  const own = root.name.toLowerCase() === 'template' ? [root] : []
  return [...own, ...root.children.flatMap(templatesIn)]
}

/** Whether a text is a dial plan at all, rather than the configuration that names one. */
export function isDialPlan(text: string): boolean {
  const { root } = readLooseXml(text)
  return root?.name.toLowerCase() === 'dialtemplate' || childrenOf(root, 'template').length > 0
}
