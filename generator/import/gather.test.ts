import { expect, it } from 'vitest'
import { gather } from './gather.ts'

const own = { name: 'SIP0012D9ABCDEF.cnf', text: 'line1_name: "620"\n' }
const shared = { name: 'SIPDefault.cnf', text: 'proxy_register: 1\n' }
const plan = { name: 'dialplan.xml', text: '<DIALTEMPLATE><TEMPLATE MATCH="*"/></DIALTEMPLATE>' }
const sep = { name: 'SEP001D452D2BF0.cnf.xml', text: '<device></device>' }

it.each([
  [[own, shared, plan], { file: own, defaults: shared, dialPlan: plan, left: [] }],
  [[plan, shared, own], { file: own, defaults: shared, dialPlan: plan, left: [] }],
  [[shared], { file: shared, defaults: undefined, dialPlan: undefined, left: [] }],
  [[plan], { file: plan, defaults: undefined, dialPlan: undefined, left: [] }],
  [[sep, shared], { file: sep, defaults: undefined, dialPlan: undefined, left: [shared] }],
  [[own, sep], { file: own, defaults: undefined, dialPlan: undefined, left: [sep] }],
  [[], { file: undefined, defaults: undefined, dialPlan: undefined, left: [] }],
])('tells which of several files is to be imported, and what belongs to it (%#)', (files, gathered) => {
  expect(gather(files)).toEqual(gathered)
})
