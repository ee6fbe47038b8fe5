// A visitor of the page: Chromium, a Worker in workerd, and nothing from anywhere else.
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { serveWorker } from './worker.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const WIDE = { width: 1280, height: 900 }
export const NARROW = { width: 390, height: 844 }

let browser: Browser
let origin: string
let pictures: string
let endWorker: (() => Promise<void>) | undefined

/** @param name of the folder that the screenshots go to. @param more options of a Worker of its own, instead of the one that all share. */
export async function startVisits(name: string, more: readonly string[] = []): Promise<void> {
  pictures = mkdtempSync(join(tmpdir(), `cp-${name}-`))
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  console.log(`Screenshots: ${pictures}`)
  origin = inject('origin')
  if (more.length === 0) return
  const own = await serveWorker(...more)
  origin = own.origin
  endWorker = own.end
}

export async function endVisits(): Promise<void> {
  await browser?.close()
  await endWorker?.()
}

/** Where the Worker answers. */
export const workerOrigin = () => origin

interface Way {
  /** Another origin that leads to the Worker. */
  at?: string
  /** Before the first request. */
  before?: (context: BrowserContext) => void
  /** Until when. */
  wait?: 'load' | 'networkidle'
}

/** A visitor, and what went wrong or outside meanwhile. */
export async function visit(
  options: BrowserContextOptions = {},
  path = '/',
  { at = origin, before, wait = 'networkidle' }: Way = {},
) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: WIDE, acceptDownloads: true, ...options })
  before?.(context)
  const page = await context.newPage()
  const complaints: string[] = []
  const elsewhere: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    // A 422 is an answer that the page expects; Chromium logs it all the same.
    if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text())
  })
  page.on('request', request => {
    if (!request.url().startsWith(`${at}/`) && !request.url().startsWith(`blob:${at}/`)) {
      elsewhere.push(request.url())
    }
  })
  await page.goto(at + path, { waitUntil: wait })
  return { page, context, complaints, elsewhere }
}

/** What axe finds; the evaluated source is not part of the page, so the page's own policy stays on for all else. */
export async function violations(page: Page): Promise<string[]> {
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

export const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })

/** The text of the description, as the builder has it; the text area keeps it also while the editor is shown. */
export const textOf = (page: Page) => page.locator('#site').inputValue()

/** Changes that text, as somebody does who types into it. */
export async function write(page: Page, change: (text: string) => string): Promise<void> {
  const next = change(await textOf(page))
  await page.locator('#site').evaluate((area, text) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('not a text area')
    area.value = text
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, next)
}
