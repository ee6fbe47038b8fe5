// The page's worker in a browser: what it answers, without a network, in what order, and to texts that mean harm.
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE } from '../../generator/page/example.ts'
import { endVisits, startVisits, visit } from './visit.ts'

beforeAll(() => startVisits('core'))
afterAll(endVisits)

/** The page's side of it on an empty page with the page's own policies: the evaluated text is not bound by them. */
async function visitCore() {
  const visited = await visit({}, '/healthz')
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createCore } from './core.ts'; globalThis.core = createCore()`,
      resolveDir: new URL('../../generator/page/core', import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: 'iife',
  })
  await visited.page.evaluate(outputFiles[0]?.text ?? '')
  // This address has no icon.
  const complaints = () => visited.complaints.filter(words => !words.includes('404'))
  return { ...visited, complaints }
}

/** Runs in the page; `core` is there, and the arguments. */
function run<T>(page: Page, code: string, ...given: readonly string[]): Promise<T> {
  return page.evaluate(`(async given => { ${code} })(${JSON.stringify(given)})`)
}
const check = (text = 'given[0]', lang = 'en') => `core.check({ text: ${text}, lang: '${lang}' })`

interface Measured {
  ms: number
  /** For which the page itself did not come to its turn. */
  longest: number
  ok: boolean
  severity?: string
}

const LARGEST = EXAMPLE.replace(/201-.*/, '20-192.168.178.250').replace(
  /phones:[\s\S]*/,
  `phones:\n${Array.from({ length: 200 }, (_, n) => {
    const mac = `001D4500${n.toString(16).padStart(4, '0')}`
    return `  - { model: CP-7962G, mac: "${mac}", lines: [{ username: u${n}, password: { secret: s${n} } }] }\n`
  }).join('')}`,
)

describe('the worker of the page', () => {
  it('answers with the files and the JSON to post, in an origin that allows no foreign script', async () => {
    const { page, complaints, elsewhere } = await visitCore()
    const answer = await run(page, `return ${check()}`, EXAMPLE)
    expect(answer).toMatchObject({
      ok: true,
      name: 'home',
      files: expect.arrayContaining([expect.objectContaining({ path: 'files/SEP001D452D2BF0.cnf.xml', phone: 0 })]),
      json: expect.stringContaining('"fritzbox-de"'),
    })
    expect(await run(page, `return ${check('given[0]', 'de')}`, EXAMPLE.replace('CP-7975G', 'CP-1'))).toMatchObject({
      ok: false,
      problems: [{ code: 'site.model-unknown', line: 9 }],
    })
    const change = `return core.presetChange({ text: given[0], lang: 'en', to: { preset: 'x', codec: 'g722' } })`
    expect(await run(page, change, EXAMPLE)).toContainEqual({ path: 'codec', preset: 'g722', site: 'g711alaw' })
    expect(complaints()).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('makes of the JSON the site that the text makes', async () => {
    const { page } = await visitCore()
    const ids = await run<string[]>(
      page,
      `const { json, siteId } = await ${check()}
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch('/api/bundles', { method: 'POST', headers, body: json })
      return [siteId.slice(0, 10), answer.headers.get('X-Cp-Site')]`,
      EXAMPLE,
    )
    expect(ids[0]).toMatch(/^[a-z2-7]{10}$/)
    expect(ids[1]).toBe(ids[0])
  })

  it('needs no network once it is there', async () => {
    const { page, context } = await visitCore()
    await run(page, `return ${check()}`, EXAMPLE)
    await context.setOffline(true)
    expect(await run(page, `return ${check()}`, EXAMPLE.replace('site: home', 'site: away'))).toMatchObject({
      ok: true,
      name: 'away',
    })
  })

  it('says in the visitor’s language that it could not be loaded, and is loaded the next time', async () => {
    const { page } = await visitCore()
    const failed = `return ${check('given[0]', 'de')}.then(() => 'answered', error => [error.code, error.message])`
    await page.route('**/core.js', route => route.abort())
    expect(await run(page, failed, EXAMPLE)).toEqual(['core.unloaded', expect.stringContaining('Verbindung')])
    await page.unroute('**/core.js')
    expect(await run(page, `return (await ${check()}).name`, EXAMPLE)).toBe('home')
  })

  it('answers the newest text to all who wait, and checks none of those between', async () => {
    const { page } = await visitCore()
    const { names, messages } = await run<{ names: string[]; messages: number }>(
      page,
      `let messages = 0
      const post = Worker.prototype.postMessage
      Worker.prototype.postMessage = function (...all) { messages++; return post.apply(this, all) }
      const texts = Array.from({ length: 20 }, (_, n) => given[0].replace('site: home', 'site: n' + n))
      const answers = await Promise.all(texts.map(text => ${check('text')}))
      return { names: answers.map(({ name }) => name), messages }`,
      EXAMPLE,
    )
    expect(new Set(names)).toEqual(new Set(['n19']))
    expect(messages).toBe(2)
  })

  it.each([
    [
      'aliases that explode',
      `x: &a [1,1,1,1,1,1,1,1]\n${'abcdefgh'.replace(/./g, (at, n) => `y${n}: &${'bcdefghi'[n]} [${`*${at},`.repeat(8)}]\n`)}`,
    ],
    ['lists in lists', '['.repeat(100_000)],
    ['maps in maps', '{a: '.repeat(50_000)],
    ['2 MB of one line', 'x'.repeat(2_000_000)],
    ['2 MB of phones', `phones:\n${'  - { model: CP-7975G }\n'.repeat(83_000)}`],
    ['as many phones as fit', `phones:\n${'  - { model: CP-7975G }\n'.repeat(10_600)}`],
    ['as many keys as fit', Array.from({ length: 24_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['a phone’s own file', `<device>${'<a>'.repeat(50_000)}`],
    ['signs that are none', '\0\ufffd\u202e'.repeat(10_000)],
    ['a bracket in every key', '? '.repeat(100_000)],
    ['quotes that never end', `a: "${'\\'.repeat(250_000)}`],
  ])('answers %s within a second, and the page goes on', async (_, text) => {
    const { page, complaints } = await visitCore()
    const measured = `let last = performance.now(), longest = 0
      const timer = setInterval(() => {
        const now = performance.now()
        longest = Math.max(longest, now - last)
        last = now
      }, 5)
      const begun = performance.now()
      const answer = await ${check()}
      const ms = performance.now() - begun
      clearInterval(timer)
      return { ms, longest, ok: answer.ok, severity: answer.problems[0]?.severity }`
    await run(page, `return ${check()}`, EXAMPLE)
    const allowed = await run<Measured>(page, measured, LARGEST)
    expect(allowed).toMatchObject({ ok: true })
    const { ms, longest, ...answer } = await run<Measured>(page, measured, text)
    expect(answer).toEqual({ ok: false, severity: 'error' })
    // A machine may have other things to do, with the largest site that is allowed as with this.
    expect(ms).toBeLessThan(Math.max(1000, 2 * allowed.ms))
    expect(longest).toBeLessThan(Math.max(500, 2 * allowed.longest))
    expect(await run(page, `return (await ${check()}).name`, EXAMPLE)).toBe('home')
    expect(complaints()).toEqual([])
  })
})
