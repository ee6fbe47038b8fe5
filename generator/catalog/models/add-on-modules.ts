// Modules with more keys that stand beside a phone: their keys, their firmware, and where they fit (field guide, phones 1.4).
import { COMMON_KNOWLEDGE, type Fact, USECALLMANAGER } from '../phone-model.ts'

export interface AddOnModule {
  /** As a site names it. */
  name: string
  /** `deviceType` in the phone's configuration. */
  deviceType: string
  keys: number
  /** Firmware of its own, which the phone fetches for it. */
  load?: string
  /** How many of them a phone takes. */
  max: number
  /** Models that take it. */
  hosts: readonly string[]
  certainty: Fact<unknown>['certainty']
}

const SOURCE = `${USECALLMANAGER} sepmac-cnf-xml.html; chan-sccp/sccp_manager; hosts: ${COMMON_KNOWLEDGE}`
const JAVA_WITH_791X = ['CP-7962G', 'CP-7965G', 'CP-7975G'] as const

export const ADD_ON_MODULES: readonly AddOnModule[] = [
  {
    name: '7914',
    deviceType: '7914',
    keys: 14,
    load: 'S00105000400',
    max: 2,
    hosts: ['CP-7960G', 'CP-7961G', 'CP-7961G-GE', 'CP-7962G', 'CP-7965G', 'CP-7970G', 'CP-7971G-GE', 'CP-7975G'],
    certainty: 'L',
  },
  {
    name: '7915-12',
    deviceType: '7915',
    keys: 12,
    load: 'B015-1-0-4-2',
    max: 2,
    hosts: JAVA_WITH_791X,
    certainty: 'L',
  },
  {
    name: '7915-24',
    deviceType: '7915',
    keys: 24,
    load: 'B015-1-0-4-2',
    max: 2,
    hosts: JAVA_WITH_791X,
    certainty: 'L',
  },
  {
    name: '7916-12',
    deviceType: '7916',
    keys: 12,
    load: 'B016-1-0-4-2',
    max: 2,
    hosts: JAVA_WITH_791X,
    certainty: 'L',
  },
  {
    name: '7916-24',
    deviceType: '7916',
    keys: 24,
    load: 'B016-1-0-4-2',
    max: 2,
    hosts: JAVA_WITH_791X,
    certainty: 'L',
  },
  { name: 'BEKEM', deviceType: 'BEKEM', keys: 36, max: 3, hosts: ['CP-8851', 'CP-8861', 'CP-8865'], certainty: 'L' },
  {
    name: 'CP-8800-Audio',
    deviceType: 'CP-8800-Audio',
    keys: 28,
    max: 3,
    hosts: ['CP-8851', 'CP-8861'],
    certainty: 'L',
  },
  { name: 'CP-8800-Video', deviceType: 'CP-8800-Video', keys: 28, max: 3, hosts: ['CP-8865'], certainty: 'L' },
  { name: 'CKEM', deviceType: 'CKEM', keys: 36, max: 3, hosts: ['CP-8961', 'CP-9951', 'CP-9971'], certainty: 'L' },
]

export const addOnModule = (name: string): AddOnModule | undefined => ADD_ON_MODULES.find(entry => entry.name === name)

/** @returns undefined for a model that takes none. */
export function modulesFor(model: string): Fact<readonly string[]> | undefined {
  const value = ADD_ON_MODULES.filter(({ hosts }) => hosts.includes(model)).map(({ name }) => name)
  return value.length > 0 ? { value, certainty: 'L', source: SOURCE } : undefined
}
