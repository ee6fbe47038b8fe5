// One state machine per phone, fed only by what the servers saw; it knows how far a flash is and when a phone is done.
import type { AgentEvent, Emit, PhoneState } from '../events.ts'
import type { Hops } from '../phones/hops.ts'
import type { Phone } from '../phones/roster.ts'
import type { Lists } from '../shelf/lists.ts'
import { createPace, type PaceMaker } from './pace.ts'
import { imagesFor, isTrustOrDefault, loadOf, type Sighting } from './sighting.ts'

interface Row {
  phone: Phone
  state: PhoneState
  address: string | undefined
  /** When the last configuration was given; undefined again as soon as a load is asked for. */
  configuredAt: number | undefined
  /** The list that it asked for last, without its suffix. */
  list: string
  /** Its images, with their sizes; empty when the list is not known. */
  expected: ReadonlyMap<string, number>
  /** Images that went over whole. */
  taken: Map<string, number>
  pace: PaceMaker | undefined
  progressAt: number
  /** The load of which it has all images, until it is known to run. */
  whole: string | undefined
  /** The last that was told. */
  hop: string
}

export interface BoardOptions extends Pick<Lists, 'imagesOf' | 'sizeOf'> {
  emit: Emit
  now(): number
  /** Silence after the last configuration that makes a phone done. */
  settleMs: number
  hops: Pick<Hops, 'load' | 'runs' | 'atEnd' | 'settled'>
  /** A phone has its last configuration and asks for nothing more, or asks again. */
  onAwaited?(phone: Phone, is: boolean): void
}

export interface Board {
  seen(phone: Phone): void
  leased(phone: Phone, address: string): void
  file(sighting: Sighting): void
  /** One that had its last configuration when an earlier agent was ended in the middle. */
  recall(phone: Phone): void
  /** To be called about every second; turns silence into done. */
  tick(): void
  state(mac: string): PhoneState
  /** How long ago a phone became done; 0 for one that is not. */
  doneForMs(mac: string): number
  /** When every one of these phones is done. */
  done(macs: readonly string[]): boolean
}

const PROGRESS_MS = 1000

