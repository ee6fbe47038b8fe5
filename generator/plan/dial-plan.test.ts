import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { find, parseXml } from '../../agent/rehearsal/xml.ts'
import { dial, offHook } from '../../test/phone-dialling.ts'
import { renderFiles } from '../files/files.ts'
import { check } from '../generate.ts'
import { dialPlanBytes } from './dial-plan.ts'
import type { PlannedDialRule } from './plan.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const PHONE = (mac: string, more = '') =>
  `  - { model: CP-7975G, mac: '${mac}', ${more}lines: [{ username: x, password: { secret: x } }] }\n`

async function planned(text: string) {
  const checked = await check({ text, lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.plan
}
const rulesOf = async (dialPlan: string): Promise<PlannedDialRule[]> => {
  const plan = await planned(`${EXAMPLE}dialPlan: ${dialPlan}\n`)
  return plan.dialPlans[0]?.rules ?? []
}
const problemsOf = async (dialPlan: string) => {
  const { problems } = await check({ text: `${EXAMPLE}dialPlan: ${dialPlan}\n`, lang: 'en' })
  return problems.map(({ code, path }) => `${code} ${path.join('.')}`)
}

describe('the dial plan of a site', () => {
  it('is the list that it writes, instead of the one of the preset', async () => {
    const list = "[{ match: '0,*', wait: 3, rewrite: '00%1', tone: Cisco-Zip, line: 2 }]"
    expect(await rulesOf(list)).toEqual([{ match: '0,*', wait: 3, rewrite: '00%1', tone: 'Cisco-Zip', line: 2 }])
  })

  it('takes every number when it has no rules', async () => {
    expect(await rulesOf('[]')).toEqual([{ match: '*', wait: 5 }])
  })

  it('has its own rules before the codes of the registrar and the numbers of the country', async () => {
    const rules = await rulesOf("{ country: CH, rules: [{ match: '2..', wait: 1 }] }")
    expect(rules[0]).toEqual({ match: '2..', wait: 1 })
    for (const [number, wait] of [
      ['234', 1],
      ['**610', 1],
      ['117', 0],
      ['0441234567', 0],
    ] as const)
      expect(dial(rules, number), number).toMatchObject({ sent: number, wait })
  })

  it('stands over that of the preset key by key: another country, or only what must be dialled to get out', async () => {
    expect(dial(await rulesOf('{ country: AT }'), '133')).toMatchObject({ sent: '133', wait: 0 })
    const outside = await rulesOf("{ outsideLine: '0' }")
    expect(dial(outside, '0030123456')).toEqual({ sent: '0030123456', wait: 4, tones: [1] })
    for (const number of ['112', '0112']) expect(dial(outside, number)).toMatchObject({ sent: number, wait: 0 })
    for (const number of ['**600', '21']) expect(dial(outside, number)).toMatchObject({ sent: number, tones: [] })
  })

  it('can strip the digit for outside before sending, or add it to what is dialled without', async () => {
    const strip = await rulesOf("{ outsideLine: '9', prefix: strip }")
    expect(dial(strip, '9030123456')).toMatchObject({ sent: '030123456', tones: [1] })
    expect(dial(strip, '9112')).toMatchObject({ sent: '112', wait: 0 })
    expect(dial(strip, '9116117')).toMatchObject({ sent: '116117', wait: 0 })
    expect(dial(strip, '230')).toMatchObject({ sent: '230' })
    const add = await rulesOf("{ outsideLine: '9', prefix: add }")
    expect(dial(add, '030123456')).toMatchObject({ sent: '9030123456', tones: [] })
    expect(dial(add, '112')).toMatchObject({ sent: '9112', wait: 0 })
    expect(dial(add, '**600')).toMatchObject({ sent: '**600' })
  })

  it.each([
    ['{ country: XX }', 'site.country dialPlan.country'],
    ['{ country: de }', 'site.country dialPlan.country'],
    ['{ outsideLine: 0 }', 'site.type-text dialPlan.outsideLine'],
    ["{ outsideLine: '*9' }", 'site.outside-line dialPlan.outsideLine'],
    ['{ prefix: strip }', 'site.missing dialPlan.outsideLine'],
    ["{ outsideLine: '0', prefix: swap }", 'site.choice dialPlan.prefix'],
    ["{ rules: [{ match: ',,', wait: 1 }] }", 'site.dial-rule dialPlan.rules.0.match'],
    ['{ contry: DE }', 'site.unknown-key-like dialPlan.contry'],
    ["[{ match: '1', wait: 1, tone: beep }]", 'site.choice dialPlan.0.tone'],
    ["[{ match: '1', wait: 1, lines: 2 }]", 'site.unknown-key-like dialPlan.0.lines'],
    ["[{ match: '1' }]", 'site.missing dialPlan.0.wait'],
    ['0*', 'site.type-map dialPlan'],
  ])('%s is refused', async (written, problem) => {
    expect(await problemsOf(written)).toEqual([problem])
  })

  it('must name its country when no preset does', async () => {
    const text = `${EXAMPLE.replace(/^preset:.*\n/m, '').replace('registrar: {', 'registrar: { kind: generic,')}dialPlan: {}\n`
    const { problems } = await check({ text, lang: 'en' })
    expect(problems.map(({ code, path }) => [code, ...path])).toContainEqual(['site.missing', 'dialPlan', 'country'])
  })
})

describe('a hotline', () => {
  const text = `${EXAMPLE}${PHONE('any', "hotline: '**620', ")}${PHONE('any')}${PHONE('001d452d2bf1', "hotline: '112', ")}`

  it('gives its phone a plan of its own, which dials off the hook; the others share theirs', async () => {
    const plan = await planned(text)
    const files = plan.dialPlans.map(({ file }) => file)
    expect(files).toEqual(['dialplan.xml', 'dialplan-any-1.xml', 'dialplan-001D452D2BF1.xml'])
    expect(plan.phones.map(({ dialPlan }) => dialPlan.file)).toEqual([files[0], files[1], files[0], files[2]])
    expect(plan.dialPlans.map(({ rules }) => offHook(rules))).toEqual([undefined, '**620', '112'])
  })

  it('can belong to an intercom key: its line calls, the others wait for a number', async () => {
    const intercom = 'keys: [{ intercom: { username: i, password: { secret: i }, dial: "21" } }], '
    const { phones } = await planned(`${EXAMPLE}${PHONE('001d452d2bf1', intercom)}`)
    const rules = phones[1]?.dialPlan.rules ?? []
    expect([1, 2, 3].map(line => offHook(rules, line))).toEqual([undefined, '21', undefined])
    const both = await planned(`${EXAMPLE}${PHONE('001d452d2bf1', `hotline: '22', ${intercom}`)}`)
    expect([1, 2].map(line => offHook(both.phones[1]?.dialPlan.rules ?? [], line))).toEqual(['22', '21'])
  })

  it('counts among the bytes of its plan: the shared one may be as large as it can be, then its own is too large', async () => {
    const rules: PlannedDialRule[] = Array(63).fill({ match: '1'.repeat(40), wait: 60, rewrite: '2'.repeat(40) })
    rules.push({ match: '*', wait: 5 }, { match: '4'.repeat(40), wait: 60 })
    const left = 8191 - dialPlanBytes([...rules, { match: '', wait: 10 }])
    rules.push({ match: '3'.repeat(left), wait: 10 })
    expect(dialPlanBytes(rules)).toBe(8191)
    const text = (more = '') => `${EXAMPLE}${PHONE('001d452d2bf1', more)}dialPlan: ${JSON.stringify(rules)}\n`
    const problems = async (more?: string) => (await check({ text: text(more), lang: 'en' })).problems
    expect(await problems()).toEqual([])
    expect((await problems("hotline: '1', ")).map(({ code, path }) => [code, ...path])).toEqual([
      ['site.dial-plan-size', 'phones', 1],
      ['site.hotline', 'phones', 1, 'hotline'],
    ])
  })

  it('is in the file that the phone is told to ask for, and that the agent knows to be needed', async () => {
    const plan = await planned(text)
    const names = { id: 'x'.repeat(52), name: 'x', lang: 'en', issued: '', issuer: '' } as const
    const files = new Map([...renderFiles(plan, names)].map(file => [file.path, file.bytes]))
    for (const { config, dialPlan, facts } of plan.phones) {
      const device = parseXml(files.get(config) ?? new Uint8Array())
      expect(find(device, 'sipProfile', 'dialTemplate')?.text).toBe(dialPlan.file)
      expect(files.has(`files/${dialPlan.file}`)).toBe(true)
      expect(facts.asks.filter(({ file }) => file.startsWith('dialplan'))).toEqual([
        { file: dialPlan.file, harmless: false },
      ])
    }
  })
})
