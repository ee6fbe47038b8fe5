import { beforeEach, expect, it } from 'vitest'
import { type Cable, watchCable } from './cable.ts'
import type { Link } from './link.ts'

const UP: Link = { state: 'up', addresses: ['10.0.0.5/8', '192.168.178.1/24'] }
const BARE: Link = { state: 'up', addresses: ['10.0.0.5/8'] }
let link: Link
let bound: boolean
let said: string[]
let finish: () => void
let cable: Cable

beforeEach(() => {
  link = UP
  bound = false
  said = []
  cable = watchCable({
    address: '192.168.178.1',
    look: () => link,
    hasAddress: async () => bound,
    say: code => said.push(code),
    putBack: () => {
      said.push('put back')
      return new Promise(resolve => {
        finish = resolve
      })
    },
  })
})

it('says once that the link went, and that it came', async () => {
  expect(await cable.tick()).toBe(true)
  link = { state: 'down' }
  expect([await cable.tick(), await cable.tick()]).toEqual([false, false])
  link = UP
  expect(await cable.tick()).toBe(true)
  expect(said).toEqual(['link.down', 'link.up'])
})

it('takes a plug that is pulled out of its socket with the whole adapter for the same', async () => {
  link = { state: 'unknown' }
  expect(await cable.tick()).toBe(false)
  expect(said).toEqual(['link.down'])
})

it('puts the address back, one try at a time, until it is there', async () => {
  link = BARE
  for (let i = 0; i < 3; i++) await cable.tick()
  expect(said).toEqual(['address.gone', 'put back'])
  finish()
  await Promise.resolve()
  await new Promise(setImmediate)
  await cable.tick()
  link = UP
  await cable.tick()
  expect(said).toEqual(['address.gone', 'put back', 'put back', 'address.back'])
})

it('believes a bound socket where the system does not show the address yet', async () => {
  link = BARE
  bound = true
  expect(await cable.tick()).toBe(true)
  expect(said).toEqual([])
})

it('leaves the address alone while there is no link', async () => {
  link = { state: 'down' }
  await cable.tick()
  await cable.tick()
  expect(said).toEqual(['link.down'])
})
