import { beforeEach, expect, it } from 'vitest'
import { MAC, phoneOf } from '../../test/manifest.ts'
import type { AgentEvent } from '../events.ts'
import { type Board, createBoard } from './board.ts'
import type { Sighting } from './sighting.ts'

const phone = { mac: MAC, entry: phoneOf({ running: 'SCCP75.8-3-4S' }) }
const SIZE = 1000
const LOAD = 'SIP75.9-4-2SR3-1S'
let time: number
let events: AgentEvent[]
let board: Board
let atEnd: boolean
let stays: string[]
let awaited: boolean[]

beforeEach(() => {
  time = 0
  events = []
  atEnd = true
  stays = []
  awaited = []
  board = createBoard({
    emit: event => events.push(event),
    now: () => time,
    settleMs: 60_000,
    hops: {
      load: () => 'SIP75.9-4-2SR3-1S',
      runs: ({ entry }) => entry.running,
      atEnd: () => atEnd,
      settled: ({ mac }) => stays.push(mac),
    },
    imagesOf: (_, one) => (one === 'rootfs2.sbn' ? ['a2.sbn', 'b2.sbn', one] : ['jar.sbn', 'cnu.sbn']),
    sizeOf: () => SIZE,
    onAwaited: (_, is) => awaited.push(is),
  })
})

const see = (kind: Sighting['kind'], file: string, ...steps: Sighting['step'][]) => {
  for (const step of steps) board.file({ phone, kind, file, asked: file, step, sent: 0, bytes: SIZE })
}
const states = () => events.flatMap(event => (event.event === 'phone.state' ? [event.state] : []))

it('follows a whole flash, from the first question to done', () => {
  board.seen(phone)
  board.leased(phone, '192.168.178.201')
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  for (const image of ['jar.sbn', 'cnu.sbn']) see('image', image, 'start', 'done')
  board.seen(phone)
  board.leased(phone, '192.168.178.201')
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  see('other', 'dialplan.xml', 'start', 'done')
  time += 60_000
  board.tick()
  expect(states()).toEqual([
    'seen',
    'leased',
    'configured',
    'loading',
    'flashing',
    'flashing',
    'restarting',
    'leased',
    'configured',
    'running',
    'accepted',
    'done',
  ])
  expect(events.filter(({ event }) => event === 'phone.hop')).toEqual([
    { event: 'phone.hop', phone: MAC, from: 'SCCP75.8-3-4S', to: 'SIP75.9-4-2SR3-1S' },
  ])
  expect(board.done([MAC])).toBe(true)
  expect(board.done([MAC, '00:1d:45:00:00:07'])).toBe(false)
})

it('does not call a phone done that asks for its configuration again, for a load, or failed to take it', () => {
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  time += 59_000
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  time += 59_000
  board.tick()
  expect(board.state(MAC)).toBe('configured')
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  time += 120_000
  board.tick()
  expect(board.done([MAC])).toBe(false)
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'failed')
  time += 120_000
  board.tick()
  expect(board.done([MAC])).toBe(false)
})

it('is not confused by a renewal in the middle of a transfer', () => {
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  see('image', 'jar.sbn', 'start')
  board.leased(phone, '192.168.178.201')
  expect(board.state(MAC)).toBe('flashing')
})

it('is not held up by a transfer from before a restart that fails late', () => {
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  see('image', 'jar.sbn', 'start')
  board.seen(phone)
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  see('image', 'jar.sbn', 'failed')
  time += 60_000
  board.tick()
  expect(board.state(MAC)).toBe('done')
})

it('waits for a phone on from where an earlier agent was killed, and says whom it waits for', () => {
  board.recall(phone)
  time += 59_999
  board.tick()
  expect(board.state(MAC)).toBe('configured')
  time += 1
  board.tick()
  expect(board.done([MAC])).toBe(true)
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start')
  atEnd = false
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  expect(awaited).toEqual([true, false, false])
})

it('calls it neither a hop nor new firmware when a phone asks for the load that it runs, and counts the images of its own platform', () => {
  board.file({
    phone: { mac: MAC, entry: phoneOf({ running: LOAD }) },
    kind: 'load',
    file: `${LOAD}.loads`,
    asked: '',
    step: 'start',
  })
  expect(events).toEqual([])
  see('image', 'rootfs2.sbn', 'start')
  expect(events.at(-1)).toMatchObject({ state: 'flashing', image: 1, images: 3 })
})

it('tells a step once, however often a phone that refuses it asks again', () => {
  for (let i = 0; i < 3; i++) see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  expect(events.filter(({ event }) => event === 'phone.hop')).toHaveLength(1)
})

it('calls no phone done before the last hop, and says once that it stays where it is', () => {
  atEnd = false
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  for (let i = 0; i < 3; i++) {
    time += 60_000
    board.tick()
  }
  expect(board.done([MAC])).toBe(false)
  expect(stays).toEqual([MAC])
})

it('tells how far all images are, with the rate and what is left, once a second at most', () => {
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  const part = (file: string, step: Sighting['step'], sent: number) =>
    board.file({ phone, kind: 'image', file, asked: file, step, sent, bytes: SIZE })
  part('jar.sbn', 'start', 0)
  for (const [at, sent] of [
    [200, 100],
    [2000, 400],
    [2100, 500],
  ] as const) {
    time = at
    part('jar.sbn', 'progress', sent)
  }
  time = 4000
  part('jar.sbn', 'done', 0)
  const progress = events.filter(({ event }) => event === 'phone.progress')
  expect(progress).toMatchObject([
    {
      load: 'SIP75.9-4-2SR3-1S',
      file: 'jar.sbn',
      image: 1,
      images: 2,
      percent: 20,
      bytesPerSecond: 200,
      secondsLeft: 8,
    },
    { image: 1, images: 2, percent: 50, bytesPerSecond: 250, secondsLeft: 4 },
  ])
})

it('knows that a load runs when another list is asked for, and not when it is the same again', () => {
  const take = (list: string) => {
    see('load', list, 'start', 'done')
    for (const image of ['jar.sbn', 'cnu.sbn']) see('image', image, 'start', 'done')
  }
  take('term75.default.loads')
  take('SIP75.9-4-2SR3-1S.loads')
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  expect(events.filter(event => event.event === 'phone.state' && event.state === 'running')).toMatchObject([
    { load: 'term75.default' },
  ])
})

it('sees a phone again that was cut off in the middle, and does not take trust lists for a configuration that it read', () => {
  see('load', 'SIP75.9-4-2SR3-1S.loads', 'start', 'done')
  see('image', 'jar.sbn', 'start')
  board.seen(phone)
  expect(board.state(MAC)).toBe('seen')
  see('config', 'SEP001D452D2BF0.cnf.xml', 'start', 'done')
  see('other', 'ITLFile.tlv', 'missing')
  expect(board.state(MAC)).toBe('configured')
})
