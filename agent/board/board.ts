// One state machine per phone, fed only by what the servers saw; it knows when a phone is done.
import type { AgentEvent, Emit, PhoneState } from '../events.ts'
import type { Hops } from '../phones/hops.ts'
import type { Phone } from '../phones/roster.ts'
import type { Kind } from '../shelf/shelf.ts'

/** What a server saw of one file. */
export interface Sighting {
  phone: Phone
  kind: Kind
  file: string
  step: 'start' | 'done' | 'failed' | 'missing'
}

interface Row {
  phone: Phone
  state: PhoneState
  address: string | undefined
  /** When the last configuration was given; undefined again as soon as a load is asked for. */
  configuredAt: number | undefined
  images: Set<string>
  expected: number
  /** The last that was told. */
  hop: string
}

export interface BoardOptions {
  emit: Emit
  now(): number
  /** Silence after the last configuration that makes a phone done. */
  settleMs: number
  hops: Pick<Hops, 'load' | 'runs' | 'atEnd' | 'settled'>
  /** The images that a load's list names, once it is known. */
  imagesOf(load: string): readonly string[]
}

export interface Board {
  seen(phone: Phone): void
  leased(phone: Phone, address: string): void
  file(sighting: Sighting): void
  /** To be called about every second; turns silence into done. */
  tick(): void
  state(mac: string): PhoneState
  /** How long ago a phone became done; 0 for one that is not. */
  doneForMs(mac: string): number
  /** When every one of these phones is done. */
  done(macs: readonly string[]): boolean
}

export function createBoard({ emit, now, settleMs, hops, imagesOf }: BoardOptions): Board {
  const rows = new Map<string, Row>()
  const rowOf = (phone: Phone): Row => {
    let row = rows.get(phone.mac)
    if (!row) {
      row = {
        state: 'waiting',
        address: undefined,
        configuredAt: undefined,
        images: new Set(),
        expected: 0,
        hop: '',
        phone,
      }
      rows.set(phone.mac, row)
    }
    return row
  }
  const enter = (phone: Phone, row: Row, state: PhoneState, facts: { image?: number; images?: number } = {}) => {
    if (row.state === state && facts.image === undefined) return
    row.state = state
    const event: AgentEvent = { event: 'phone.state', phone: phone.mac, state, ...facts }
    emit(row.address === undefined ? event : { ...event, address: row.address })
  }

  const load = (phone: Phone, row: Row, { file, step }: Sighting) => {
    row.configuredAt = undefined
    if (step === 'start') {
      row.images.clear()
      const to = file.replace(/\.loads$/i, '')
      row.expected = imagesOf(to).length
      enter(phone, row, 'loading')
      const from = hops.runs(phone) ?? 'unknown'
      // A phone that refuses a load asks for it again and again.
      if (to === hops.load(phone) && row.hop !== `${from} ${to}`) {
        row.hop = `${from} ${to}`
        emit({ event: 'phone.hop', phone: phone.mac, from, to })
      }
    }
  }
  const image = (phone: Phone, row: Row, { file, step }: Sighting) => {
    row.configuredAt = undefined
    const images = Math.max(row.expected, row.images.size + (row.images.has(file) ? 0 : 1))
    if (step === 'start') enter(phone, row, 'flashing', { image: row.images.size + 1, images })
    if (step === 'done') {
      row.images.add(file)
      if (row.images.size === row.expected) enter(phone, row, 'restarting')
    }
  }

  return {
    seen(phone) {
      const row = rowOf(phone)
      if (row.state === 'waiting') enter(phone, row, 'seen')
      else if (row.state === 'flashing') enter(phone, row, 'restarting')
    },
    leased(phone, address) {
      const row = rowOf(phone)
      row.address = address
      // A renewal in the middle of something is no news.
      if (row.state === 'waiting' || row.state === 'seen' || row.state === 'restarting') enter(phone, row, 'leased')
    },
    file(sighting) {
      const row = rowOf(sighting.phone)
      if (sighting.kind === 'load') load(sighting.phone, row, sighting)
      else if (sighting.kind === 'image') image(sighting.phone, row, sighting)
      else if (sighting.kind === 'config') {
        row.configuredAt = sighting.step === 'done' ? now() : undefined
        if (sighting.step === 'done') enter(sighting.phone, row, 'configured')
      }
    },
    tick() {
      for (const [mac, row] of rows) {
        if (row.state !== 'configured' || row.configuredAt === undefined || now() - row.configuredAt < settleMs)
          continue
        if (!hops.atEnd(row.phone)) {
          row.configuredAt = undefined
          hops.settled(row.phone)
          continue
        }
        row.state = 'done'
        emit({
          event: 'phone.state',
          phone: mac,
          state: 'done',
          ...(row.address !== undefined && { address: row.address }),
        })
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
