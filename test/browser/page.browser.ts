// The first page as a visitor has it: Chromium, a Worker in workerd, and nothing from anywhere else.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/build.ts'
import { startWorker, untilReady, writeEnvFile } from '../../scripts/start.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

let worker: ChildProcess
let browser: Browser
let origin: string
const pictures = mkdtempSync(join(tmpdir(), 'cp-page-'))

beforeAll(async () => {
  await build()
  const port = await freePort()
  origin = `http://localhost:${port}`
  worker = startWorker(port, await writeEnvFile())
  expect(await untilReady(port, worker)).toBe(true)
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  console.log(`Screenshots: ${pictures}`)
})

afterAll(async () => {
  await browser?.close()
  if (worker?.kill()) await once(worker, 'exit')
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A visitor, and what went wrong or outside meanwhile. */
async function visit(options: BrowserContextOptions = {}, path = '/') {
  const context = await browser.newContext({ locale: 'en-GB', viewport: WIDE, acceptDownloads: true, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  const elsewhere: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    // A 422 is an answer that the page expects; Chromium logs it all the same.
    if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text())
  })
  page.on('request', request => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith(`blob:${origin}/`)) {
      elsewhere.push(request.url())
    }
  })
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  return { page, context, complaints, elsewhere }
}

/** What axe finds; the evaluated source is not part of the page, so the page's own policy stays on for all else. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const axe: unknown = Reflect.get(globalThis, 'axe')
    const run: unknown = typeof axe === 'object' && axe !== null ? Reflect.get(axe, 'run') : undefined
    if (typeof run !== 'function') throw new Error('axe did not load')
    const { violations } = await run.call(axe)
    return violations.flatMap((found: { id: string; nodes: { html: string }[] }) =>
      found.nodes.map(node => `${found.id}: ${node.html}`),
    )
  })
}

const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })

async function change(page: Page, from: string | RegExp, to: string): Promise<void> {
  const area = page.getByRole('textbox')
  await area.fill((await area.inputValue()).replace(from, to))
}

describe('the first page in a browser', () => {
  it('makes a bundle from the example and names the next command and the passwords', async () => {
    const { page, complaints, elsewhere } = await visit()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Make bundle' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^home-[a-z2-7]{10}\.zip$/)
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    const result = page.getByRole('region', { name: 'Result' })
    await expect.poll(() => result.innerText()).toContain(`node cp-agent.js ${download.suggestedFilename()}`)
    expect(await result.innerText()).toContain('CP_SECRET_LINE1')
    expect(await violations(page)).toEqual([])
    await picture(page, 'made-wide')
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('shows an error at its line, and goes there on a click', async () => {
    const { page, complaints } = await visit()
    await change(page, 'CP-7975G', 'CP-9999')
    await page.getByRole('button', { name: 'Check' }).click()
    const entry = page.getByRole('button', { name: 'Line 9' })
    await entry.waitFor()
    expect(await page.locator('#gutter .error').allInnerTexts()).toEqual(['9'])
    await entry.click()
    const selected = await page.getByRole('textbox').evaluate(area => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error('not a text area')
      return area.value.slice(area.selectionStart, area.selectionEnd)
    })
    expect(selected).toContain('CP-9999')
    expect(await violations(page)).toEqual([])
    await picture(page, 'error-wide')
    expect(complaints).toEqual([])
  })

  it('does not show a password again that somebody wrote into the text', async () => {
    const { page } = await visit()
    await change(page, 'password: { secret: line1 }', 'password: Tulpe4711x')
    await page.getByRole('button', { name: 'Make bundle' }).click()
    await page.getByRole('button', { name: 'Line 15' }).waitFor()
    expect(await page.getByRole('region', { name: 'Result' }).innerText()).not.toContain('Tulpe4711x')
  })

  it('speaks German to those who ask for it, and keeps the text when the language changes', async () => {
    const { page, complaints } = await visit({ locale: 'de-DE', viewport: NARROW })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Aus dem gebrauchten')
    await change(page, 'Buero', 'Kueche')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'second-hand' }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toContain('Kueche')
    await page.getByRole('button', { name: 'Start again' }).click()
    expect(await page.getByRole('textbox').inputValue()).toContain('Buero')
    expect(complaints).toEqual([])
  })

  it('says what to do without JavaScript', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    expect(await page.locator('noscript pre').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Make bundle' }).isVisible()).toBe(false)
  })

  for (const lang of ['de', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [width, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
        it(`can be read by everybody: ${lang}, ${colorScheme}, ${width}`, async () => {
          const { page, complaints, elsewhere } = await visit({ colorScheme, viewport }, `/?lang=${lang}`)
          await picture(page, `${lang}-${colorScheme}-${width}`)
          expect(await violations(page)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
          await change(page, 'CP-7975G', 'CP-9999')
          await page.getByRole('button', { name: lang === 'de' ? 'Prüfen' : 'Check' }).click()
          await page.locator('.problems').waitFor()
          await picture(page, `${lang}-${colorScheme}-${width}-error`)
          expect(await violations(page)).toEqual([])
          expect(complaints).toEqual([])
          expect(elsewhere).toEqual([])
        })
      }
    }
  }
})
