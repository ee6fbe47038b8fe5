// Importing on the page: what a visitor gets of a file of their own, and that nothing of it leaves the tab.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endVisits, NARROW, picture, startVisits, violations, visit, WIDE } from './visit.ts'

beforeAll(() => startVisits('import'))
afterAll(endVisits)

const PASSWORD = 'Tulpe4711x'
const SEP = (load = 'SIP75.9-4-2SR3-1S', label = 'Kueche') => `<?xml version="1.0"?>
<device><devicePool><callManagerGroup><members><member><callManager><processNodeName>192.168.2.1</processNodeName>
</callManager></member></members></callManagerGroup></devicePool>
<sipProfile><phoneLabel>${label}</phoneLabel><sipLines><line button="1"><featureID>9</featureID><name>620</name>
<authPassword>${PASSWORD}</authPassword></line><line button="3"><featureID>21</featureID></line></sipLines>
<dialTemplate>dialplan.xml</dialTemplate></sipProfile><loadInformation>${load}</loadInformation></device>`
const PLAN = '<DIALTEMPLATE><TEMPLATE MATCH="0.*" Timeout="7"/></DIALTEMPLATE>'
const TABLE = `mac;model;username;password;floor
001D45000001;7962G;101;${PASSWORD}1
;7962G;102;${PASSWORD}2
001D45000002;;103;${PASSWORD}3
`
const NAME = 'SEP001D452D2BF0.cnf.xml'

const file = (name: string, text: string, encoding: BufferEncoding = 'utf8') => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text, encoding),
})

/** A visit with the fold open, and everything that the browser sent in it. */
async function visitImport(...options: Parameters<typeof visit>) {
  const visited = await visit(...options)
  const { page } = visited
  const sent: string[] = []
  page.on('request', request => sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers())))
  await page.locator('#import > summary').click()
  return { ...visited, sent }
}

const bring = (page: Page, ...files: ReturnType<typeof file>[]) => page.locator('#import-files').setInputFiles(files)
const editor = (page: Page) => page.locator('#site').inputValue()
const report = (page: Page) => page.locator('#import').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const outcome = (page: Page, kind: 'good' | 'bad') => page.locator(`#import-status.${kind}`).waitFor()

async function savedPasswords(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save passwords as secrets.env')])
  expect(download.suggestedFilename()).toBe('secrets.env')
  return readFileSync(await download.path(), 'utf8')
}

const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]))

