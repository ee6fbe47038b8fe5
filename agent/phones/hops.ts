// Where each phone is on the way of its firmware: learnt from what it takes and what it refuses, kept by MAC over a restart.
import { isOlder, type Release, releaseOf } from '../../schemas/release.ts'
import { canTake, entryOf } from '../../schemas/route.ts'
import type { Sighting } from '../board/sighting.ts'
import type { Phone } from './roster.ts'

/** What is remembered between starts: the load that a phone is to be given, and what it ran when that was decided. */
export interface Place {
  mac: string
  load: string
  /** Empty when nobody knew. */
  runs: string
}

export interface HopsOptions {
  /** From an earlier start. */
  places: readonly Place[]
  imagesOf(load: string): readonly string[]
  /** A phone is to be given another load from now on. */
  onMove(phone: Phone): void
  /** A phone runs what it was to take first, and will not ask again by itself. */
  onStay(phone: Phone): void
}

export interface Hops {
  /** The load that a phone is to be given now. */
  load(phone: Phone): string
  /** What it runs, as far as anybody knows; undefined when nobody does. */
  runs(phone: Phone): string | undefined
  /** Whether that is the wanted load. */
  atEnd(phone: Phone): boolean
  saw(sighting: Sighting): void
  /** It took its configuration and asks for nothing else. */
  settled(phone: Phone): void
  places(): Place[]
}

/** Firmware asks for these trust lists from this release on (field guide, phones 3.2). */
const ITL = /^ITL(SEP|File)/i
const OLDEST_WITH_ITL: Release = [9, 0, 0]
/** A refused list is asked for again at every start of the phone (field guide, phones 2); once may be an accident. */
const REFUSALS = 2

interface Row {
  index: number
  runs: string | undefined
  /** What its questions prove, whatever anybody said. */
  atLeast: Release | undefined
  /** The list that it asked for last. */
  list: string
  refusals: number
  taken: Set<string>
  /** What it ran before it took all images of a load, until it takes those of the next: a power cut may have kept it from writing them. */
  before: { runs: string | undefined } | undefined
}

export function createHops({ places, imagesOf, onMove, onStay }: HopsOptions): Hops {
  const rows = new Map<string, Row>()
  const recalled = new Map(places.map(place => [place.mac, place]))
  const rowOf = ({ mac, entry: { route, running } }: Phone): Row => {
    const known = rows.get(mac)
    if (known) return known
    const place = recalled.get(mac)
    const runs = place?.runs || running
    const before = route.findIndex(({ load }) => load === place?.load)
    const index = before >= 0 ? before : entryOf(route, releaseOf(runs ?? ''))
    const row: Row = { index, runs, atLeast: undefined, list: '', refusals: 0, taken: new Set(), before: undefined }
    rows.set(mac, row)
    return row
  }
  const releaseOfRow = ({ runs = '', atLeast }: Row): Release | undefined => {
    const release = releaseOf(runs)
    return release && !(atLeast && isOlder(release, atLeast)) ? release : atLeast
  }
  const move = (phone: Phone, row: Row, index: number, { runs }: Pick<Row, 'runs'> = row) => {
    if (row.index === index && row.runs === runs) return
    Object.assign(row, { index, runs })
    row.refusals = 0
    recalled.set(phone.mac, { mac: phone.mac, load: phone.entry.route[index]?.load ?? '', runs: runs ?? '' })
    onMove(phone)
  }

  const list = (phone: Phone, row: Row, { file, step }: Sighting) => {
    const { route, facts } = phone.entry
    const isReset = file.toLowerCase() === facts.resetLoad?.toLowerCase()
    const hop = route[row.index]
    if (step === 'start') {
      row.list = isReset ? stem(file) : ''
      row.taken.clear()
    }
    if (step !== 'done' || !hop || !(isReset || stem(file).toLowerCase() === hop.load.toLowerCase())) return
    row.refusals++
    const release = releaseOfRow(row)
    // A phone that is new enough refuses for another reason; an older load would take it back for nothing.
    const mayBeOlder = row.before !== undefined || !release || !canTake(hop, release)
    if (row.refusals >= REFUSALS && row.index > 0 && mayBeOlder) move(phone, row, row.index - 1, row.before)
  }

  const image = (phone: Phone, row: Row, { file, step }: Sighting) => {
    // A transfer that was left behind fails long after the phone has gone on.
    if (step === 'failed') return
    row.refusals = 0
    row.before = undefined
    if (step !== 'done') return
    row.taken.add(file.toLowerCase())
    const { route } = phone.entry
    const isTaken = (name: string) => row.taken.has(name.toLowerCase())
    const whole = route.findLastIndex(({ load }) => {
      const images = imagesOf(load)
      // In the order of the list, so the last says all; an agent that was ended on the way has not seen the first ones.
      return images.length > 0 && (images.at(-1)?.toLowerCase() === file.toLowerCase() || images.every(isTaken))
    })
    if (whole < 0) return
    const next = Math.min(whole + 1, route.length - 1)
    const before = { runs: row.runs }
    move(phone, row, Math.max(row.index, next), { runs: row.list || route[whole]?.load })
    // From the wanted load there is nothing to go back to.
    if (next > whole) row.before = before
  }

  return {
    load: phone => phone.entry.route[rowOf(phone).index]?.load ?? '',
    runs: phone => rowOf(phone).runs,
    atEnd: phone => rowOf(phone).index === phone.entry.route.length - 1,
    saw(sighting) {
      const { phone, kind, file } = sighting
      const row = rowOf(phone)
      if (kind === 'load') list(phone, row, sighting)
      else if (kind === 'image') image(phone, row, sighting)
      else if (ITL.test(file)) {
        row.atLeast = OLDEST_WITH_ITL
        move(phone, row, Math.max(row.index, entryOf(phone.entry.route, releaseOfRow(row))))
      }
    },
    settled(phone) {
      const row = rowOf(phone)
      const { route } = phone.entry
      const last = route.length - 1
      // It asks for no other load than its configuration names.
      if (row.index === last) return move(phone, row, last, { runs: route[last]?.load })
      // What it runs stays unproven: if it refuses the next load, it is taken back to this one.
      move(phone, row, row.index + 1)
      onStay(phone)
    },
    places: () => [...recalled.values()],
  }
}

const stem = (file: string): string => file.replace(/\.loads$/i, '')
