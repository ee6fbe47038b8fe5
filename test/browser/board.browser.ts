// The local board in a real browser: a rehearsal with `--board` is followed to its end, and the page outlives the agent.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endVisits, picture, startVisits, violations, visit } from './visit.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MAC = '00:1d:45:2d:2b:f0'
const LOAD = 'SIP75.9-4-2SR3-1S'
/** Of both lines, and nowhere on the board. */
const PASSWORD = 'Geheim4711x'
let folder: string

beforeAll(async () => {
  await startVisits('board')
  folder = mkdtempSync(join(tmpdir(), 'cp-board-'))
  for (const site of ['fritzbox-7975g', 'small-office']) {
    const args = [join(ROOT, 'dist/cp-generator.js'), join(ROOT, `examples/${site}.yaml`)]
    execFileSync(process.execPath, [...args, '-o', join(folder, `${site}.zip`)], { stdio: 'pipe' })
  }
})
afterAll(async () => {
  await endVisits()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** Starts a rehearsal and waits for the address of its board. */
async function rehearse(site: string, ...more: string[]): Promise<{ agent: ChildProcess; url: string }> {
  const options = ['--json', '--board', '--state', join(folder, 'state.json'), ...more]
  const args = [join(ROOT, 'dist/cp-agent.js'), 'rehearse', join(folder, `${site}.zip`), ...options]
  const env = { ...process.env, CP_SECRET_LINE1: PASSWORD, CP_SECRET_LINE2: PASSWORD }
  const agent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], env })
  return { agent, url: await urlIn(agent.stdout, /"event":"agent\.board","url":"([^"]+)"/) }
}

async function urlIn(output: Readable, pattern: RegExp): Promise<string> {
  let said = ''
  for await (const text of output.iterator({ destroyOnReturn: false })) {
    said += text
    const url = pattern.exec(said)?.[1]
    if (!url) continue
    output.resume()
    return url
  }
  throw new Error(said)
}

async function open(url: string, options: Parameters<typeof visit>[0] = {}) {
  const { origin, pathname } = new URL(url)
  const asked: string[] = []
  const visited = await visit(options, pathname, {
    at: origin,
    wait: 'load', // the stream never rests
    before: context => context.on('request', request => asked.push(request.url())),
  })
  return { ...visited, asked }
}

/** What axe finds in both schemes, and whether the page needs to be scrolled sideways at 320 px. */
async function flaws(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violations(page)))
    await picture(page, `${name}-${colorScheme}`)
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  if (await page.evaluate(() => document.documentElement.scrollWidth > 320)) found.push('wider than 320 px')
  await picture(page, `${name}-320`)
  if (size) await page.setViewportSize(size)
  return found
}

it('shows a phone on its way to done, keeps what it shows when the agent has ended, and has the report', async () => {
  const { agent, url } = await rehearse('fritzbox-7975g', '--lang', 'en')
  const gone = once(agent, 'exit')
  const { page, complaints, asked } = await open(url)
  const card = page.locator('#cards > li')
  await expect.poll(() => card.locator('.words').textContent()).toContain('Do not unplug it')
  await card.locator('progress').waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'flashing')
  await expect.poll(() => card.locator('.words').textContent(), { timeout: 30_000 }).toBe('is done.')
  expect((await gone)[0]).toBe(0)
  await expect.poll(() => page.locator('#end').textContent()).toContain('The agent has ended')

  expect(await page.locator('h1').textContent()).toMatch(/^home \([a-z2-7]{10}\)$/)
  expect(await card.textContent()).toContain(`on the way from SCCP75.8-3-4S to ${LOAD}`)
  expect(await page.locator('#log li').count()).toBeGreaterThan(20)
  expect(await page.locator('#now').textContent()).toContain('went through')
  expect(await flaws(page, 'done')).toEqual([])

  expect(await page.locator('#log').textContent()).not.toContain('Synthetic passwords')
  expect(await page.content()).not.toContain(PASSWORD)
  const taking = page.waitForEvent('download')
  await page.getByRole('link', { name: 'JSON' }).click()
  const report = JSON.parse(readFileSync(await (await taking).path(), 'utf8'))
  expect(report).toMatchObject({
    ...{ name: 'home', issuer: 'http://localhost:8787', rehearsal: true },
    phones: [
      {
        mac: MAC,
        model: 'CP-7975G',
        wanted: LOAD,
        loads: ['SCCP75.8-3-4S', LOAD],
        runs: LOAD,
        state: 'done',
      },
    ],
  })
  expect(JSON.stringify(report)).not.toContain(PASSWORD)
  expect(report.site).toMatch(/^[a-z2-7]{52}$/)
  expect(report.phones[0].bytes).toBeGreaterThan(9_000_000)
  expect(Date.parse(report.ended)).toBeGreaterThan(Date.parse(report.begun))

  const printing = page.waitForEvent('download')
  await page.getByRole('link', { name: 'HTML' }).click()
  const sheet = await page.context().newPage()
  await sheet.setContent(readFileSync(await (await printing).path(), 'utf8'))
  expect(await sheet.textContent('main')).toContain(`SCCP75.8-3-4S → ${LOAD}`)
  expect(await flaws(sheet, 'report')).toEqual([])
  expect(complaints).toEqual([])
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter(address => !address.startsWith(url) && !address.startsWith('blob:http://127.0.0.1:'))).toEqual([])
}, 90_000)

