// The page about the API as a visitor has it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endVisits, NARROW, picture, startVisits, violations, visit, WIDE } from './visit.ts'

const SMALLEST = { width: 320, height: 640 }

beforeAll(() => startVisits('docs'))
afterAll(endVisits)

describe('the page about the API in a browser', () => {
  for (const lang of ['de', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [width, viewport] of Object.entries({ wide: WIDE, narrow: NARROW, smallest: SMALLEST })) {
        it(`can be read by everybody: ${lang}, ${colorScheme}, ${width}`, async () => {
          const { page, complaints, elsewhere } = await visit({ colorScheme, viewport }, `/docs?lang=${lang}`)
          expect(await page.locator('main').innerText()).toContain('/api/bundles')
          await picture(page, `${lang}-${colorScheme}-${width}`)
          expect(await violations(page)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
          expect(complaints).toEqual([])
          expect(elsewhere).toEqual([])
        })
      }
    }
  }
})
