// After the ports are bound, an agent that was started with sudo goes on as the person who called it.
import type { Caller } from './state/files.ts'

/** @returns whether rights were given up. Groups first: afterwards it would not be allowed any more. */
export function dropPrivileges(caller: Caller | undefined): boolean {
  if (!caller || process.getuid?.() !== 0 || !process.setgroups || !process.setgid || !process.setuid) return false
  process.setgroups([caller.gid])
  process.setgid(caller.gid)
  process.setuid(caller.uid)
  return true
}
