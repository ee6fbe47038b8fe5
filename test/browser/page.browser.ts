// The builder as a visitor has it: form and text in step, faults at their places, by keyboard, without a network.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endVisits, NARROW, picture, startVisits, textOf, violations, visit, WIDE, write } from './visit.ts'

const SMALLEST = { width: 320, height: 640 }

beforeAll(() => startVisits('page'))
afterAll(endVisits)

const result = (page: Page) => page.getByRole('region', { name: 'Result' })
const status = (page: Page) => page.locator('#status')

describe('the builder in a browser', () => {
  it('writes into the text what is typed into the form, and shows in the form what is typed into the text', async () => {
    const { page, complaints } = await visit()
    await page.getByLabel('MAC address', { exact: true }).fill('001d.452d.2bf0')
    await expect.poll(() => textOf(page)).toContain('mac: 00:1D:45:2D:2B:F0')
    // The comment of that line stands where it stood.
    expect(await textOf(page)).toMatch(/mac: 00:1D:45:2D:2B:F0 +# /)
    await page.getByRole('region', { name: 'Your phones' }).getByLabel('Model').selectOption('CP-7965G')
    await page.getByRole('button', { name: 'free' }).nth(1).click()
    await page.getByRole('button', { name: 'Speed dial' }).click()
    await page.getByLabel('Number').fill('**611')
    await expect.poll(() => textOf(page)).toMatch(/dial: "\*\*611"/)
    await write(page, text => text.replace('username: Line1', 'username: Kitchen'))
    await page.getByRole('button', { name: /^1 / }).click()
    expect(await page.getByLabel('User name at the registrar').inputValue()).toBe('Kitchen')
    expect(await page.locator('.buttons .pick').count()).toBe(6)
    await picture(page, 'form')
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('makes the bundle and says what to do with it', async () => {
    const { page, complaints, elsewhere } = await visit()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Make bundle' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^home-[a-z2-7]{10}\.zip$/)
    expect(readFileSync(await download.path()).toString('latin1', 0, 2)).toBe('PK')
    await expect.poll(() => status(page).innerText()).toContain(download.suggestedFilename())
    await expect
      .poll(() => page.locator('#made').innerText())
      .toContain(`cp-agent.js inspect ${download.suggestedFilename()}`)
    expect(await violations(page)).toEqual([])
    await picture(page, 'made')
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('shows a fault beside its field and at its line, and goes to the field', async () => {
    const { page, complaints } = await visit()
    await page.getByLabel('MAC address', { exact: true }).fill('00:1D:45:2D:2B')
    const field = page.getByLabel('MAC address', { exact: true })
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect.poll(() => status(page).innerText()).toBe('One thing is wrong.')
    await result(page)
      .getByRole('button', { name: /^Line \d+$/ })
      .click()
    await expect.poll(() => field.evaluate(node => node === document.activeElement)).toBe(true)
    await picture(page, 'fault')
    expect(await violations(page)).toEqual([])
    await field.fill('any')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect.poll(() => status(page).innerText()).toContain('No errors: 1 phone with 1 line.')
    expect(complaints).toEqual([])
  })

  it('locks the form while the text cannot be read, and says where', async () => {
    const { page } = await visit()
    await write(page, text => text.replace('network:', 'network: {'))
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/mistake in line \d+/)
    expect(await page.getByLabel('MAC address', { exact: true }).isDisabled()).toBe(true)
    await write(page, text => text.replace('network: {', 'network:'))
    await expect.poll(() => page.getByLabel('MAC address', { exact: true }).isEnabled()).toBe(true)
  })

  it('does not show a password again that somebody wrote into the text', async () => {
    const { page } = await visit()
    await write(page, text => text.replace('{ secret: line1 }', 'Tulpe4711x'))
    await page.getByRole('button', { name: 'Make bundle' }).click()
    await result(page).locator('.problems').waitFor()
    expect(await result(page).innerText()).not.toContain('Tulpe4711x')
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Tulpe4711x')
  })

  it('takes one sticker after the other from a scanner, and says each', async () => {
    const { page, complaints } = await visit()
    await page.getByText('Many phones at once').click()
    await page.getByLabel('MAC addresses').focus()
    for (const scan of ['001D452D2BF1', '001D452D2BF2', '001D452D2BF2', 'ABC1234567Z']) {
      await page.keyboard.type(scan)
      await page.keyboard.press('Enter')
      if (scan.endsWith('Z')) await page.getByRole('button', { name: 'Add these phones' }).click()
    }
    const said = page.locator('.many [role=status]')
    await expect.poll(() => said.innerText()).toContain('No MAC address: ABC1234567Z')
    await page.getByLabel('MAC addresses').fill('00:1d:45:2d:2b:f3\n00-1D-45-2D-2B-F4\n')
    await page.getByRole('button', { name: 'Add these phones' }).click()
    await expect.poll(() => said.innerText()).toContain('That makes 5 phones.')
    const text = await textOf(page)
    expect(text.match(/mac: /g)).toHaveLength(5)
    // Each has the next line, with a secret of its own.
    for (const name of ['Line2', 'Line3', 'Line4', 'Line5']) expect(text).toContain(`username: ${name}`)
    expect(new Set(text.match(/secret: \S+/g)).size).toBe(5)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect.poll(() => status(page).innerText()).toContain('5 phones with 5 lines')
    expect(complaints).toEqual([])
  })

  it('shows the file of the phone, what differs from the preset, and what to enter at the registrar', async () => {
    const { page } = await visit()
    await page.getByLabel('Password').fill('Tulpe4711')
    await page.getByLabel('Name on its screen').fill('Kitchen')
    await page.getByRole('tab', { name: 'Files' }).click()
    const file = page.locator('.paper .sheet')
    await expect.poll(() => file.innerText()).toContain('<phoneLabel>Kitchen</phoneLabel>')
    expect(await file.innerText()).not.toContain('Tulpe4711')
    expect(await file.locator('mark').first().isVisible()).toBe(true)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('#paper-differences').innerText()).toContain('preset')
    expect(await page.getByRole('tab', { name: 'Preset' }).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('#paper-registrar').innerText()).toContain('Tulpe4711')
    await picture(page, 'registrar')
    expect(await violations(page)).toEqual([])
  })

  it('goes on without a network once it is loaded: form, check, files, passwords', async () => {
    const { page, context, complaints } = await visit()
    await page.getByRole('button', { name: 'Check' }).click()
    await expect.poll(() => status(page).innerText()).toContain('No errors')
    await context.setOffline(true)
    await page.getByLabel('Name on its screen').fill('Cellar')
    await page.getByRole('button', { name: 'Generate', exact: true }).click()
    await page.getByRole('tab', { name: 'Files' }).click()
    await expect.poll(() => page.locator('.paper .sheet').innerText()).toContain('Cellar')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save passwords' }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^CP_SECRET_LINE1=[A-Za-z0-9]{12}\n$/)
    await page.getByRole('button', { name: 'Make bundle' }).click()
    await expect.poll(() => status(page).innerText()).toContain('could not be reached')
    await context.setOffline(false)
    const made = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Make bundle' }).click()
    expect((await made).suggestedFilename()).toMatch(/\.zip$/)
    expect(complaints.filter(text => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })

  it('can be used with the keyboard alone', async () => {
    const { page } = await visit()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip')
    const key = page.getByRole('button', { name: /^3 .*free/ })
    await key.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Function of the phone' }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Function').selectOption('do-not-disturb')
    await expect.poll(() => textOf(page)).toContain('feature: do-not-disturb')
    await page.getByLabel('Name of this description').focus()
    const made = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await made).suggestedFilename()).toMatch(/\.zip$/)
  })

  it('leads whoever uses the keyboard on when the button that was pressed is gone', async () => {
    const { page } = await visit()
    const focused = () => page.evaluate(() => document.activeElement?.id)
    // In one go: what is drawn anew between the focus and the key would take the focus with it.
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter')
    await press(/^2 .*free/)
    await press('Add a line')
    await expect.poll(focused).toBe('at-phones-0-lines-1-username')
    await press('Remove this line')
    await expect.poll(focused).toBe('key-1')
    await press(/^4 .*free/)
    await press('Function of the phone')
    await press('Remove this key')
    await expect.poll(focused).toBe('key-4')
    await press('Add a phone')
    await press('Remove this phone')
    await expect.poll(focused).toBe('phone-0')
  })

  it('posts the text itself where its aliases would make JSON of it too long', async () => {
    const { page } = await visit()
    const keys = Array.from({ length: 50 }, (_, n) => `{ dial: "${n}", label: "${'x'.repeat(30)}" }`).join(', ')
    const phones = Array.from({ length: 95 }, (_, n) => {
      const own = n === 0 ? `&k [${keys}]` : '*k'
      const line = `{ username: Line${n}, password: { secret: line${n} } }`
      const mac = `00:1D:45:00:00:${n.toString(16).padStart(2, '0').toUpperCase()}`
      return `  - { model: CP-7975G, mac: "${mac}", addOns: [7916-24, 7916-24], keys: ${own}, lines: [${line}] }\n`
    })
    await write(page, text =>
      text
        .replace(/leases: .*/, 'leases: 192.168.178.20-192.168.178.250')
        .replace(/phones:\n[\s\S]*/, `phones:\n${phones.join('')}`),
    )
    const posted = page.waitForRequest(request => request.url().includes('/api/bundles'))
    const made = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Make bundle' }).click()
    expect((await posted).headers()['content-type']).toBe('application/yaml')
    expect((await posted).postData()).toBe(await textOf(page))
    expect((await made).suggestedFilename()).toMatch(/\.zip$/)
  })

  it('shows what a shared preset would change before it applies, and takes it', async () => {
    const { page, context } = await visit()
    await page.getByText('Share as a preset').click()
    await page.getByLabel('Name of the preset').fill('quiet-office')
    await page.getByLabel('Your name').fill('<b>Anna</b>')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const code = page.locator('.share code')
    await code.waitFor()
    const link = (await code.innerText()).trim()
    expect(link).toMatch(/#p=/)
    const other = await context.newPage()
    await other.goto(link)
    await other.getByRole('heading', { name: 'A preset for you: quiet-office' }).waitFor()
    expect(await other.locator('.offer').innerText()).toContain('<b>Anna</b>')
    expect(await violations(other)).toEqual([])
    await picture(other, 'offer')
    await other.getByRole('button', { name: 'Use this preset' }).click()
    await expect.poll(() => textOf(other)).toContain('#p=')
    expect(other.url()).not.toContain('#p=')
    const made = other.waitForEvent('download')
    await other.getByRole('button', { name: 'Make bundle' }).click()
    expect((await made).suggestedFilename()).toMatch(/\.zip$/)
    const cut = await context.newPage()
    await cut.goto(link.slice(0, -9))
    await expect.poll(() => status(cut).innerText()).toContain('cut off')
  })

  it('opens with the preset that the gallery leads to', async () => {
    const { page } = await visit({}, '/?preset=sipgate')
    expect(await textOf(page)).toContain('preset: sipgate')
    await page.getByRole('button', { name: 'Check' }).click()
    await expect.poll(() => status(page).innerText()).toContain('No errors')
    await page.getByLabel('Preset', { exact: true }).and(page.locator('select')).selectOption('fritzbox-at')
    await expect.poll(() => textOf(page)).toContain('preset: fritzbox-at')
    expect(await page.getByLabel('Address of the registrar').inputValue()).toBe('192.168.178.1')
  })

  it('speaks German to those who ask for it, and keeps the text when the language changes', async () => {
    const { page, complaints } = await visit({ locale: 'de-DE', viewport: NARROW })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Aus dem gebrauchten')
    await page.getByLabel('Name auf dem Bildschirm').fill('Kueche')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'second-hand' }).waitFor()
    await expect.poll(() => page.getByLabel('Name on its screen').inputValue()).toBe('Kueche')
    await page.getByRole('button', { name: 'Start again' }).click()
    expect(await textOf(page)).not.toContain('Kueche')
    expect(complaints).toEqual([])
  })

  it('says what to do without JavaScript', async () => {
    const { page } = await visit({ javaScriptEnabled: false })
    expect(await page.locator('noscript pre').first().isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Make bundle' }).isDisabled()).toBe(true)
  })

  for (const lang of ['de', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [width, viewport] of Object.entries({ wide: WIDE, narrow: NARROW, smallest: SMALLEST })) {
        it(`can be read by everybody: ${lang}, ${colorScheme}, ${width}`, async () => {
          const { page, complaints, elsewhere } = await visit({ colorScheme, viewport }, `/?lang=${lang}`)
          const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          await picture(page, `${lang}-${colorScheme}-${width}`)
          expect(await violations(page)).toEqual([])
          expect(await overflow()).toBeLessThanOrEqual(0)
          await write(page, text => text.replace('CP-7975G', 'CP-9999'))
          await page.getByRole('button', { name: lang === 'de' ? 'Prüfen' : 'Check', exact: true }).click()
          await page.locator('#result .problems').waitFor()
          await picture(page, `${lang}-${colorScheme}-${width}-error`)
          expect(await violations(page)).toEqual([])
          await write(page, text => text.replace('CP-9999', 'CP-7861'))
          const made = page.waitForEvent('download')
          await page.locator('button.primary[type=submit]').click()
          await made
          await page.locator('#made h2').first().waitFor()
          await picture(page, `${lang}-${colorScheme}-${width}-made`)
          expect(await violations(page)).toEqual([])
          expect(await overflow()).toBeLessThanOrEqual(0)
          expect(complaints).toEqual([])
          expect(elsewhere).toEqual([])
        })
      }
    }
  }
})
