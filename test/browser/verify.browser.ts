// /verify as a visitor has it: a bundle is opened in the tab, and nothing of it leaves.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIssuer } from '../../generator/bundle/seal.ts'
import { localKeys as newKeys } from '../../generator/cli/local-keys.ts'
import { generate } from '../../generator/generate.ts'
import { BUNDLE_ERRORS } from '../../schemas/bundle/errors.ts'
import { NAMESPACE_BUNDLE } from '../../schemas/bundle/namespaces.ts'
import { sign } from '../../schemas/bundle/sshsig.ts'
import { readZip, writeZip } from '../../schemas/bundle/zip.ts'
import { localKeys } from '../../scripts/local-keys.ts'
import { endVisits, NARROW, picture, startVisits, violations, visit, WIDE } from './visit.ts'

const SITE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const SMALL = { width: 320, height: 640 }

let folder: string
let good: Buffer
let later: Buffer
let stranger: Buffer
let large: Buffer

async function bundleOf(text: string, keys: Awaited<ReturnType<typeof localKeys>>, issued: string): Promise<Buffer> {
  const made = await generate({ text, lang: 'en' }, { issued, issuer: await readIssuer(keys) })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return Buffer.from(made.bundle)
}

/** What no generator of this project would write, signed all the same. */
async function hostile(keys: Awaited<ReturnType<typeof localKeys>>, issued: string): Promise<Buffer> {
  const { key } = await readIssuer(keys)
  const parts = new Map(readZip(await bundleOf(SITE, keys, issued)).map(({ name, bytes }) => [name, bytes]))
  const text = new TextDecoder().decode(parts.get('manifest.json')).replaceAll('"Buero"', '"<img src=x>\u202eB"')
  const json = new TextEncoder().encode(text)
  parts.set('manifest.json', json)
  parts.set('manifest.json.sig', new TextEncoder().encode(await sign(json, key, NAMESPACE_BUNDLE)))
  return Buffer.from(writeZip([...parts].map(([name, bytes]) => ({ name, bytes }))))
}

