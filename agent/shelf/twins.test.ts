// Two archives of one model on one shelf: each phone that was reset gets the list of the load that it is to be given.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshFolder } from '../../test/folder.ts'
import { bundleOf, MAC, manifestOf, phoneOf } from '../../test/manifest.ts'
import { makeFirmware } from '../rehearsal/synthetic.ts'
import { findFirmware } from './firmware.ts'
import { createShelf } from './shelf.ts'
import { imagesIn } from './twins.ts'

const RESET = 'term75.default.loads'
const FIRST = 'SIP75.8-5-2S'
const LAST = 'SIP75.9-4-2SR3-1S'
const manifest = manifestOf()

function setOf(load: string, ...files: string[]): string {
  const folder = freshFolder()
  const images = ['jar', 'cnu', 'apps', 'dsp', 'cvm'].map(kind => `${kind}75.${load}.sbn`)
  const made = makeFirmware({ load, files: [...images, ...files], sizes: { jar: 99, cnu: 99, apps: 99 } })
  for (const { name, bytes } of made.values()) writeFileSync(join(folder, name), bytes())
  return folder
}

async function resetListFor(load: string, folders: readonly string[]) {
  const firmware = await findFirmware(folders, manifest)
  const bundle = bundleOf(manifest, {})
  const shelf = createShelf({ bundle, firmware, secrets: new Map(), currentLoad: () => load })
  const look = shelf.look(RESET, { mac: MAC, entry: phoneOf() })
  return look.found ? imagesIn({ name: RESET, bytes: () => look.bytes })[0] : look.why
}

it.each([FIRST, LAST])('gives the list of %s, whichever archive comes first', async load => {
  const folders = [setOf(FIRST, RESET), setOf(LAST, RESET)]
  for (const order of [folders, folders.toReversed()]) expect(await resetListFor(load, order)).toBe(`jar75.${load}.sbn`)
})

it('gives the first when none is that of the load, or there is only one', async () => {
  expect(await resetListFor('SIP75.9-9-9S', [setOf(LAST, RESET), setOf(FIRST, RESET)])).toBe(`jar75.${LAST}.sbn`)
  expect(await resetListFor(LAST, [setOf(LAST), setOf(FIRST, RESET)])).toBe(`jar75.${FIRST}.sbn`)
})
