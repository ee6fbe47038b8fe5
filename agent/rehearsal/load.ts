// Loads as a phone sees them: what a name says about the release, and what must be right in a set before it is written.
import type { ModelFacts } from '../../schemas/manifest.ts'
import { readContainer } from '../firmware/container.ts'
import { FirmwareError } from '../firmware/error.ts'
import { readLoads } from '../firmware/loads.ts'
import { isNewContainer, readNewContainer } from '../firmware/new-container.ts'
import { PhoneError } from './error.ts'
import type { Fetch } from './files.ts'
import { readPlatform } from './platforms.ts'

/** The images that every set of the 79xx family has, by how their names begin (field guide, phones 1.6). */
const KINDS = ['jar', 'cnu', 'apps', 'dsp', 'cvm']

/** A list of that family; of later phones the virtual phone reads those of the 78xx and 88xx. */
const OF_79XX = /^(?:SIP|SCCP|term)\d\d\./i
/** One of a 7940 or 7960, whose list names a loader and an application (field guide, phones 1.2). */
const OF_7940 = /^P0/i
const KINDS_7940 = ['p003', 'p0s3']
const OF_78XX_88XX = /^sip[78]8/i

/** The images of a set; `sizes` where the list says them. */
export interface List {
  files: readonly string[]
  sizes?: ReadonlyMap<string, number>
}

/** `SIP75.9-4-2SR3-1S` → [9, 4, 2]; undefined for a name without release, such as `term75.default`. */
export function releaseOf(load: string): number[] | undefined {
  const found = /^[A-Z]+\d\w*\.(\d+)-(\d+)-(\d+)/i.exec(load)
  return found?.slice(1).map(Number)
}

/** Whether it is a load of the 79xx family, of which every line has a credential of its own. */
export const isOf79xx = (load: string): boolean => OF_79XX.test(`${load}.`)

/** Whether it is SIP firmware; the recovery load is what its images are. */
export function isSip(load: string): boolean {
  return !/^(SCCP|P003)/i.test(load)
}

/** Before 8.3(3) a phone takes nothing newer than 8.5(2): it fetches the list, refuses and restarts (field guide, phones 2). */
export function isTooFar(running: string, wanted: string): boolean {
  const from = releaseOf(running)
  const to = releaseOf(wanted)
  return from !== undefined && to !== undefined && isBefore(from, [8, 3, 3]) && isBefore([8, 5, 2], to)
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const differs = b.findIndex((part, index) => (a[index] ?? 0) !== part)
  return differs >= 0 && (a[differs] ?? 0) < (b[differs] ?? 0)
}

/** @throws PhoneError `phone.bad-image` for firmware of another model */
export function checkFamily(load: string, { loadFamilies }: ModelFacts): void {
  if (!loadFamilies.some(family => load.startsWith(family)))
    throw new PhoneError('phone.bad-image', `${load}: for another model`)
}

/**
 * Fetches the list of a load and checks that it is whole; of families whose lists have another form only that it is there.
 * @throws PhoneError `phone.load-missing`, `phone.bad-image`
 */
export async function fetchList(file: string, fetch: Fetch): Promise<List> {
  const bytes = await fetch(file, true)
  if (!bytes) throw new PhoneError('phone.load-missing', file)
  if (OF_78XX_88XX.test(file)) {
    const sizes = readPlatform(read(file, () => checkContainer(file, bytes)))
    if (sizes.size === 0) throw new PhoneError('phone.bad-image', `${file}: names no image`)
    return { files: [...sizes.keys()], sizes }
  }
  const kinds = OF_7940.test(file) ? KINDS_7940 : isOf79xx(file) ? KINDS : []
  if (kinds.length === 0) return { files: [] }
  const list = read(file, () => readLoads(checkContainer(file, bytes)))
  for (const kind of kinds)
    if (!list.files.some(name => name.toLowerCase().startsWith(kind)))
      throw new PhoneError('phone.bad-image', `${file}: names no ${kind}`)
  return list
}

/**
 * Fetches every image of a list, one after another; nothing is written until all are there.
 * @throws PhoneError `phone.image-missing`, `phone.bad-image`
 */
export async function fetchImages({ files, sizes }: List, fetch: Fetch): Promise<void> {
  for (const file of files) {
    const bytes = await fetch(file, true)
    if (!bytes) throw new PhoneError('phone.image-missing', file)
    // Whether an application of a 7940 has the same header was not seen.
    const payload = /\.sb2$/i.test(file) ? bytes : read(file, () => checkContainer(file, bytes))
    if (payload.length === 0) throw new PhoneError('phone.bad-image', `${file}: empty`)
    if (bytes.length !== (sizes?.get(file) ?? bytes.length))
      throw new PhoneError('phone.bad-image', `${file}: not as large as its list says`)
  }
}

/** The payload, when the name in the header is the one that was asked for: a renamed file is refused. */
function checkContainer(file: string, bytes: Uint8Array): Uint8Array {
  const { name, payload } = isNewContainer(bytes) ? readNewContainer(bytes) : readContainer(bytes)
  if (name !== file) throw new PhoneError('phone.bad-image', `${file}: is ${name}`)
  return payload
}

function read<T>(file: string, reader: () => T): T {
  try {
    return reader()
  } catch (error) {
    if (error instanceof FirmwareError) throw new PhoneError('phone.bad-image', `${file}: ${error.message}`)
    throw error
  }
}
