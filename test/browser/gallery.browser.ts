// The gallery of presets as a visitor has it, and what an address of no preset shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endVisits, NARROW, picture, startVisits, violations, visit, WIDE } from './visit.ts'

const SMALLEST = { width: 320, height: 640 }
const LOST = `/p/${'a'.repeat(26)}`

beforeAll(() => startVisits('gallery'))
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
