// The editor of the YAML in a real browser, under the page's policy: typed in, completed, marked, heard and left by keyboard.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endVisits, NARROW, picture, startVisits, violations, visit, WIDE } from './visit.ts'

beforeAll(() => startVisits('editor'))
afterAll(endVisits)

const SITE = `# my phones
site: home
preset: fritzbox-de
registrar: { address: 192.168.178.1 }
phones:
  - model: CP-9999
    mac: 00:1D:45:2D:2B:F0
    lines:
      - { username: Line1, password: { secret: line1 }, label: "Line 1" }
`
const PROBLEM = {
  ...{ code: 'site.model', severity: 'error', path: ['phones', 0, 'model'], line: 6, column: 12 },
  ...{ message: 'No model CP-9999 is known', cure: 'Write it as on the sticker.', docs: '' },
}

/** Any page, with nothing in its middle but the editor; in the page it is `editor`. */
async function visitEditor(text: string, options: Parameters<typeof visit>[0] = {}, lang = 'en') {
  const visitor = await visit(options, `/verify?lang=${lang}`)
  // As text, because the import is the browser's and not that of the test's bundler.
  await visitor.page.evaluate(`(async () => {
    const { createCodeEditor } = await import('/editor.js')
    const title = document.createElement('h1')
    title.textContent = 'cp'
    const parent = document.createElement('div')
    document.querySelector('main').replaceChildren(title, parent)
    globalThis.told = []
    const onChange = text => void told.push(text)
    globalThis.editor = createCodeEditor({ parent, text: ${JSON.stringify(text)}, lang: '${lang}', label: 'YAML', onChange })
  })()`)
  return visitor
}

const textOf = (page: Page): Promise<string> => page.evaluate('editor.text')
const field = (page: Page) => page.getByRole('textbox', { name: 'YAML' })
const mark = (page: Page) => page.evaluate(`editor.mark([${JSON.stringify(PROBLEM)}])`)

