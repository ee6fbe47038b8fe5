// The gallery of presets as a visitor has it, and what an address of no preset shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORE_ON } from '../../scripts/start.ts'
import { endVisits, NARROW, picture, startVisits, textOf, violations, visit, WIDE } from './visit.ts'

const SMALLEST = { width: 320, height: 640 }
const LOST = `/p/${'a'.repeat(26)}`

beforeAll(() => startVisits('gallery', STORE_ON))
afterAll(endVisits)

describe('the gallery in a browser', () => {
  for (const lang of ['de', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [width, viewport] of Object.entries({ wide: WIDE, narrow: NARROW, smallest: SMALLEST })) {
        it(`can be read by everybody: ${lang}, ${colorScheme}, ${width}`, async () => {
          const { page, complaints, elsewhere } = await visit({ colorScheme, viewport }, `/presets?lang=${lang}`)
          await picture(page, `${lang}-${colorScheme}-${width}`)
          expect(await violations(page)).toEqual([])
          await page.goto(new URL(`${LOST}?lang=${lang}`, page.url()).href)
          await picture(page, `${lang}-${colorScheme}-${width}-lost`)
          expect(await violations(page)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
          expect(complaints.filter(text => !text.includes('404'))).toEqual([])
          expect(elsewhere).toEqual([])
        })
      }
    }
  }

  it('leads with the keyboard alone to a description with that preset', async () => {
    const { page, complaints } = await visit({}, '/presets')
    const link = page.getByRole('link', { name: 'Open in the builder sipgate, Germany' })
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\?preset=sipgate/)
    expect(await page.content()).toContain('preset: sipgate')
    expect(complaints).toEqual([])
  })
})

describe('a preset that somebody stores', () => {
  it('has a page that others can read and use, and that tells programs nothing of theirs', async () => {
    const { page } = await visit()
    await page.getByText('Share as a preset').click()
    await page.getByLabel('Name of the preset').fill('quiet-office')
    await page.getByLabel('Your name').fill('<b>Anna</b> https://anna.example')
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.getByRole('button', { name: 'Store it for a short link' }).click()
    const code = page.locator('.share code', { hasText: '/p/' })
    const stored = new URL((await code.innerText()).trim())
    expect(stored.pathname).toMatch(/^\/p\/[a-z2-7]{26}$/)

    for (const lang of ['de', 'en'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const viewport of [WIDE, NARROW, SMALLEST]) {
          const {
            page: theirs,
            complaints,
            elsewhere,
          } = await visit({ colorScheme, viewport }, `${stored.pathname}?lang=${lang}`)
          await picture(theirs, `stored-${lang}-${colorScheme}-${viewport.width}`)
          expect(await violations(theirs)).toEqual([])
          expect(await theirs.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
          expect(await theirs.locator('main').innerText()).toContain('<b>Anna</b> https://anna.example')
          expect(await theirs.locator('a[href*="anna"]').count()).toBe(0)
          expect(await theirs.evaluate(() => document.head.outerHTML)).not.toMatch(/quiet-office|Anna/)
          expect([...complaints, ...elsewhere]).toEqual([])
          await theirs.context().close()
        }
      }
    }

    const { page: guest } = await visit({}, `${stored.pathname}?lang=en`)
    await guest.getByRole('link', { name: 'Open in the builder' }).click()
    await guest.getByRole('heading', { name: 'A preset for you: quiet-office' }).waitFor()
    await guest.getByRole('button', { name: 'Use this preset' }).click()
    await expect.poll(() => textOf(guest)).toContain(`preset: ${stored.pathname.slice('/p/'.length)}`)
    const made = guest.waitForEvent('download')
    await guest.getByRole('button', { name: 'Make bundle' }).click()
    expect((await made).suggestedFilename()).toMatch(/\.zip$/)
  })
})