export function createBoard(options: BoardOptions): Board {
  const { emit, now, settleMs, hops, sizeOf, onAwaited = () => {} } = options
  const rows = new Map<string, Row>()
  const rowOf = (phone: Phone): Row => {
    let row = rows.get(phone.mac)
    if (!row) {
      row = {
        ...{ phone, state: 'waiting', address: undefined, configuredAt: undefined, list: '', expected: new Map() },
        ...{ taken: new Map(), pace: undefined, progressAt: 0, whole: undefined, hop: '' },
      }
      rows.set(phone.mac, row)
    }
    return row
  }

  const enter = (row: Row, state: PhoneState, facts: { image?: number; images?: number; load?: string } = {}) => {
    if (row.state === state && facts.image === undefined) return
    row.state = state
    const { mac, entry } = row.phone
    const event: AgentEvent = {
      event: 'phone.state',
      phone: mac,
      ...(entry.label && { label: entry.label }),
      state,
      ...facts,
    }
    emit(row.address === undefined ? event : { ...event, address: row.address })
  }

  /** It restarted with the images that it took last, as its next questions show. */
  const runs = (row: Row) => {
    if (row.whole !== undefined) enter(row, 'running', { load: row.whole })
    row.whole = undefined
  }

  /** @param one which it asked for: a list without it is another than the phone has */
  const awaitImages = (row: Row, one?: string) => {
    const { phone, list } = row
    const names = imagesFor(options, phone.entry.facts, list, hops.load(phone), one)
    if (one !== undefined && !names.includes(one)) return
    row.expected = new Map(names.map(name => [name.toLowerCase(), sizeOf(name)]))
    row.pace = createPace([...row.expected.values()].reduce((sum, size) => sum + size, 0))
  }

  const load = (row: Row, { file, step }: Sighting) => {
    if (step !== 'start') return
    row.configuredAt = undefined
    onAwaited(row.phone, false)
    row.list = loadOf(file)
    if (row.list !== row.whole) runs(row)
    row.whole = undefined
    row.taken.clear()
    awaitImages(row)
    const from = hops.runs(row.phone) ?? 'unknown'
    // A 7940 or 7960 reads the list of what it runs at every start.
    if (row.list === from) return
    enter(row, 'loading')
    // A phone that refuses a load asks for it again and again.
    if (row.list === hops.load(row.phone) && row.hop !== `${from} ${row.list}`) {
      row.hop = `${from} ${row.list}`
      emit({ event: 'phone.hop', phone: row.phone.mac, from, to: row.list })
    }
  }

  const image = (row: Row, { file, step, sent = 0, bytes = 0 }: Sighting) => {
    // A transfer that was left behind fails long after the phone has gone on.
    if (step === 'failed') return
    row.configuredAt = undefined
    const key = file.toLowerCase()
    if (step === 'start' && row.taken.size === 0) awaitImages(row, file)
    const number = row.taken.size + (row.taken.has(key) ? 0 : 1)
    const images = Math.max(row.expected.size, number)
    if (step === 'start') enter(row, 'flashing', { image: number, images })
    if (step === 'done') row.taken.set(key, bytes)
    if (step !== 'missing') {
      const before = [...row.taken].reduce((sum, [name, size]) => sum + (name === key ? 0 : size), 0)
      const pace = row.pace?.at(before + (step === 'done' ? bytes : sent), now())
      if (pace && (step === 'done' || now() - row.progressAt >= PROGRESS_MS)) {
        row.progressAt = now()
        emit({
          ...{ event: 'phone.progress', phone: row.phone.mac, load: row.list, file, image: number, images },
          ...pace,
        })
      }
    }
    if (step === 'done' && row.taken.size === row.expected.size) {
      row.whole = row.list
      enter(row, 'restarting')
    }
  }

  const config = (row: Row, { step }: Sighting) => {
    row.configuredAt = step === 'done' ? now() : undefined
    if (step === 'done') {
      enter(row, 'configured')
      onAwaited(row.phone, hops.atEnd(row.phone))
    }
  }

  return {
    seen(phone) {
      const row = rowOf(phone)
      if (row.state === 'waiting' || row.state === 'loading' || row.state === 'flashing') enter(row, 'seen')
    },
    leased(phone, address) {
      const row = rowOf(phone)
      row.address = address
      // A renewal in the middle of something is no news.
      if (row.state === 'waiting' || row.state === 'seen' || row.state === 'restarting') enter(row, 'leased')
    },
    file(sighting) {
      const row = rowOf(sighting.phone)
      if (sighting.kind === 'load') load(row, sighting)
      else if (sighting.kind === 'image') image(row, sighting)
      else if (sighting.kind === 'config') config(row, sighting)
      else if (row.state === 'configured' && row.configuredAt !== undefined && !isTrustOrDefault(sighting.file)) {
        // It asks for what its configuration names: it has read it.
        runs(row)
        enter(row, 'accepted')
      }
    },
    recall(phone) {
      const row = rowOf(phone)
      row.configuredAt = now()
      enter(row, 'configured')
    },
    tick() {
      for (const row of rows.values()) {
        const quiet = row.configuredAt !== undefined && now() - row.configuredAt >= settleMs
        if (!quiet || row.state === 'done') continue
        if (hops.atEnd(row.phone)) {
          runs(row)
          enter(row, 'done')
        } else row.configuredAt = undefined
        hops.settled(row.phone)
      }
    },
    doneForMs(mac) {
      const row = rows.get(mac)
      return row?.state === 'done' ? now() - (row.configuredAt ?? now()) : 0
    },
    state: mac => rows.get(mac)?.state ?? 'waiting',
    done: macs => macs.every(mac => rows.get(mac)?.state === 'done'),
  }
}
