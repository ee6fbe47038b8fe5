// Many phones from a table: a row is a line of a phone, rows with one MAC are one phone. No row is lost without a word.
import { stringify } from 'yaml'
import { ipv4FromNumber, ipv4ToNumber } from '../../../schemas/ipv4.ts'
import { toMac } from '../../../schemas/mac.ts'
import { secretKey, toSecretName } from '../../../schemas/secret-name.ts'
import { loadsFor } from '../../catalog/loads.ts'
import { TEXT_LABEL_MAX } from '../../catalog/models/text-7940.ts'
import { phoneModel } from '../../catalog/phones.ts'
import { check } from '../../generate.ts'
import type { Lang, Problem } from '../../problem.ts'
import { type Limits, ON_THE_WEB } from '../../site/limits.ts'
import { modelNamed } from '../model-named.ts'
import { COLUMNS, nameAFleet } from './columns.ts'
import { type CsvRow, readCsv } from './csv.ts'

export type RowReport = { line: number } & (
  | { taken: true; mac: string; username: string }
  | {
      taken: false
      why: 'cells' | 'no-mac' | 'wrong-mac' | 'no-username' | 'no-model' | 'unknown-model' | 'other-model'
      /** Empty when nothing was there, or when it could be a password that slipped into the wrong column. */
      was: string
    }
)

export interface Fleet {
  yaml: string
  secrets: string
  /** One for each row of the table, in its order. */
  rows: RowReport[]
  /** Columns that a site has no place for, or that are there a second time. */
  unused: string[]
  problems: Problem[]
}

interface FleetPhone {
  model: string
  mac: string
  load?: string
  label?: string
  lines: Record<string, unknown>[]
}

/** @param model for rows that name none. @returns undefined when the table has no column for MACs or user names. */
export async function importFleet(
  text: string,
  lang: Lang,
  model?: string,
  limits: Limits = ON_THE_WEB,
): Promise<Fleet | undefined> {
  const { columns, rows } = readCsv(text)
  if (!nameAFleet(columns)) return undefined
  const taken: Taken = { phones: new Map(), secrets: new Map(), nameSecret: secretNames() }
  const reports = rows.map(row => take(row, model, taken))
  const { phones, secrets } = taken
  const site = { site: 'fleet', preset: 'fritzbox-de', ...surroundings(phones.size), phones: [...phones.values()] }
  const yaml = `# Imported from a table. Check preset, registrar and network: no table says them.\n${stringify(site, { lineWidth: 140 })}`
  const known: readonly string[] = Object.values(COLUMNS).flat()
  return {
    yaml,
    secrets: [...secrets]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${secretKey(name)}=${value}\n`)
      .join(''),
    rows: reports,
    unused: columns.filter((column, at) => column !== '' && (!known.includes(column) || columns.indexOf(column) < at)),
    problems: (await check({ text: yaml, lang, limits })).problems,
  }
}

/** What earlier rows left for the later ones. */
interface Taken {
  phones: Map<string, FleetPhone>
  /** Name → password. */
  secrets: Map<string, string>
  nameSecret(username: string): string
}

/**
 * Only what looks like one is said again: in a row with a cell too many, the password stands in another column.
 */
const LIKE_MAC = /^(?:\w{2}[:-]){5}\w{2}$|^(?:\w{4}\.){2}\w{4}$/i
const LIKE_MODEL = /^(?:cp|cisco)[ -]?\w{1,12}$/i

function take(row: CsvRow, model: string | undefined, taken: Taken): RowReport {
  const { line } = row
  const cell = (names: readonly string[]) =>
    names.map(name => row.cells.get(name) ?? '').find(value => value !== '') ?? ''
  const refuse = (why: Extract<RowReport, { taken: false }>['why'], was = ''): RowReport => ({
    line,
    taken: false,
    why,
    was,
  })
  // Cells that slipped into other columns: nobody knows what is what.
  if (row.more) return refuse('cells')
  const written = cell(COLUMNS.mac)
  if (written === '') return refuse('no-mac')
  const mac = toMac(written)
  if (!mac) return refuse('wrong-mac', LIKE_MAC.test(written) ? written : '')
  // BroadWorks writes `1001@example.org`.
  const username = cell(COLUMNS.username).replace(/@.*$/, '')
  if (username === '') return refuse('no-username')
  const asked = cell(COLUMNS.model) || model
  if (asked === undefined) return refuse('no-model')
  const found = modelNamed(asked)
  if (!found) return refuse('unknown-model', LIKE_MODEL.test(asked) ? asked : '')

  const phone: FleetPhone = taken.phones.get(mac) ?? {
    model: found,
    mac,
    ...load(found),
    ...label(cell(COLUMNS.label), found),
    lines: [],
  }
  if (phone.model !== found) return refuse('other-model', found)
  taken.phones.set(mac, phone)
  const secret = taken.nameSecret(username)
  taken.secrets.set(secret, cell(COLUMNS.password))
  const authName = cell(COLUMNS.authName)
  const person = [cell(COLUMNS.firstName), cell(COLUMNS.lastName)].filter(Boolean).join(' ')
  const displayName = (cell(COLUMNS.displayName) || person).slice(0, 30).trim()
  phone.lines.push({
    username,
    password: { secret },
    ...(displayName !== '' && displayName !== username && { displayName }),
    ...(authName !== '' && authName !== username && { authName }),
  })
  return { line, taken: true, mac, username }
}

/** Of every other phone (schemas/site.ts). */
const LABEL_MAX = 12

/** As long as the model shows it, and without blanks where it takes none. */
function label(text: string, model: string): { label?: string } {
  const family = phoneModel(model)?.family
  const max = family?.configuration === 'text' ? TEXT_LABEL_MAX.value : LABEL_MAX
  const shown = (family?.blankInLabel.value ? text : text.replace(/\s+/g, '')).slice(0, max).trim()
  return shown === '' ? {} : { label: shown }
}

/** The preset says a load for every model; only one that is uncertain is written down, so that a person sees it. */
const load = (model: string) => {
  const [first] = loadsFor(model)
  return first?.certainty === 'U' ? { load: first.name } : {}
}

/** By the user name; a second one that would have the same key gets a number. */
function secretNames(): (username: string) => string {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  return username => {
    const base = toSecretName(username)
    for (let number = (last.get(base) ?? 0) + 1; ; number++) {
      const name = number === 1 ? base : `${base}-${number}`
      if (taken.has(secretKey(name))) continue
      taken.add(secretKey(name))
      last.set(base, number)
      return name
    }
  }
}

/** The lowest 20 addresses and the highest five are left for others. */
const [BELOW, ABOVE] = [20, 5]

/** No table says them. A home network while its leases suffice; else a private one with a lease for every phone. */
function surroundings(phones: number) {
  const bits = Math.max(8, Math.ceil(Math.log2(phones + BELOW + ABOVE)))
  const agent = bits === 8 ? '192.168.178.1' : '10.0.0.1'
  const network = ipv4ToNumber(agent) - 1
  const [first, last] = [network + BELOW, network + 2 ** bits - 1 - ABOVE].map(ipv4FromNumber)
  return { registrar: { address: agent }, network: { agent: `${agent}/${32 - bits}`, leases: `${first}-${last}` } }
}
