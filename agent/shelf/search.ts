// Where people have their downloads, looked through when nobody named a place: beside the bundle and in the download folder.
// Only what this bundle needs is taken, and nothing there can stop the start.
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ManifestPhone } from '../../schemas/manifest.ts'
import { attempt } from '../attempt.ts'
import type { FirmwareFile } from './firmware.ts'
import { listOf, mayHaveTwins, withTwins } from './twins.ts'

/**
 * @param home of the person who sits there, also when the agent is root; on Windows `%USERPROFILE%`.
 * @returns the bundle's folder and that for downloads, as the desktop was told (freedesktop.org, xdg-user-dirs) or usual
 */
export function usualFolders(bundle: string, environment: Record<string, string | undefined>, home: string): string[] {
  const told = attempt(() => readFileSync(join(home, '.config/user-dirs.dirs'), 'utf8')) ?? ''
  const line = /^XDG_DOWNLOAD_DIR="([^"]+)/m.exec(told)?.[1]?.replace('$HOME', () => home)
  const folders = [dirname(bundle), environment.XDG_DOWNLOAD_DIR || line || join(home, 'Downloads')]
  // The latter may be a link to another disk, or be where the bundle lies.
  return [...new Set(folders.flatMap(folder => attempt(() => realpathSync(folder)) ?? []))]
}

/** @param pass is told of a file that is needed and cannot be read. */
export function neededOf(
  all: ReadonlyMap<string, FirmwareFile>,
  phones: readonly ManifestPhone[],
  pass: (path: string) => void,
): Map<string, FirmwareFile> {
  const hops = new Map(phones.flatMap(({ route }) => route.map(hop => [hop.load, hop])))
  const names = [
    ...[...hops.values()].flatMap(({ load, files }) => [
      `${load}.loads`,
      ...named(listOf(load, all)),
      ...files.map(({ name }) => name),
    ]),
    ...phones.flatMap(({ facts }) => facts.asks.map(({ file }) => file)),
  ]
  const needed = new Set(names.filter(name => !mayHaveTwins(name)).map(name => name.toLowerCase()))
  const isNeeded = (file: FirmwareFile) =>
    // A list for a reset is in every archive; it is needed when all that it names is.
    (mayHaveTwins(file.name) ? named(file) : [file.name]).every(name => needed.has(name.toLowerCase())) &&
    (attempt(() => file.bytes()) !== undefined || pass(file.path))
  return new Map(
    [...all].flatMap(([key, file]) => {
      const [first, ...twins] = withTwins(file).filter(isNeeded)
      return first ? [[key, { ...first, twins }]] : []
    }),
  )
}

/** Images that a list names, also in a form of which no more is known; real lists are much shorter. */
const named = (list: FirmwareFile | undefined): string[] =>
  attempt(() =>
    Buffer.from(list?.bytes() ?? [])
      .toString('latin1', 0, 16_384)
      .match(/[\w.-]{1,120}\.(?:s[be]\w+|bin\d*|zz)(?:\.sgn)?\b/gi),
  ) ?? []
