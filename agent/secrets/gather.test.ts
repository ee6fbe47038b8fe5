import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { freshFolder } from '../../test/folder.ts'
import { gatherSecrets, readSecretLines, requireSecrets } from './gather.ts'
import { Secret } from './secret.ts'

const limits = { minLength: 1, maxLength: 30, safeLength: 12, characters: 'printable-ascii' as const }
const wanted = [{ name: 'line1', limits }]
const folder = freshFolder()
const file = (name: string, text: string, mode = 0o600) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}
const code = (wish: string) => expect.objectContaining({ code: wish })
const quiet = { environment: {}, warn: () => {} }

it('reads KEY=value lines verbatim: equal signs, blanks and quotes belong to the value; BOM and CR do not', () => {
  const found = readSecretLines('\ufeffCP_SECRET_LINE1= a=b "c" \r\n# a remark\r\n\r\nCP_SECRET_X=\n')
  expect(found.get('CP_SECRET_LINE1')?.reveal()).toBe(' a=b "c" ')
  expect(found.get('CP_SECRET_X')?.reveal()).toBe('')
})

it('names the line that is none, never its content', () => {
  expect(() => readSecretLines('A=1\nhunter2\n')).toThrow(
    expect.objectContaining({ code: 'secrets.line', detail: '2' }),
  )
})

it('takes the file before the command, the command before the environment, and asks last', async () => {
  const environment = { CP_SECRET_LINE1: 'from-environment' }
  const path = file('a.env', 'CP_SECRET_LINE1=from-file\n')
  const command = `printf CP_SECRET_LINE1=from-command/%s`
  const value = async (sources: object) =>
    (await gatherSecrets(wanted, { ...quiet, ...sources })).get('line1')?.reveal()
  expect(await value({ file: path, command, environment })).toBe('from-file')
  expect(await value({ command, environment })).toBe('from-command/line1')
  expect(await value({ environment, ask: async () => 'typed' })).toBe('from-environment')
  expect(await value({ ask: async (name: string) => `typed-${name}` })).toBe('typed-line1')
})

it('hands a name to the command as one argument, never to a shell', async () => {
  const found = await gatherSecrets([{ name: 'a/b', limits }], { ...quiet, command: 'printf CP_SECRET_A_B=%s;$HOME' })
  expect(found.get('a/b')?.reveal()).toBe('a/b;$HOME')
  await expect(gatherSecrets(wanted, { ...quiet, command: 'false' })).rejects.toEqual(code('secrets.command'))
})

it.each([
  ['x'.repeat(31), 'long'],
  ['pässwort', 'characters'],
  ['a\tb', 'characters'],
])('refuses a value that the phone could not take, without showing it', async (value, why) => {
  const failure = await gatherSecrets(wanted, { ...quiet, environment: { CP_SECRET_LINE1: value } }).catch(
    error => error,
  )
  expect(failure).toMatchObject({ code: 'secret.limits', detail: `line1: ${why}` })
  expect(inspect(failure)).not.toContain(value)
})

it('refuses a quote where the file has no way to write one, without showing it', async () => {
  const narrow = [{ name: 'line1', limits: { ...limits, characters: 'quotable-ascii' as const } }]
  for (const value of ['a"b', 'a\\b', 'ä']) {
    const failure = await gatherSecrets(narrow, { ...quiet, environment: { CP_SECRET_LINE1: value } }).catch(
      error => error,
    )
    expect(failure).toMatchObject({ code: 'secret.limits', detail: 'line1: characters' })
    expect(inspect(failure)).not.toContain(value)
  }
  expect((await gatherSecrets(narrow, { ...quiet, environment: { CP_SECRET_LINE1: "a 'b'" } })).size).toBe(1)
})

it('warns about a long value and a file that others can read, and goes on', async () => {
  const warned: string[] = []
  const path = file('open.env', `CP_SECRET_LINE1=${'x'.repeat(13)}`, 0o644)
  const found = await gatherSecrets(wanted, { file: path, environment: {}, warn: what => warned.push(what) })
  expect(found.size).toBe(1)
  expect(warned).toEqual(['secrets.open', 'secret.long-for-some'])
})

it('tells of a value that does not fit and goes on with the others, where somebody only looks', async () => {
  const two = [...wanted, { name: 'line2', limits }]
  const told: string[] = []
  const environment = { CP_SECRET_LINE1: 'hunter2'.repeat(9), CP_SECRET_LINE2: 'geheim' }
  const found = await gatherSecrets(two, { ...quiet, environment, unfit: detail => told.push(detail) })
  expect([...found.keys()]).toEqual(['line2'])
  expect(told).toEqual([expect.stringMatching(/^line1: /)])
  expect(told.join()).not.toContain('hunter2')
  await expect(gatherSecrets(two, { ...quiet, environment })).rejects.toEqual(code('secret.limits'))
})

it('names the keys of all that are missing; an empty value is missing', async () => {
  const two = [...wanted, { name: 'kitchen/desk', limits }]
  const found = await gatherSecrets(two, { ...quiet, environment: { CP_SECRET_LINE1: '' } })
  expect(() => requireSecrets(two, found)).toThrow(
    expect.objectContaining({ code: 'secret.missing', detail: 'CP_SECRET_LINE1, CP_SECRET_KITCHEN_DESK' }),
  )
  await expect(gatherSecrets(wanted, { ...quiet, file: join(folder, 'no') })).rejects.toEqual(
    code('secrets.unreadable'),
  )
})

it('shows no value in any way in which things are printed', () => {
  const secret = new Secret('hunter2')
  expect(
    [
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ secret }, { showHidden: true }),
      `${secret}`,
    ].join(),
  ).not.toContain('hunter2')
})
