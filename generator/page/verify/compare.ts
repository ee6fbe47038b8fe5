// What differs between two bundles: the site, each phone and each file. The first is the older one.
import { hostsOf } from '../../../schemas/bundle/hosts.ts'
import type { Bundle } from '../../../schemas/bundle/open.ts'
import type { ManifestPhone } from '../../../schemas/manifest.ts'
import { type DiffLine, diffLines, hunks } from './line-diff.ts'
import { markedLines } from './marked.ts'

export type Opened = Pick<Bundle, 'manifest' | 'files'>
type State = 'same' | 'changed' | 'added' | 'removed'

/** Of a value, by its path in the manifest; '' where there is none. */
export interface Change {
  path: string
  before: string
  after: string
}
export interface FileChange {
  path: string
  state: State
  /** Lines. */
  added: number
  removed: number
}
export interface PhoneChange {
  /** Of the later bundle, where it is in that. */
  phone: Pick<ManifestPhone, 'mac' | 'model' | 'config'> & { label: string }
  state: State
  changes: Change[]
  file: FileChange
}
export interface Comparison {
  site: Change[]
  phones: PhoneChange[]
  /** Those that are no phone's own. */
  files: FileChange[]
  hosts: { added: string[]; removed: string[] }
}

export function compareBundles(first: Opened, second: Opened): Comparison {
  const [before, after] = [first.manifest, second.manifest]
  const keyOf = ({ mac, config }: ManifestPhone) => (mac === 'any' ? config : mac)
  const [had, has] = [before, after].map(({ phones }) => new Map(phones.map(phone => [keyOf(phone), phone])))
  const phones = [...new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])].flatMap(key => {
    const [older, newer] = [had?.get(key), has?.get(key)]
    const phone = newer ?? older
    return phone ? [comparePhone(phone, older, newer, first, second)] : []
  })
  const configs = new Set([...before.phones, ...after.phones].map(({ config }) => config))
  const paths = [...new Set([...first.files.keys(), ...second.files.keys()])].filter(path => !configs.has(path)).sort()
  const [hostsBefore, hostsAfter] = [hostsOf(first), hostsOf(second)]
  const apart = ({ phones: _, files: __, ...rest }: typeof before) => rest
  return {
    site: changesOf(apart(before), apart(after)),
    phones,
    files: paths.map(path => compareFile(path, first, second)),
    hosts: {
      added: hostsAfter.filter(host => !hostsBefore.includes(host)),
      removed: hostsBefore.filter(host => !hostsAfter.includes(host)),
    },
  }
}

function comparePhone(
  { mac, model, config, label = '' }: ManifestPhone,
  older: ManifestPhone | undefined,
  newer: ManifestPhone | undefined,
  first: Opened,
  second: Opened,
): PhoneChange {
  const changes = older && newer ? changesOf(older, newer) : []
  const file = compareFile(config, first, second)
  const state = !older ? 'added' : !newer ? 'removed' : changes.length > 0 || file.state !== 'same' ? 'changed' : 'same'
  return { phone: { mac, model, config, label }, state, changes, file }
}

function compareFile(path: string, first: Opened, second: Opened): FileChange {
  const lines = linesBetween(path, first, second)
  const count = (kind: DiffLine['kind']) => lines.filter(line => line.kind === kind).length
  const [added, removed] = [count('added'), count('removed')]
  const state = !first.files.has(path)
    ? 'added'
    : !second.files.has(path)
      ? 'removed'
      : added + removed > 0 || !sameBytes(path, first, second)
        ? 'changed'
        : 'same'
  return { path, state, added, removed }
}

const hashIn = ({ manifest }: Opened, path: string) => manifest.files.find(file => file.path === path)?.sha256
const sameBytes = (path: string, first: Opened, second: Opened) => hashIn(first, path) === hashIn(second, path)

function linesBetween(path: string, first: Opened, second: Opened): DiffLine[] {
  return diffLines(linesIn(first, path), linesIn(second, path))
}

function linesIn({ manifest, files }: Opened, path: string): string[] {
  const bytes = files.get(path)
  return bytes ? markedLines(bytes, manifest.files.find(file => file.path === path)?.holes ?? []) : []
}

/** The changed lines of one file, with some around them. */
export const changedLines = (path: string, first: Opened, second: Opened): DiffLine[][] =>
  hunks(linesBetween(path, first, second))

/** Every value that differs, in the order of the first, then what only the second has. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [had, has] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap(path => {
    const change = { path, before: had.get(path) ?? '', after: has.get(path) ?? '' }
    return change.before === change.after ? [] : [change]
  })
}

function valuesOf(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) found.set(path, String(value))
  else
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? `[${Number(key) + 1}]` : `${path && '.'}${key}`
      valuesOf(inner, path + step, found)
    }
  return found
}
