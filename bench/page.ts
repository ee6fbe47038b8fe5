// What somebody with a slow computer waits for: the first that is seen of the page, and the next picture after each thing done.
import { type Browser, chromium, type Page } from 'playwright-core'

const ascending = (a: number, b: number) => a - b

const SLOWER = 4
const VISITS = 5
export const PAINT_MOST = 1000
export const INTERACTION_MOST = 100

/** Nobody lets go of a key or a button at once, ms. */
const HELD = { delay: 90 }

/** What is done one after the other, as test/browser does it. */
const INTERACTIONS: readonly (readonly [what: string, act: (page: Page) => Promise<void>])[] = [
  ['a letter in a field', page => page.getByLabel('Name on its screen').press('K', HELD)],
  ['the next letter', page => page.getByLabel('Name on its screen').press('i', HELD)],
  ['another model', page => chooseByKey(page)],
  ['a free key of the phone', page => page.getByRole('button', { name: 'free' }).first().click(HELD)],
  ['a line on that key', page => page.getByRole('button', { name: 'Add a line' }).first().click(HELD)],
  ['the view of the files', page => page.getByRole('tab', { name: 'Files' }).click(HELD)],
]

/** `selectOption` of playwright is no interaction of a person; a key is. */
async function chooseByKey(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Your phones' }).getByLabel('Model').press('ArrowDown', HELD)
}

export interface PageMeasured {
  /** Of the first paint with content, with an empty cache, ms: each visit's, the quickest first. */
  paints: number[]
  /** Milliseconds until the next paint, of each visit, the quickest first; 0: less than Chromium tells, 16. */
  interactions: { what: string; ms: number[] }[]
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
    const visits: number[][] = []
    while (visits.length < VISITS) visits.push(await interactions(browser, origin))
    return {
      paints: paints.sort(ascending),
      interactions: INTERACTIONS.map(([what], i) => ({ what, ms: visits.map(ms => ms[i] ?? 0).sort(ascending) })),
    }
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

/** One visit. @returns of each interaction the milliseconds. */
async function interactions(browser: Browser, origin: string): Promise<number[]> {
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
  const all: number[] = []
  for (const [, act] of INTERACTIONS) {
    await longest()
    await act(page)
    await page.waitForTimeout(1500) // what follows of it, and until Chromium has told
    all.push(await longest())
  }
  await page.context().close()
  return all
}
