// What is remembered of phones between starts: leases, claims and hops, per site. A broken file is dropped with a notice.
import { findFault, type JsonSchema } from '../../schemas/check.ts'
import { IPV4 } from '../../schemas/ipv4.ts'
import { LOAD_NAME } from '../../schemas/load-name.ts'
import { MAC } from '../../schemas/mac.ts'
import type { Lease } from '../dhcp/leases.ts'
import type { Place } from '../phones/hops.ts'
import type { Claim } from '../phones/roster.ts'
import { type Caller, readState, writeState } from './files.ts'

const closed = (properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
})
const mac: JsonSchema = { type: 'string', pattern: MAC.source }
const load = { type: 'string', pattern: LOAD_NAME.source }
const SITE_STATE = closed(
  {
    leases: {
      type: 'array',
      items: closed({
        mac,
        address: { type: 'string', pattern: IPV4.source },
        expires: { type: 'integer' },
        state: { const: 'bound' },
      }),
    },
    claims: { type: 'array', items: closed({ mac, entry: { type: 'integer', minimum: 0 } }) },
    hops: { type: 'array', items: closed({ mac, load, runs: { anyOf: [{ const: '' }, load] } }) },
    awaited: { type: 'array', items: closed({ mac, since: { type: 'integer' } }) },
  },
  ['hops', 'awaited'],
)
const FORMAT = 'cp-phones/1'

/** A phone that has its last configuration and is not yet called done; `since` in ms since 1970. */
export interface Awaited {
  mac: string
  since: number
}

export interface Remembered {
  leases: Lease[]
  claims: Claim[]
  hops: Place[]
  awaited: Awaited[]
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
  const read = (): { sites: Record<string, Partial<Remembered>>; broken: boolean } => {
    try {
      const value = readState(path)
      if (value === undefined) return { sites: {}, broken: false }
      return isPhonesFile(value) ? { sites: value.sites, broken: false } : { sites: {}, broken: true }
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
    const current = pending()
    pending = undefined
    try {
      writeState(path, { format: FORMAT, sites: { ...read().sites, [siteId]: current } }, caller)
    } catch {
      onError(path)
    }
  }
  return {
    // An earlier version knew less.
    remembered: { leases: [], claims: [], hops: [], awaited: [], ...sites[siteId] },
    broken,
    save(current) {
      pending = current
      timer ??= setTimeout(flush, 200)
    },
    flush,
  }
}

function isPhonesFile(value: unknown): value is { sites: Record<string, Partial<Remembered>> } {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('sites' in value)) return false
  const { format, sites } = value
  if (format !== FORMAT || typeof sites !== 'object' || sites === null) return false
  return Object.values(sites).every(site => findFault(site, SITE_STATE) === undefined)
}