describe('the editor of the YAML', () => {
  it('takes what is typed, tells it, and takes it back', async () => {
    const { page, complaints, elsewhere } = await visitEditor('')
    await field(page).click()
    await page.keyboard.type('site: home')
    expect(await textOf(page)).toBe('site: home')
    expect(await page.evaluate('told.at(-1)')).toBe('site: home')
    await page.keyboard.press('Control+z')
    expect(await textOf(page)).toBe('')
    await page.evaluate('told.length = 0; editor.replace("site: office")')
    expect(await textOf(page)).toBe('site: office')
    expect(await page.evaluate('told')).toEqual([])
    await page.keyboard.press('Control+z')
    expect(await textOf(page)).toBe('')
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('completes keys and values with the keyboard alone', async () => {
    const { page, complaints } = await visitEditor('phones:\n  - ')
    await page.evaluate('editor.goTo(2, 5)')
    await page.keyboard.press('End')
    await page.keyboard.type('mod')
    const list = page.getByRole('listbox', { name: 'Suggestions' })
    await list.waitFor()
    expect(await list.getByRole('option', { selected: true }).innerText()).toBe('model')
    await picture(page, 'keys')
    await page.waitForTimeout(100) // CodeMirror takes no Enter right after the list came, lest it was meant for a new line
    await page.keyboard.press('Enter')
    await list.getByRole('option', { name: 'CP-7975G' }).waitFor()
    await page.keyboard.type('7975')
    await expect.poll(() => list.getByRole('option').count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await picture(page, 'values')
    await page.waitForTimeout(100)
    await page.keyboard.press('Tab')
    expect(await textOf(page)).toBe('phones:\n  - model: CP-7975G')
    await page.keyboard.press('Enter')
    await page.keyboard.type('li')
    await list.waitFor()
    await page.waitForTimeout(100)
    await page.keyboard.press('Enter')
    expect(await textOf(page)).toBe('phones:\n  - model: CP-7975G\n    lines:\n      - ')
    expect(complaints).toEqual([])
  })

  it('shows a problem at its place, with its cure, and speaks it', async () => {
    const { page, complaints } = await visitEditor(SITE)
    await mark(page)
    expect(await page.locator('.cm-lintRange-error').innerText()).toBe('CP-9999')
    expect(await field(page).getAttribute('aria-invalid')).toBe('true')
    const wrong = await page.locator('.cm-lint-marker-error').boundingBox()
    const line = await page.locator('.cm-line', { hasText: 'CP-9999' }).boundingBox()
    expect(Math.abs((wrong?.y ?? 0) - (line?.y ?? 999))).toBeLessThan(20)
    await field(page).press('F8')
    const spoken = page.locator('.cm-announced')
    await expect.poll(() => spoken.innerText()).toContain('Line 6. Error: No model CP-9999 is known')
    await page.locator('.cm-lintRange-error').hover()
    await page.locator('.cm-tooltip .cp-cure').waitFor()
    await picture(page, 'problem')
    expect(await violations(page)).toEqual([])
    await page.evaluate('editor.mark([])')
    expect(await page.locator('.cm-lintRange-error').count()).toBe(0)
    expect(await field(page).getAttribute('aria-invalid')).toBeNull()
    expect(complaints).toEqual([])
  })

  it('lets go of the keyboard: Escape, then Tab', async () => {
    const { page } = await visitEditor(SITE)
    await field(page).click()
    await page.keyboard.press('Tab')
    expect(await field(page).evaluate(node => node.matches(':focus'))).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await field(page).evaluate(node => node.matches(':focus'))).toBe(false)
  })

  it('tells what a key means when the pointer rests on it, in German', async () => {
    const { page, complaints } = await visitEditor(SITE, { locale: 'de-DE' }, 'de')
    await page.getByText('username').hover()
    await page.getByText('Benutzername beim Registrar, genau wie dort').waitFor()
    expect(complaints).toEqual([])
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, viewport] of Object.entries({ wide: WIDE, narrow: NARROW, small: { width: 320, height: 640 } })) {
      it(`can be read by everybody: ${colorScheme}, ${name}`, async () => {
        const { page, complaints } = await visitEditor(SITE, { colorScheme, viewport, locale: 'de-DE' }, 'de')
        await mark(page)
        await field(page).click()
        await page.keyboard.press('Control+f')
        await page.getByRole('textbox', { name: 'Suchen' }).waitFor()
        expect(await violations(page)).toEqual([])
        await picture(page, `search-${colorScheme}-${name}`)
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+Shift+M')
        await page.getByRole('listbox', { name: 'Probleme' }).waitFor()
        expect(await violations(page)).toEqual([])
        await picture(page, `problems-${colorScheme}-${name}`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        expect(complaints).toEqual([])
      })
    }
  }

  it('can be seen with forced colours', async () => {
    const { page, complaints } = await visitEditor(SITE, { forcedColors: 'active', reducedMotion: 'reduce' })
    await mark(page)
    await field(page).click()
    const outline = await page.locator('.cm-editor').evaluate(node => getComputedStyle(node).outlineStyle)
    expect(outline).toBe('solid')
    await picture(page, 'forced-colours')
    expect(complaints).toEqual([])
  })

  it('keeps up with typing among 200 phones as with one, on a machine a quarter as fast', async () => {
    const { page, context } = await visitEditor(SITE)
    const tools = await context.newCDPSession(page)
    await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const one = await timeOfKey(page, 7)
    await page.evaluate(`editor.replace(${JSON.stringify(SITE + SITE.slice(SITE.indexOf('  - model')).repeat(199))})`)
    const many = await timeOfKey(page, 603)
    console.log(`A key, median: ${one.toFixed(1)} ms with one phone, ${many.toFixed(1)} ms with 200`)
    expect(many).toBeLessThan(2 * one + 25) // not in milliseconds alone: this machine may have other things to do
  })
})

/** Milliseconds until a key is drawn, without the wait for the next picture: the median of 20. */
async function timeOfKey(page: Page, line: number): Promise<number> {
  await page.evaluate(`editor.goTo(${line}, 5)`)
  const times: number[] = []
  for (const key of [...'abcdefghijklmnopqrst'].map(letter => letter.repeat(3))) {
    times.push(
      await page.evaluate(async key => {
        await new Promise(requestAnimationFrame)
        const start = performance.now()
        document.execCommand('insertText', false, key)
        await null // the editor sees what became of the page in a microtask
        await null
        if (!Reflect.get(globalThis, 'editor').text.includes(key)) throw new Error('not taken yet')
        document.body.getBoundingClientRect() // lays the page out
        const done = performance.now()
        await new Promise(resolve => setTimeout(resolve, 20))
        return done - start
      }, key),
    )
  }
  return times.sort((one, other) => one - other)[10] ?? Number.NaN
}
