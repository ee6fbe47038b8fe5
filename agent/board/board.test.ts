import { beforeEach, expect, it } from 'vitest'
import { MAC, phoneOf } from '../../test/manifest.ts'
import type { AgentEvent } from '../events.ts'
import { type Board, createBoard, type Sighting } from './board.ts'

const phone = { mac: MAC, entry: phoneOf({ running: 'SCCP75.8-3-4S' }) }
let time: number
let events: AgentEvent[]
let board: Board
let atEnd: boolean
let stays: string[]

beforeEach(() => {
  time = 0
  events = []
  atEnd = true
  stays = []
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
    imagesOf: () => ['jar.sbn', 'cnu.sbn'],
  })
})

const see = (kind: Sighting['kind'], file: string, ...steps: Sighting['step'][]) => {
  for (const step of steps) board.file({ phone, kind, file, step })
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
