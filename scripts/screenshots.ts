// `npm run screenshots`: pictures of the main views for the README, in both languages, from the page as it is now. Needs Chromium
// (Debian: apt-get install chromium; elsewhere CHROMIUM=/path/to/it).
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { build } from './build.ts'
import { isFree, startWorker, untilReady, writeEnvFile } from './start.ts'

const docs = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const WORDS = {
  de: {
    password: 'Passwort',
    name: 'Name auf dem Bildschirm',
    key: /^2 .*frei/,
    dial: 'Kurzwahl',
    line: 'Leitung hinzufügen',
  },
  en: { password: 'Password', name: 'Name on its screen', key: /^2 .*free/, dial: 'Speed dial', line: 'Add a line' },
} as const
type Lang = keyof typeof WORDS

/** A phone with two lines and a key, such as the README speaks of. */
async function fill(page: Page, lang: Lang): Promise<void> {
  const say = WORDS[lang]
  await page.getByLabel(say.name).fill('Buero')
  await page.getByRole('button', { name: say.line }).click()
  await page.getByRole('button', { name: /^3 / }).click()
  await page.getByRole('button', { name: say.dial }).click()
  await page.getByRole('button', { name: /^1 / }).click()
  await page.getByLabel(say.password, { exact: true }).fill('x'.repeat(12))
  await page.locator('#site').focus() // the editor comes
  await page.locator('#site').waitFor({ state: 'hidden' })
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
}

async function main(): Promise<void> {
  await build()
  let port = 8800
  while (!(await isFree(port))) port++
  const worker = startWorker(port, await writeEnvFile())
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    if (!(await untilReady(port, worker))) throw new Error('the Worker cannot sign')
    for (const lang of ['de', 'en'] as const) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const take = (name: string) => page.screenshot({ path: `${docs}${name}-${lang}.png` })
      await page.goto(`http://localhost:${port}/?lang=${lang}`, { waitUntil: 'networkidle' })
      await fill(page, lang)
      await page.locator('.builder').evaluate(form => scrollTo(0, form.getBoundingClientRect().top + scrollY - 16))
      await take('builder')
      await page.locator('.keys').evaluate(keys => scrollTo(0, keys.getBoundingClientRect().top + scrollY - 120))
      await take('keys')
      const made = page.waitForEvent('download')
      await page.locator('button[type=submit]').click()
      await made
      await page.locator('#made h2').first().waitFor()
      await page.locator('#made').evaluate(view => scrollTo(0, view.getBoundingClientRect().top + scrollY - 16))
      await take('bundle')
      await page.close()
    }
  } finally {
    await browser.close()
    if (worker.kill()) await once(worker, 'exit')
  }
}

await main()
