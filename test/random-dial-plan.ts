// Random dial plans: rules one by one, or a country with rules before its own.
import * as fc from 'fast-check'
import { DIALLING } from '../generator/catalog/dialling/dialling.ts'
import { DIAL_REWRITE, DIAL_TONES, DialRule } from '../schemas/dial-plan.ts'
import { optional, record } from './random-text.ts'

const rule = record({
  match: fc.stringMatching(/^(?:\\\*|[0-9#.*,]){1,20}$/).filter(match => DialRule.shape.match.safeParse(match).success),
  wait: fc.integer({ min: 0, max: 60 }),
  rewrite: optional(fc.stringMatching(/^(?:[0-9*#+.]|%[0-5%.]){1,20}$/).filter(number => DIAL_REWRITE.test(number))),
  tone: optional(fc.constantFrom(...DIAL_TONES)),
  line: optional(fc.integer({ min: 1, max: 60 })),
})
const rules = fc.array(rule, { maxLength: 20 })
const outside = fc
  .record({ outsideLine: fc.stringMatching(/^\d{1,2}$/), prefix: optional(fc.constantFrom('keep', 'strip', 'add')) })
  .map(({ outsideLine, prefix }) => ({ outsideLine, ...(prefix && { prefix }) }))
const ofCountry = fc
  .tuple(
    record({ country: fc.constantFrom(...DIALLING.map(({ country }) => country)), rules: optional(rules) }),
    optional(outside),
  )
  .map(([plan, digits]) => ({ ...plan, ...digits }))

export const dialPlan = fc.oneof(rules, ofCountry)
