import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshFolder } from '../../test/folder.ts'
import { replaceFile } from './output.ts'

const folder = freshFolder()
const path = join(folder, 'bundle.zip')

async function* parts(texts: string[], fault?: Error) {
  for (const text of texts) yield new TextEncoder().encode(text)
  if (fault) throw fault
}

it('writes part after part, and takes the place of an older file only when it is whole', async () => {
  expect(await replaceFile(path, parts(['old']))).toBe(3)
  async function* watched() {
    yield* parts(['ne'])
    expect(readFileSync(path, 'utf8')).toBe('old')
    yield* parts(['w', 'er'])
  }
  expect(await replaceFile(path, watched())).toBe(5)
  expect(readFileSync(path, 'utf8')).toBe('newer')
})

it('leaves the older file, and nothing else, when a part cannot be made', async () => {
  await expect(replaceFile(path, parts(['half'], new Error('no more')))).rejects.toThrow('no more')
  expect(readFileSync(path, 'utf8')).toBe('newer')
  expect(readdirSync(folder)).toEqual(['bundle.zip'])
})

it('says when the system does not let it write', async () => {
  expect(await replaceFile(join(folder, 'no', 'such.zip'), parts(['x']))).toBeUndefined()
  expect(existsSync(join(folder, 'no'))).toBe(false)
})
