// The first page as a visitor has it.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endVisits, NARROW, picture, startVisits, violations, visit, WIDE } from './visit.ts'

beforeAll(() => startVisits('page'))
afterAll(endVisits)

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
    await expect.poll(() => page.getByRole('textbox').inputValue()).toContain('Kueche') // once its script has run
    await page.getByRole('button', { name: 'Start again' }).click()
    expect(await page.getByRole('textbox').inputValue()).toContain('Buero')
    expect(complaints).toEqual([])
  })

  it('says what to do without JavaScript', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    expect(await page.locator('.editor noscript pre').isVisible()).toBe(true)
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
