// What the board and the way of the firmware hear of files that a phone fetches in parts over HTTP.
import { afterEach, expect, it } from 'vitest'
import { bundleOf, MAC, manifestOf, phoneOf } from '../test/manifest.ts'
import { Leases } from './dhcp/leases.ts'
import type { AgentEvent } from './events.ts'
import { createHops } from './phones/hops.ts'
import { createRoster } from './phones/roster.ts'
import { makeFirmware } from './rehearsal/synthetic.ts'
import { readLists } from './shelf/lists.ts'
import { createShelf } from './shelf/shelf.ts'
import { createStation, type Station } from './station.ts'

const HOST = '127.0.0.1'
const FIRST = 'SIP75.8-5-2S'
const LAST = 'SIP75.9-4-2SR3-1S'
const CONFIG = 'SEP001D452D2BF0.cnf.xml'
const IMAGE = 'jar75sip.8-5-2.sbn'

let station: Station | undefined
afterEach(() => station?.close())

async function open() {
  const route = [
    { load: FIRST, files: [] },
    { load: LAST, files: [], oldest: '8.3(3)' },
  ]
  const manifest = manifestOf([phoneOf({ route, running: 'SCCP75.8-2-1S' })])
  const bundle = bundleOf(manifest, { [`files/${CONFIG}`]: { text: '<device/>' } })
  const firmware = makeFirmware({ load: FIRST, files: [IMAGE], sizes: { jar: 5000 } })
  const roster = createRoster({ manifest, claims: [], anyDevice: false, mayClaim: () => true, onClaim: () => {} })
  const phone = roster.find(MAC)
  if (!phone) throw new Error('no phone')
  const lists = readLists(firmware)
  const hops = createHops({ places: [], imagesOf: lists.imagesOf, onMove() {}, onStay() {} })
  const events: AgentEvent[] = []
  station = createStation({
    bundle,
    cidr: `${HOST}/8`,
    roster,
    shelf: createShelf({ bundle, firmware, secrets: new Map(), currentLoad: hops.load }),
    leases: new Leases({ now: Date.now }),
    emit: event => events.push(event),
    onError: error => {
      throw error
    },
    hops,
    lists,
    settleMs: 60_000,
    silentMs: 60_000,
    onFinding() {},
    anyDevice: false,
    dhcp: false,
    ...{ dhcpPort: 0, tftpPort: 0, httpPort: 0 },
    neighbours: () => undefined,
    told: new Map(),
    loopback: { address: HOST, attribute: () => ({ phone }) },
  })
  const { httpPort } = await station.open()
  /** The whole answer has come, and the server has told that it is given. */
  const take = async (file: string, range: string) => {
    const told = events.length
    const response = await fetch(`http://${HOST}:${httpPort}/${file}`, { headers: { Range: range } })
    await response.arrayBuffer()
    await expect.poll(() => events.slice(told).some(({ event }) => event === 'http.done')).toBe(true)
    return response.status
  }
  return { take, events, board: station.board, load: () => hops.load(phone) }
}

it('a configuration is given when its end is', async () => {
  const { take, board, events } = await open()
  expect(await take(CONFIG, 'bytes=0-3')).toBe(206)
  expect(board.state(MAC)).toBe('waiting')
  expect(events).toContainEqual(expect.objectContaining({ event: 'http.done', phone: MAC, part: '0-3', bytes: 9 }))
  expect(await take(CONFIG, 'bytes=4-')).toBe(206)
  expect(board.state(MAC)).toBe('configured')
})

it('a phone is at its next hop when the last part of the last image is given', async () => {
  const { take, load } = await open()
  expect(await take(`${FIRST}.loads`, 'bytes=0-')).toBe(206)
  for (const range of ['bytes=0-999', 'bytes=1000-1999', 'bytes=2000-4000']) {
    expect(await take(IMAGE, range)).toBe(206)
    expect(load()).toBe(FIRST)
  }
  expect(await take(IMAGE, 'bytes=-3000')).toBe(206)
  expect(load()).toBe(LAST)
})
