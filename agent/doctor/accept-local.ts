// Linux drops what seems to come from one of its own addresses. The real router may have the address that we took, so
// without this a look for other servers would not hear the one that matters most.
import { readFileSync, writeFileSync } from 'node:fs'

/** Only root may; elsewhere nothing changes. @returns what puts it back as it was. */
export function acceptLocal(name: string): () => void {
  const path = `/proc/sys/net/ipv4/conf/${name}/accept_local`
  try {
    const before = readFileSync(path, 'utf8')
    if (before.trim() === '1') return () => {}
    writeFileSync(path, '1')
    return () => writeFileSync(path, before)
  } catch {
    return () => {}
  }
}
