// Pictures and tones on the page: what a visitor gets of their own files, and that nothing of them leaves the tab.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readZip } from '../../schemas/bundle/zip.ts'
import { makePng } from '../png.ts'
import { makeWav, sine } from '../wav.ts'
import { endVisits, NARROW, picture, startVisits, violations, visit } from './visit.ts'

beforeAll(() => startVisits('media'))
afterAll(endVisits)

describe('pictures and ring tones in a browser', () => {
  const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })
  const MINE = [
    file(
      'Große Berge.png',
      'image/png',
      makePng({
        width: 640,
        height: 300,
        pixel: (x, y) => (y > 100 + 80 * Math.sin(x / 60) ? [40, 120, 60] : [150, 200, 250]),
      }),
    ),
    file('glocke.wav', 'audio/wav', makeWav({ rate: 44_100, frames: 44_100, sample: sine(880, 44_100) })),
    file('foto.png', 'image/png', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
  ]
  /** What the canvas shows, at a place. */
  const colourAt = (page: Page, x: number, y: number) =>
    page
      .locator('.gallery canvas')
      .evaluate(
        (canvas, [left = 0, top = 0]) =>
          canvas instanceof HTMLCanvasElement
            ? [...(canvas.getContext('2d')?.getImageData(left, top, 1, 1).data ?? [])]
            : [],
        [x, y],
      )

  it('become what the phone takes, in the tab and without a request, and are handed over as one zip', async () => {
    const { page, complaints, elsewhere } = await visit()
    const asked: string[] = []
    page.on('request', request => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.getByText('Pictures and ring tones').click()
    await page.getByLabel('Pictures (PNG)').setInputFiles(MINE)
    await page.getByText('2 files are ready. One file could not be taken.').waitFor()
    const shown = page.getByRole('img', { name: 'Grosse-Berge: 320 × 216' })
    expect(await shown.isVisible()).toBe(true)
    expect(await colourAt(page, 160, 5)).toEqual([150, 200, 250, 255])
    expect(await colourAt(page, 160, 210)).toEqual([40, 120, 60, 255])
    expect(await page.locator('.gallery .bad').innerText()).toMatch(/foto\.png.*\(JPEG\)/)
    await page.getByRole('button', { name: 'Play: glocke' }).click()
    expect(await violations(page)).toEqual([])
    await picture(page, 'media-wide')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download all' }).click(),
    ])
    const names = readZip(new Uint8Array(readFileSync(await download.path()))).map(({ name }) => name)
    const at = 'Desktops/320x216x16/Grosse-Berge'
    expect(names).toEqual([`${at}-small.png`, `${at}.png`, 'glocke.raw'])
    expect(await page.locator('#media-result pre').innerText()).toContain('look: { wallpapers: [Grosse-Berge] }')

    await page.locator('#media-model').selectOption('CP-8845')
    await page.getByRole('img', { name: 'Grosse-Berge: 800 × 480' }).waitFor()
    await page.locator('#media-model').selectOption('CP-7931G')
    await page.getByText('One file is ready. 2 files could not be taken.').waitFor()
    // The icon belongs to the page, whenever the browser wants it; so do the scripts' parts.
    const own = /^GET \/(?:icon\.svg|chunk-[A-Z0-9]{8}\.js)$/
    expect(asked.filter(request => !own.test(request))).toEqual(['GET /media.js'])
    expect(complaints).toEqual([])
    expect(elsewhere.filter(url => !url.startsWith('blob:'))).toEqual([])
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`can be read on a narrow screen, in German: ${colorScheme}`, async () => {
      const { page, complaints } = await visit({ locale: 'de-DE', viewport: NARROW, colorScheme })
      await page.getByText('Bilder und Klingeltöne').click()
      await page.getByLabel('Bilder (PNG)').setInputFiles(MINE)
      await page.getByText('2 Dateien sind fertig.').waitFor()
      await picture(page, `media-de-${colorScheme}-narrow`)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    })
  }
})
