import { expect, it } from 'vitest'
import { createPace } from './pace.ts'

it('says nothing of a rate before two seconds, then the rate and what is left', () => {
  const pace = createPace(1_000_000)
  expect(pace.at(0, 0)).toEqual({ percent: 0 })
  expect(pace.at(50_000, 1000)).toEqual({ percent: 5 })
  expect(pace.at(100_000, 2000)).toEqual({ percent: 10, bytesPerSecond: 50_000, secondsLeft: 18 })
})

it('forgets how fast it was long ago', () => {
  const pace = createPace(1_000_000)
  pace.at(0, 0)
  pace.at(500_000, 1000)
  pace.at(510_000, 22_000)
  expect(pace.at(520_000, 24_000)).toEqual({ percent: 52, bytesPerSecond: 5000, secondsLeft: 96 })
})

it('is never above a hundred percent, and does without a total', () => {
  expect(createPace(10).at(20, 0)).toEqual({ percent: 100 })
  const pace = createPace(0)
  pace.at(0, 0)
  expect(pace.at(4000, 4000)).toEqual({ percent: 0, bytesPerSecond: 1000 })
})
