// Where the agent remembers, per user: leases, claims and hops in one file, trusted roots in another. Never a secret.
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Who really sits there when the agent was started through sudo; undefined otherwise. */
export interface Caller {
  uid: number
  gid: number
  home: string
}

/** Under sudo the files belong to the person who called it, so that the next start without sudo finds them. */
export function callerOf(environment: Record<string, string | undefined>): Caller | undefined {
  const [uid, gid] = [Number(environment.SUDO_UID), Number(environment.SUDO_GID)]
  if (process.getuid?.() !== 0 || !Number.isInteger(uid) || !Number.isInteger(gid) || uid <= 0 || gid <= 0)
    return undefined
  return {
    uid,
    gid,
    home: homeOf(uid) ?? join(process.platform === 'darwin' ? '/Users' : '/home', environment.SUDO_USER ?? ''),
  }
}

/** People of a directory service, and all on macOS, are not in this file. */
function homeOf(uid: number): string | undefined {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
    return lines.find(line => line.split(':')[2] === String(uid))?.split(':')[5]
  } catch {
    return undefined
  }
}

/** The files. `--state FILE` names the first; the others stand beside it. */
export interface StatePaths {
  phones: string
  trust: string
  /** Addresses to take back. */
  addresses: string
}

export function statePaths(
  option: string | undefined,
  environment: Record<string, string | undefined>,
  home = homedir(),
  platform: NodeJS.Platform = process.platform,
): StatePaths {
  if (option) {
    const stem = option.replace(/\.json$/, '')
    return { phones: option, trust: `${stem}.trust.json`, addresses: `${stem}.addresses.json` }
  }
  const base =
    platform === 'win32'
      ? environment.LOCALAPPDATA || join(home, 'AppData', 'Local')
      : environment.XDG_STATE_HOME || join(home, '.local', 'state')
  const file = (name: string) => join(base, 'cp-agent', name)
  return { phones: file('phones.json'), trust: file('trust.json'), addresses: file('addresses.json') }
}

/** The parsed content; undefined when there is no such file. @throws SyntaxError for what is no JSON. */
export function readState(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  return JSON.parse(text)
}

/** Every level that is made belongs to the caller, or their next start without sudo could not get through. */
function makeFolder(path: string, owner: Caller | undefined): void {
  if (existsSync(path)) return
  makeFolder(dirname(path), owner)
  mkdirSync(path, { mode: 0o700 })
  if (owner) chownSync(path, owner.uid, owner.gid)
}

/** Replaces the file as a whole: a reader, or the next start after a power cut, sees the old or the new one. */
export const writeState = (path: string, value: unknown, caller?: Caller): void =>
  writeWhole(path, `${JSON.stringify(value, null, 1)}\n`, caller)

export function writeWhole(path: string, content: string | Uint8Array, caller?: Caller): void {
  const fresh = `${path}.${process.pid}.new`
  const owner = process.getuid?.() === 0 ? caller : undefined // after the rights were dropped, files are the caller's anyway
  makeFolder(dirname(path), owner)
  try {
    writeFileSync(fresh, content, { mode: 0o600, flush: true, flag: 'wx' })
    if (owner) chownSync(fresh, owner.uid, owner.gid)
    renameSync(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}
