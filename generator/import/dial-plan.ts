// dialplan.xml of any spelling → the rules of a site, and the numbers that a phone or one of its lines dials by itself.
import { DIAL_PATTERN, DIAL_REWRITE, DIAL_TONES } from '../../schemas/dial-plan.ts'
import { childrenOf, type LooseElement, readLooseXml } from './tolerant-xml.ts'

export interface ImportedRule {
  match: string
  wait: number
  rewrite?: string
  tone?: (typeof DIAL_TONES)[number]
  line?: number
}

/** What a rule had that a site cannot say; the rule stands without it, or not at all where its pattern is not documented. */
export type RuleNote =
  | { code: 'import.rule-pattern'; line: number; match: string }
  | { code: 'import.rule-part'; line: number; part: 'rewrite' | 'tone' | 'user' | 'route' | 'line' | 'wait' | 'call' }

export interface ImportedDialPlan {
  rules: ImportedRule[]
  /** Dialled off the hook: by the number of the line, 0 for the whole phone. */
  hotlines: Map<number, { number: string; line: number }>
  notes: RuleNote[]
}

const MAX_WAIT = 60
const MAX_RULES = 100
const HOTLINE = /^\+?[0-9*#]{1,32}$/
/** What every rule means anyway. */
const USUAL = { user: 'phone', route: 'default' } as const

/** Roots and attributes are written in any case (`DIALTEMPLATE`, `Timeout`). */
export function importDialPlan(text: string): ImportedDialPlan {
  const rules: ImportedRule[] = []
  const notes: RuleNote[] = []
  const hotlines: ImportedDialPlan['hotlines'] = new Map()
  for (const { attributes, line } of templatesIn(readLooseXml(text).root)) {
    const at = (name: string) => attributes.get(name) ?? ''
    const number = at('rewrite')
    const [match, wait] = [at('match'), toWait(at('timeout') || NO_TIMEOUT)]
    const owner = toLine(at('line') || '0')
    if (match === '' && wait === 0 && owner !== undefined && HOTLINE.test(number) && !hotlines.has(owner)) {
      hotlines.set(owner, { number, line })
      continue
    }
    if (!DIAL_PATTERN.test(match) || rules.length === MAX_RULES) {
      notes.push({ code: 'import.rule-pattern', line, match: match.slice(0, 60) })
      continue
    }
    const { rule, left } = partsOf(at)
    for (const part of left) notes.push({ code: 'import.rule-part', line, part })
    rules.push({ match, wait, ...rule })
  }
  return { rules, hotlines, notes }
}

/** A rule that says none has 10 s (ParseDialEntry in Cisco's SIP stack, as test/phone-dialling.ts cites it). */
const NO_TIMEOUT = '10'
const toWait = (timeout: string): number => Math.min(Math.max(Math.round(Number(timeout)) || 0, 0), MAX_WAIT)

/** 0: every line. */
const toLine = (text: string): number | undefined =>
  /^\d{1,2}$/.test(text) && Number(text) <= 60 ? Number(text) : undefined

type Part = Extract<RuleNote, { code: 'import.rule-part' }>['part']

/** What a rule has besides its pattern, and what of it a site cannot say. */
function partsOf(at: (name: string) => string) {
  const left: Part[] = []
  // Old guides write %s for %0 (Cisco SIP IP Phone Administrator Guide, Creating Dial Plans).
  const rewrite = at('rewrite').replaceAll('%s', '%0')
  const tone = DIAL_TONES.find(name => name.toLowerCase() === at('tone').toLowerCase())
  const line = toLine(at('line') || '0')
  const rewritable = DIAL_REWRITE.test(rewrite)
  if (rewrite !== '' && !rewritable) left.push('rewrite')
  if (at('tone') !== '' && tone === undefined) left.push('tone')
  if (line === undefined) left.push('line')
  for (const part of ['user', 'route'] as const) {
    if (!['', USUAL[part]].includes(at(part).toLowerCase())) left.push(part)
  }
  if (at('timeout') !== '' && String(toWait(at('timeout'))) !== at('timeout')) left.push('wait')
  const rule = {
    ...(rewritable && { rewrite }),
    ...(tone !== undefined && { tone }),
    ...(line && { line }),
  }
  return { rule, left }
}

/** What is dialled off the hook, where nobody took it. */
export const callsLeft = ({ hotlines }: ImportedDialPlan): RuleNote[] =>
  [...hotlines.values()].map(({ line }) => ({ code: 'import.rule-part', line, part: 'call' }))

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