describe('importing on the page', () => {
  it('tells the known mistakes of a file, also of one that has no lines to import', async () => {
    const { page } = await visitImport()
    await bring(
      page,
      file(NAME, SEP().replace('</name>', '</name><messagesNumber>**600</messagesNumber><authName>x</authName>')),
    )
    await outcome(page, 'good')
    expect(await report(page)).toContain('lint.auth-name')
    const general = '<Default><loadInformation30018 model="7962">SIP42.9-4-2SR3-1S</loadInformation30018></Default>'
    await bring(page, file('XMLDefault.cnf.xml', general))
    await outcome(page, 'bad')
    expect(await report(page)).toMatch(/it has no lines to import[\s\S]*Write loadInformation404/)
  })

  it('puts a configuration into the editor, its passwords into a file, and nothing into a request', async () => {
    const { page, sent, complaints, elsewhere } = await visitImport()
    await bring(page, file('dialplan.xml', PLAN), file(NAME, SEP()))
    await outcome(page, 'good')
    await expect.poll(() => editor(page)).toMatch(/mac: 00:1d:45:2d:2b:f0[\s\S]*secret: line1/)
    await expect.poll(() => editor(page)).toContain('match: 0.*')
    expect(await page.locator('body').innerText()).not.toContain(PASSWORD)
    expect(await report(page)).toContain('key 3 has a function (21)')
    const changed = page.getByRole('table')
    expect(await changed.innerText()).toMatch(/Setting\s+Before\s+After/)
    expect(await changed.getByRole('row', { name: 'line 3/featureID' }).innerText()).toMatch(/21\s+not set/)
    await page.getByText('settings that the file did not have').click()
    expect(await page.getByRole('table').last().innerText()).toContain('not set')
    expect(await savedPasswords(page)).toBe(`CP_SECRET_LINE1=${PASSWORD}\n`)

    await Promise.all([page.waitForEvent('download'), press(page, 'Make bundle')])
    expect(await stored(page)).not.toContain(PASSWORD)
    expect(await page.content()).not.toContain(PASSWORD)
    expect(sent.length).toBeGreaterThan(5)
    expect(sent.join('\n')).not.toContain(PASSWORD)
    expect(await violations(page)).toEqual([])
    await picture(page, 'made')
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('names every row of a table that it could not take, and asks for the model that rows lack', async () => {
    const { page, sent, complaints } = await visitImport()
    await bring(page, file('phones.csv', TABLE))
    await outcome(page, 'good')
    expect(await report(page)).toContain('1 of 3 rows taken')
    expect(await report(page)).toContain('row 3 has no MAC address')
    expect(await report(page)).toContain('Columns that a description has no place for: floor')
    await page.getByLabel('Model of the phone').selectOption('CP-7942G')
    await press(page, 'Import with this model')
    await page.getByText('2 of 3 rows taken').waitFor()
    await expect.poll(() => editor(page)).toContain('username: "103"')
    expect(await savedPasswords(page)).toBe(`CP_SECRET_101=${PASSWORD}1\nCP_SECRET_103=${PASSWORD}3\n`)
    expect(await violations(page)).toEqual([])
    expect((await editor(page)) + sent.join('\n') + (await stored(page))).not.toContain(PASSWORD)
    expect(complaints).toEqual([])
  })

  it('puts a dial plan that came alone into the description that is there', async () => {
    const { page } = await visitImport()
    await page.locator('#site').fill('site: mine # a comment\n')
    await bring(page, file('dialplan.xml', PLAN))
    await outcome(page, 'good')
    await expect.poll(() => editor(page)).toBe('site: mine # a comment\ndialPlan:\n  - match: 0.*\n    wait: 7\n')
    await press(page, 'Undo the import')
    await expect.poll(() => editor(page)).toBe('site: mine # a comment\n')
    await press(page, 'Import after all')
    await bring(page, file(NAME, SEP()))
    await press(page, 'Keep mine') // the text is still a person's own
    await expect.poll(() => editor(page)).toContain('site: mine')
  })

  it('asks for the model when the file does not say it', async () => {
    const { page } = await visitImport()
    await bring(page, file(NAME, SEP('')))
    await outcome(page, 'bad')
    expect(await report(page)).toContain('does not say which phone it is for')
    await page.getByLabel('Model of the phone').selectOption('CP-7962G')
    await press(page, 'Import with this model')
    await outcome(page, 'good')
    await expect.poll(() => editor(page)).toContain('model: CP-7962G')
    expect(await page.locator('#import-status').evaluate(node => node === document.activeElement)).toBe(true)
    await page.getByLabel('Model of the phone').selectOption('CP-7942G')
    await press(page, 'Import with this model')
    await expect.poll(() => editor(page)).toContain('model: CP-7942G')
  })

  it.each([
    [file('a.cnf.xml', '<device></device>'), 'it has no sip part'],
    [file('b.cnf.xml', 'nothing'), 'no xml'],
    [file('c.csv', 'a,b\n1,2\n'), 'must name columns'],
    [file('d.cnf.xml', 'x'.repeat(1_000_001)), 'larger than a configuration can be'],
  ])('says in a sentence what is wrong with a file, and leaves the editor alone (%#)', async (broken, words) => {
    const { page, complaints } = await visitImport()
    const before = await editor(page)
    await bring(page, broken)
    await outcome(page, 'bad')
    expect((await report(page)).toLowerCase()).toContain(words)
    await expect.poll(() => editor(page)).toBe(before)
    expect(complaints).toEqual([])
  })

  it('keeps umlauts of a Latin-1 file', async () => {
    const { page } = await visitImport()
    await bring(page, file(NAME, SEP(undefined, 'Küche'), 'latin1'))
    await outcome(page, 'good')
    await expect.poll(() => editor(page)).toContain('label: Küche')
  })

  it('asks before it replaces what somebody wrote, and takes an import back', async () => {
    const { page } = await visitImport()
    await page.locator('#site').fill('site: mine\n')
    await bring(page, file(NAME, SEP()))
    await page.getByText('Shall the imported one replace it?').waitFor()
    expect(await page.locator(':focus').innerText()).toBe('Replace mine')
    await press(page, 'Keep mine')
    await expect.poll(() => editor(page)).toBe('site: mine\n')
    expect(await page.locator('#import-report').innerText()).toBe('')
    await bring(page, file(NAME, SEP()))
    await press(page, 'Replace mine')
    await expect.poll(() => editor(page)).toContain('site: imported')
    await press(page, 'Undo the import')
    await expect.poll(() => editor(page)).toBe('site: mine\n')
    await press(page, 'Import after all')
    await expect.poll(() => editor(page)).toContain('site: imported')
  })

  it('forgets passwords when somebody says so, and when they leave', async () => {
    const { page } = await visitImport()
    await bring(page, file(NAME, SEP()))
    await press(page, 'Forget passwords')
    expect(await page.getByRole('button', { name: 'Save passwords as secrets.env' }).count()).toBe(0)
    expect(await report(page)).toContain('has forgotten the file')
    await bring(page, file(NAME, SEP()))
    await outcome(page, 'good')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
    expect(await page.getByRole('button', { name: 'Save passwords as secrets.env' }).count()).toBe(0)
  })

  it('takes a pasted file, in its own field or in the editor, which it never reaches', async () => {
    const { page, sent } = await visitImport()
    await page.getByLabel('Or paste the text of a file').fill(SEP())
    await press(page, 'Import the text')
    await outcome(page, 'good')
    expect(await page.getByLabel('Or paste the text of a file').inputValue()).toBe('')
    await expect.poll(() => editor(page)).toContain('mac: any')

    await press(page, 'Start again')
    await page.locator('#site').evaluate((area, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, SEP())
    await expect.poll(() => editor(page)).toContain('site: imported')
    expect(sent.join('\n')).not.toContain(PASSWORD)
  })

  it('does not send or store a file that got into the editor all the same, but imports it', async () => {
    const { page, sent } = await visitImport()
    await page.locator('#site').fill(SEP())
    expect(await stored(page)).not.toContain(PASSWORD)
    await press(page, 'Check')
    await outcome(page, 'good')
    await expect.poll(() => editor(page)).toContain('site: imported')
    await press(page, 'Undo the import')
    await expect.poll(() => editor(page)).toContain('site: home')
    expect(sent.join('\n')).not.toContain(PASSWORD)
  })

  it('takes dropped files', async () => {
    const { page } = await visitImport()
    const carried = await page.evaluateHandle(
      ([name, text]) => {
        const data = new DataTransfer()
        data.items.add(new File([text], name))
        return data
      },
      [NAME, SEP()] as const,
    )
    await page.locator('#import').dispatchEvent('dragover', { dataTransfer: carried })
    expect(await page.locator('#import.over').count()).toBe(1)
    await page.locator('#import').dispatchEvent('drop', { dataTransfer: carried })
    await outcome(page, 'good')
    await expect.poll(() => editor(page)).toContain('mac: 00:1d:45:2d:2b:f0')
  })

  it('says when its script cannot be loaded, and loads it the next time', async () => {
    const { page } = await visitImport()
    await page.route('**/import.js', route => route.abort())
    await page.getByLabel('Or paste the text of a file').fill(SEP())
    await press(page, 'Import the text')
    await outcome(page, 'bad')
    await page.unroute('**/import.js')
    await press(page, 'Import the text')
    await outcome(page, 'good')
  })

  it('works with the keyboard alone', async () => {
    const { page } = await visit()
    await page.locator('#import > summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator('#import-files').evaluate(node => node === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.insertText(SEP())
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await outcome(page, 'good')
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(await focused.innerText()).toBe('Save passwords as secrets.env')
  })

  for (const lang of ['de', 'en'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [WIDE, NARROW, { width: 320, height: 640 }]) {
        it(`can be read by everybody: ${lang}, ${colorScheme}, ${viewport.width} px`, async () => {
          const { page, complaints } = await visitImport({ colorScheme, viewport }, `/?lang=${lang}`)
          for (const [name, brought] of [
            ['sep', file(NAME, SEP('SIP42.9-4-2SR3-1S'))],
            ['table', file('phones.csv', TABLE)],
          ] as const) {
            await bring(page, brought)
            await outcome(page, 'good')
            await page.getByText(brought.name).first().waitFor()
            expect(await violations(page)).toEqual([])
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
            expect(overflow).toBeLessThanOrEqual(0)
            await picture(page, `${name}-${lang}-${colorScheme}-${viewport.width}`)
          }
          expect(complaints).toEqual([])
        })
      }
    }
  }
})
