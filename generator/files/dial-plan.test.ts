import { expect, test } from 'vitest'
import { DialPlan } from '../../schemas/preset.ts'
import { dialPlan } from './dial-plan.ts'

test.each(['1', '#', '.', '*', '\\*'])('the longest plan of %s that the schema allows fits on the phone', element => {
  const accepted = (rules: unknown) => DialPlan.safeParse(rules).success
  const rule = (count: number) => ({ match: element.repeat(count), wait: 60 })
  let longest = 1
  while (accepted([rule(longest + 1)])) longest++
  const rules = Array.from({ length: 100 }, () => rule(longest))
  expect(longest).toBeGreaterThan(15)
  expect(accepted(rules)).toBe(true)
  expect(accepted([...rules, rule(1)])).toBe(false)
  // Above 8191 bytes an 88xx ignores the file silently (field guide 5.3).
  expect(dialPlan({ dialPlan: rules }).bytes.length).toBeLessThanOrEqual(8191)
})

test('a plan without rules takes every number', () => {
  expect(new TextDecoder().decode(dialPlan({ dialPlan: [] }).bytes)).toContain('<TEMPLATE match="*" timeout="5"/>')
})