it('says in German what is wrong with a phone and what to do, and stays until Ctrl-C where somebody sits', async () => {
  const command = [process.execPath, join(ROOT, 'dist/cp-agent.js'), 'rehearse', join(folder, 'fritzbox-7975g.zip')]
  command.push('--board', '--lang', 'de', '--fail', 'load-missing', '--state', join(folder, 'state.json'))
  // A terminal, and its exit code: not that of a shell, which would die of the same Ctrl-C.
  const agent = spawn('script', ['-qec', `exec ${command.join(' ')}`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const gone = once(agent, 'exit')
  const url = await urlIn(agent.stdout, /(http:\/\/127\S+)/)
  const { page, complaints } = await open(url, { locale: 'de-DE' })
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  const hint = page.locator('.hint')
  await hint.waitFor({ timeout: 30_000 })
  expect(await hint.textContent()).toMatch(/^! .*\n.*\n\[phone\.load-missing\]$/)
  expect(await page.locator('#cards text').textContent()).toBe('!')
  await expect.poll(() => page.locator('#now').textContent()).toContain('bleiben bis Strg-C')
  expect(agent.exitCode).toBeNull()
  agent.stdin.write('\x03')
  expect((await gone)[0]).toBe(1)
  await expect.poll(() => page.locator('#end').textContent()).toContain('Der Agent ist beendet')
  expect(await flaws(page, 'german')).toEqual([])
  const taking = page.waitForEvent('download')
  await page.getByRole('link', { name: 'JSON' }).click()
  const report = JSON.parse(readFileSync(await (await taking).path(), 'utf8'))
  const codes = (notes: { code: string }[]) => notes.map(({ code }) => code)
  expect(codes(report.phones[0].notes)).toContain('phone.load-missing')
  expect(codes(report.notes)).toContain('rehearsal.failed')
  expect(complaints).toEqual([])
}, 90_000)

it('is the same to one who comes later, has a card for every phone, and is used by keyboard', async () => {
  const { agent, url } = await rehearse('small-office', '--lang', 'en', '--settle', '9')
  try {
    const early = await open(url)
    await early.page.locator('#log li').nth(30).waitFor({ timeout: 30_000 })
    const late = await open(url)
    await late.page.locator('#log li').nth(30).waitFor()
    const cards = (page: Page) => page.locator('#cards h2').allTextContents()
    expect((await cards(late.page)).length).toBeGreaterThan(2)
    expect(await cards(late.page)).toEqual(await cards(early.page))
    expect(await flaws(late.page, 'office')).toEqual([])
    await late.page.keyboard.press('Tab')
    expect(await late.page.evaluate(() => document.activeElement?.id)).toBe('log')
    agent.kill('SIGKILL')
    await expect.poll(() => late.page.locator('#end').textContent()).toContain('does not answer')
    expect(await cards(late.page)).toEqual(await cards(early.page))
  } finally {
    agent.kill('SIGKILL')
  }
}, 90_000)
