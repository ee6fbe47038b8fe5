// dialplan.xml: rules that phones pass over, and numbers that are left waiting.
import type { PhoneModel } from '../../catalog/phone-model.ts'
import type { LooseElement } from '../tolerant-xml.ts'
import type { Tell } from './mistake.ts'

/** @param model whose limit of size counts */
export function lintRules(
  text: string,
  root: LooseElement | undefined,
  model: PhoneModel | undefined,
  tell: Tell,
): void {
  const rules = root?.children.filter(({ name }) => name.toLowerCase() === 'template') ?? []
  if (rules.length === 0) {
    tell('lint.rule-none', root?.line ?? 1)
    return
  }
  const small = rules.find(({ name }) => name !== 'TEMPLATE')
  if (small) tell('lint.rule-case', small.line)
  for (const { attributes, line } of rules) {
    const match = attributes.get('match') ?? ''
    if (/[[\]]/.test(match)) tell('lint.rule-range', line, { match })
  }
  // A phone that calls by itself has no other numbers.
  const all = rules.some(({ attributes }) => /^\*?$/.test(attributes.get('match') ?? '') && !attributes.has('line'))
  if (!all) {
    tell('lint.rule-catch-all', rules.at(-1)?.line ?? 1)
  }
  const bytes = new TextEncoder().encode(text).length
  const max = model?.family.dialPlanMaxBytes?.value ?? Number.POSITIVE_INFINITY
  if (model && bytes > max) tell('lint.rule-bytes', 1, { bytes: String(bytes), max: String(max), model: model.name })
}
