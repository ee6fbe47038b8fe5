import { expect, it } from 'vitest'
import { ipv4FromNumber, ipv4ToNumber } from '../../schemas/ipv4.ts'
import { Leases } from './leases.ts'
import { createPool } from './pool.ts'

const FIRST = ipv4ToNumber('10.0.0.250')
const RESERVED = ['10.0.0.250', '10.0.0.251', '10.0.1.4', '10.0.3.0', '10.0.200.1']
/** Every address of the range that is nobody's, in their order: 2,000 less the five that are somebody's. */
const FREE = Array.from({ length: 2000 }, (_, i) => ipv4FromNumber(FIRST + i)).filter(
  address => ![...RESERVED, '10.0.1.1', '10.0.2.2'].includes(address),
)
const mac = (n: number) => `00:1d:45:00:${n.toString(16).padStart(4, '0').replace(/(..)/, '$1:')}`

function poolOf() {
  const leases = new Leases({ now: () => 0 })
  const [first, last] = ['10.0.0.250', ipv4FromNumber(FIRST + 1999)]
  const network = { address: '10.0.1.1', prefix: 16, first, last, leaseSeconds: 60, dns: ['10.0.2.2'], ntp: [] }
  return { leases, pool: createPool({ ...network, reserved: RESERVED }, leases) }
}

it('gives every phone the address of its place, passing over those that are somebody’s', () => {
  const { pool } = poolOf()
  const places = FREE.map((_, place) => pool.choose({ mac: mac(place), place }))
  expect(places).toEqual(FREE)
})

it('gives the next free one where a place is taken, then the lowest, then none', () => {
  const { pool, leases } = poolOf()
  const all = [...FREE]
  const taken = (address = '') => {
    leases.bind(mac(all.indexOf(address)), address, 60)
    return address
  }
  expect(taken(pool.choose({ mac: 'a', place: 5 }))).toBe(FREE[5])
  expect(pool.choose({ mac: 'a', place: 5 })).toBe(FREE[6])
  expect(pool.choose({ mac: 'a', place: FREE.length })).toBe(FREE[0])
  for (const address of FREE.slice(6)) taken(address)
  expect(pool.choose({ mac: 'a', place: 5 })).toBe(FREE[0])
  for (const address of FREE.slice(0, 5)) taken(address)
  expect(pool.choose({ mac: 'a', place: 5 })).toBeUndefined()
})

it('gives no guest the address of a phone’s place, even when all others are taken', () => {
  const { pool, leases } = poolOf()
  const guest = { mac: 'guest', place: 2, guest: true }
  expect(pool.choose(guest)).toBe(FREE[2])
  for (const [i, address] of FREE.slice(2).entries()) leases.bind(mac(i), address, 60)
  expect(pool.choose(guest)).toBeUndefined()
  leases.bind('guest', FREE[1] ?? '', 60)
  expect(pool.choose(guest)).toBeUndefined()
  expect(pool.mayHave(FREE[1] ?? '', guest)).toBe(false)
  expect(pool.choose({ mac: 'phone', place: 0 })).toBe(FREE[0])
})
