import { expect, it } from 'vitest'
import { createNewcomers } from './newcomers.ts'

const FROM = '192.168.178.30'

function start() {
  let time = 0
  const known = new Set<string>()
  const lookedUp: string[] = []
  const isNew = createNewcomers({
    isKnown: address => known.has(address),
    lookUp: address => lookedUp.push(address),
    now: () => time,
  })
  return { isNew, known, lookedUp, wait: (ms: number) => (time += ms) }
}

it('lets an unknown address wait until the system knows who has it', () => {
  const { isNew, known, lookedUp } = start()
  expect(isNew(FROM)).toBe(true)
  expect(lookedUp).toEqual([FROM])
  known.add(FROM)
  expect(isNew(FROM)).toBe(false)
  expect(lookedUp).toHaveLength(1)
})

it('lets nobody wait who is known, and an address that stays unknown no longer than three seconds', () => {
  const { isNew, known, lookedUp, wait } = start()
  known.add('192.168.178.31')
  expect(isNew('192.168.178.31')).toBe(false)
  expect(lookedUp).toEqual([])
  expect(isNew(FROM)).toBe(true)
  wait(2999)
  expect(isNew(FROM)).toBe(true)
  wait(1)
  expect(isNew(FROM)).toBe(false)
  expect(lookedUp).toHaveLength(2)
})

it('remembers no more addresses than a cable has', () => {
  const { isNew, wait } = start()
  isNew(FROM)
  wait(5000)
  expect(isNew(FROM)).toBe(false)
  for (let i = 0; i < 300; i++) isNew(`10.0.${i >> 8}.${i & 255}`)
  expect(isNew(FROM)).toBe(true)
})