beforeAll(async () => {
  await startVisits('verify')
  folder = mkdtempSync(join(tmpdir(), 'cp-verify-'))
  const own = await localKeys()
  const now = new Date().toISOString().replace(/\.\d+/, '')
  good = await bundleOf(SITE, own, now)
  later = await bundleOf(
    SITE.replace('Buero', 'Diele').replace(/address: 192\.168\.178\.1\b/, 'address: 192.168.178.2'),
    own,
    now,
  )
  const other = await newKeys(join(folder, 'keys'), 'https://elsewhere.example', new Date())
  stranger = await hostile(other, now)
  const phones = Array.from({ length: 200 }, (_, at) => {
    const mac = `00:1D:45:2D:${at > 255 ? '2C' : '2B'}:${(at % 256).toString(16).padStart(2, '0')}`
    return `  - { model: CP-7975G, mac: "${mac}", lines: [{ username: L${at}, password: { secret: l${at} }, label: L${at} }] }`
  })
  const fleet = SITE.replace(/phones:[\s\S]*/, `phones:\n${phones.join('\n')}\n`).replace(
    '.201-192.168.178.220',
    '.20-192.168.178.240',
  )
  large = await bundleOf(fleet, own, now)
})
afterAll(async () => {
  await endVisits()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const zip = (buffer: Buffer, name = 'home.zip') => ({ name, mimeType: 'application/zip', buffer })
const bring = (page: Page, buffer: Buffer, name?: string) =>
  page.locator('#verify-first').setInputFiles(zip(buffer, name))
const compareWith = (page: Page, buffer: Buffer) =>
  page.locator('#verify-second').setInputFiles(zip(buffer, 'later.zip'))
const status = (page: Page) => page.getByRole('status').first()

/** Everything that was asked of any server, with what was sent. */
function listen(page: Page): string[] {
  const asked: string[] = []
  page.on('request', request => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  return asked
}

describe('/verify in a browser', () => {
  it('says of a bundle of this server who signed it, that all is right, and what is in it', async () => {
    const { page, complaints, elsewhere } = await visit({}, '/verify?lang=en')
    const asked = listen(page)
    await bring(page, good)
    await page.getByText('every check passed').waitFor()
    expect(await status(page).innerText()).toContain('Signed by http://localhost:8787')
    expect(await page.locator('.checks li').count()).toBe(8)
    expect(await page.locator('.checks li.passed').count()).toBe(8)
    expect(await page.getByText('That is the root key of this server').isVisible()).toBe(true)
    const holds = page.getByRole('region', { name: 'What it holds' })
    for (const words of ['192.168.178.1', 'SIP75.9-4-2SR3-1S', 'CP_SECRET_LINE1', '00:1d:45:2d:2b:f0', 'CP-7975G'])
      expect(await holds.innerText()).toContain(words)

    await page.locator('.files summary', { hasText: 'SEP001D452D2BF0' }).click()
    await page.locator('mark', { hasText: '{secret:line1}' }).waitFor()
    expect(await page.locator('details[open] pre').innerText()).toContain('<authPassword>{secret:line1}</authPassword>')
    await picture(page, 'good-wide')

    await page.getByRole('button', { name: 'Show the steps' }).click()
    await page.getByRole('heading', { name: 'Before you plug in the cable' }).waitFor()
    await page.getByRole('radio', { name: 'Linux' }).check()
    await page.getByText('The laptop’s address by hand').click()
    await page.getByLabel('Name of the port').fill('enp3s0')
    await page.getByText('sudo ip address add 192.168.178.1/24 dev enp3s0', { exact: true }).waitFor()
    await page.getByText(/SHA-256: [0-9a-f]{64}/).waitFor()
    await picture(page, 'steps-wide')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.getByRole('heading', { name: 'What it holds' }).isVisible()).toBe(false)
    await picture(page, 'steps-print')
    await page.emulateMedia({ media: null })
    expect(await violations(page)).toEqual([])

    const paths = asked.map(line => line.replace(/http:\/\/localhost:\d+/, '').trim())
    expect(
      paths.filter(path => !/^GET \/(verifier\.js|chunk-\w{8}\.js|cp-agent\.js\.sha256|icon\.svg)$/.test(path)),
    ).toEqual([])
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it.each([
    ['a changed byte in a file', 'bundle.zip', (bytes: Buffer) => flip(bytes, bytes.indexOf('RINGLIST.XML') + 60)],
    ['a cut-off end', 'bundle.zip', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['a text', 'bundle.zip', () => Buffer.from('hello')],
    ['nothing', 'bundle.zip', () => Buffer.alloc(0)],
  ] as const)('refuses %s with the agent’s own code and sentence', async (_, code, change) => {
    const { page, complaints } = await visit({}, '/verify?lang=en')
    await bring(page, change(Buffer.from(good)))
    await page.getByText('home.zip is refused.').waitFor()
    const why = page.locator('.refusal')
    expect(await why.innerText()).toContain(BUNDLE_ERRORS[code].en.message.replace(/\.$/, ''))
    expect(await why.innerText()).toContain(BUNDLE_ERRORS[code].en.cure)
    expect(await why.locator('code').innerText()).toBe(code)
    expect(await page.locator('#verify-files').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('says that another generator signed, and shows a hostile label as text', async () => {
    const { page, complaints, elsewhere } = await visit({}, '/verify?lang=en')
    await bring(page, stranger, '$(reboot).zip')
    await page.getByText('Signed by https://elsewhere.example').first().waitFor()
    expect(await page.getByText('That is not the root key of this server').isVisible()).toBe(true)
    expect(await page.locator('.checks li.noted').count()).toBe(1)
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.getByRole('region', { name: 'What it holds' }).innerText()).toContain('<img src=x>\\u{202e}B')
    await page.getByRole('button', { name: 'Show the steps' }).click()
    await page.getByText('does not know the generator https://elsewhere.example').waitFor()
    expect(
      await page
        .locator('.bundle pre')
        .allInnerTexts()
        .then(all => all.join()),
    ).not.toContain('reboot')
    expect(complaints).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('compares two: per phone and file, line by line, and names new hosts', async () => {
    const { page, complaints } = await visit({}, '/verify?lang=en')
    await bring(page, good)
    await page.getByText('every check passed').waitFor()
    await compareWith(page, later)
    await page.getByRole('heading', { name: /^From home\.zip/ }).waitFor()
    const difference = page.locator('.difference')
    expect(await difference.getByText('New hosts').locator('..').innerText()).toContain('192.168.178.2')
    await difference.locator('.phone-change summary').click()
    await difference.locator('.line.added', { hasText: 'Diele' }).waitFor()
    expect(await difference.locator('.line.removed', { hasText: 'Buero' }).count()).toBeGreaterThan(0)
    expect(await violations(page)).toEqual([])
    await picture(page, 'difference-wide')
    expect(complaints).toEqual([])
  })

  it('takes what is dropped on the page', async () => {
    const { page } = await visit({}, '/verify?lang=en')
    const transfer = await page.evaluateHandle(
      bytes => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], 'dropped.zip', { type: 'application/zip' }))
        return data
      },
      [...good],
    )
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
    await page.getByText('dropped.zip: every check passed').waitFor()
  })

  it('opens a large one in its worker, and shows of long lists the beginning', async () => {
    const { page } = await visit({}, '/verify?lang=en')
    await bring(page, large, 'large.zip')
    await page.getByText('large.zip: every check passed').waitFor()
    expect(page.workers().map(worker => new URL(worker.url()).pathname)).toEqual(['/verifier.js'])
    // A page that draws all two hundred phones and their files at once stands still for seconds.
    const elements = () => page.locator('#verify *').count()
    expect(await elements()).toBeLessThan(1500)
    await page
      .getByRole('region', { name: 'Files' })
      .getByRole('button', { name: /^Show all 20\d$/ })
      .click()
    await expect.poll(() => page.locator('.files details').count()).toBeGreaterThan(200)
  })

  it('says what to do without JavaScript', async () => {
    const { page } = await visit({ javaScriptEnabled: false }, '/verify?lang=en')
    expect(await page.locator('noscript pre').innerText()).toContain('ssh-keygen -Y verify')
  })

  for (const lang of ['de', 'en'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [width, viewport] of Object.entries({ wide: WIDE, narrow: NARROW, small: SMALL }))
        it(`can be read by everybody: ${lang}, ${colorScheme}, ${width}`, async () => {
          const { page, complaints } = await visit({ colorScheme, viewport }, `/verify?lang=${lang}`)
          const fits = async () =>
            expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
          expect(await violations(page)).toEqual([])
          await bring(page, Buffer.from('no zip'))
          await page.locator('.refusal').waitFor()
          expect(await violations(page)).toEqual([])
          await fits()
          await bring(page, good)
          await page.locator('#verify-files').waitFor()
          await compareWith(page, later)
          await page.locator('.difference').waitFor()
          await page.locator('.phone-change summary').click()
          await page.locator('.line.added').first().waitFor()
          await page.locator('.files summary', { hasText: 'SEP001D452D2BF0' }).click()
          await page.locator('mark').first().waitFor()
          await page.locator('.steps-again button').click()
          await page.locator('.stage').first().waitFor()
          await picture(page, `${lang}-${colorScheme}-${width}`)
          expect(await violations(page)).toEqual([])
          await fits()
          expect(complaints).toEqual([])
        })
})

function flip(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}
