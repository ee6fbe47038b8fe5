// What is remembered of phones between starts: leases and claims, per site. A broken file is dropped with a notice.
import * as z from 'zod/mini'
import { Ipv4, Mac } from '../../schemas/manifest.ts'
import type { Lease } from '../dhcp/leases.ts'
import type { Claim } from '../roster.ts'
import { type Caller, readState, writeState } from './files.ts'

const SiteState = z.strictObject({
  leases: z.array(
    z.strictObject({ mac: Mac, address: Ipv4, expires: z.number(), state: z.enum(['offered', 'bound']) }),
  ),
  claims: z.array(z.strictObject({ mac: Mac, entry: z.int().check(z.minimum(0)) })),
})
const PhonesFile = z.strictObject({ format: z.literal('cp-phones/1'), sites: z.record(z.string(), SiteState) })

export interface Remembered {
  leases: Lease[]
  claims: Claim[]
}

/** One site's part of the file; the parts of other sites are kept as they are. */
export interface PhonesState {
  remembered: Remembered
  /** True when the file was there but could not be used. */
  broken: boolean
  /** Writes soon; many calls in a row become one. */
  save(current: () => Remembered): void
  /** Writes now what is still to be written. */
  flush(): void
}

export function openPhonesState(
  path: string,
  siteId: string,
  caller: Caller | undefined,
  onError: (path: string) => void,
): PhonesState {
  const read = (): { sites: z.infer<typeof PhonesFile>['sites']; broken: boolean } => {
    try {
      const value = readState(path)
      if (value === undefined) return { sites: {}, broken: false }
      const file = PhonesFile.safeParse(value)
      return file.success ? { sites: file.data.sites, broken: false } : { sites: {}, broken: true }
    } catch {
      return { sites: {}, broken: true }
    }
  }
  const { sites, broken } = read()
  let pending: (() => Remembered) | undefined
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (!pending) return
    const { leases, claims } = pending()
    pending = undefined
    try {
      writeState(path, { format: 'cp-phones/1', sites: { ...read().sites, [siteId]: { leases, claims } } }, caller)
    } catch {
      onError(path)
    }
  }
  return {
    remembered: sites[siteId] ?? { leases: [], claims: [] },
    broken,
    save(current) {
      pending = current
      timer ??= setTimeout(flush, 200)
    },
    flush,
  }
}
