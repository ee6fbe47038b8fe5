// What somebody with a slow computer waits for: the first that is seen of the page, and the next picture after each thing done.
import { type Browser, chromium, type Page } from 'playwright-core'

const SLOWER = 4
const VISITS = 5
export const PAINT_MOST = 1000
export const INTERACTION_MOST = 100

/** What is done one after the other, as test/browser does it. */
const INTERACTIONS: readonly (readonly [what: string, act: (page: Page) => Promise<void>])[] = [
  ['a letter in a field', page => page.getByLabel('Name on its screen').press('K')],
  ['the next letter', page => page.getByLabel('Name on its screen').press('i')],
  ['another model', page => chooseByKey(page)],
  ['a free key of the phone', page => page.getByRole('button', { name: 'free' }).first().click()],
  ['a line on that key', page => page.getByRole('button', { name: 'Add a line' }).first().click()],
  ['the view of the files', page => page.getByRole('tab', { name: 'Files' }).click()],
]

/** `selectOption` of playwright is no interaction of a person; a key is. */
async function chooseByKey(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Your phones' }).getByLabel('Model').press('ArrowDown')
}

export interface PageMeasured {
  /** Of the first paint with content, with an empty cache, ms: each visit's, the quickest first. */
  paints: number[]
  /** Milliseconds until the next paint; undefined: less than Chromium tells, 16. An error stands as its message. */
  interactions: { what: string; ms: number | undefined | string }[]
}

export async function measurePage(origin: string): Promise<PageMeasured> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const paints: number[] = []
    while (paints.length < VISITS) {
      const page = await slowPage(browser, origin, 'before')
      paints.push(await page.evaluate(firstPaint))
      await page.context().close()
    }
    return { paints: paints.sort((a, b) => a - b), interactions: await interactions(browser, origin) }
  } finally {
    await browser.close()
  }
}

/** A visitor who was never here. @param slow from when on: from the start, or once all is loaded. */
async function slowPage(browser: Browser, origin: string, slow: 'before' | 'after'): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const session = await context.newCDPSession(page)
  const slowDown = () => session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watch)
  if (slow === 'before') await slowDown()
  await page.goto(origin, { waitUntil: slow === 'before' ? 'load' : 'networkidle' })
  if (slow === 'after') await slowDown()
  return page
}

/** In the page. */
function watch(): void {
  const longest = { ms: 0 }
  Reflect.set(globalThis, 'longestInteraction', longest)
  const all = { type: 'event', durationThreshold: 16, buffered: true }
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
  }).observe(all)
}

/** In the page. */
function firstPaint(): Promise<number> {
  return new Promise(resolve => {
    new PerformanceObserver(list => {
      const paint = list.getEntriesByName('first-contentful-paint')[0]
      if (paint) resolve(paint.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}

async function interactions(browser: Browser, origin: string): Promise<PageMeasured['interactions']> {
  const page = await slowPage(browser, origin, 'after')
  page.setDefaultTimeout(10_000)
  const longest = () =>
    page.evaluate((): number => {
      const kept: unknown = Reflect.get(globalThis, 'longestInteraction')
      if (typeof kept !== 'object' || kept === null || !('ms' in kept) || typeof kept.ms !== 'number') return 0
      const { ms } = kept
      kept.ms = 0
      return ms
    })
  const all: PageMeasured['interactions'] = []
  for (const [what, act] of INTERACTIONS) {
    await longest()
    try {
      await act(page)
      await page.waitForTimeout(1500) // what follows of it, and until Chromium has told
      const ms = await longest()
      all.push({ what, ms: ms === 0 ? undefined : ms })
    } catch (error) {
      all.push({ what, ms: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) })
    }
  }
  return all
}
