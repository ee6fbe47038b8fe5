import { describe, expect, test } from 'vitest'
import { parseXml } from '../../agent/rehearsal/xml.ts'
import { DIALLING } from '../catalog/dialling/dialling.ts'
import { REGISTRAR_CODES } from '../catalog/dialling/registrar-codes.ts'
import { FAMILIES } from '../catalog/families.ts'
import { countryRules } from '../plan/country-rules.ts'
import { dialPlanBytes, hotlineRule } from '../plan/dial-plan.ts'
import type { PlannedDialRule } from '../plan/plan.ts'
import { dialPlan } from './dial-plan.ts'

const file = 'dialplan.xml'
const text = (rules: PlannedDialRule[], root?: 'DIALTEMPLATE') =>
  new TextDecoder().decode(dialPlan({ file, rules }, root).bytes)

test('a rule is written with all that it has, under the name of the root that the phone wants', () => {
  const rule = { match: '0,\\*.', wait: 3, rewrite: '%1#', tone: 'Cisco-Zip', line: 2 } as const
  const written = ' <TEMPLATE match="0,\\*." timeout="3" rewrite="%1#" tone="Cisco-Zip" line="2"/>\n'
  expect(text([rule])).toContain(`<dialTemplate>\n${written}</dialTemplate>`)
  expect(text([rule], 'DIALTEMPLATE')).toContain(`<DIALTEMPLATE>\n${written}</DIALTEMPLATE>`)
  expect(text([hotlineRule('**620', 3)])).toContain('<TEMPLATE match="" timeout="0" rewrite="**620" line="3"/>')
})

describe.each(DIALLING.map(facts => [facts.country, facts] as const))('the plan of %s', (_, facts) => {
  test.each(['keep', 'strip', 'add', undefined] as const)('has the size that was planned, and fits: %s', prefix => {
    const rules = [
      hotlineRule('**620'),
      ...REGISTRAR_CODES.flatMap(codes => codes.rules),
      ...countryRules(facts, prefix && { digits: '99', prefix }),
    ]
    const { bytes } = dialPlan({ file, rules })
    expect(bytes.length).toBe(dialPlanBytes(rules))
    expect(bytes.length).toBeLessThanOrEqual(
      Math.min(...FAMILIES.flatMap(family => family.dialPlanMaxBytes?.value ?? [])),
    )
    expect(parseXml(bytes).children).toHaveLength(rules.length)
  })
})
