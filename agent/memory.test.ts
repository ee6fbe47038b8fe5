import { getHeapStatistics } from 'node:v8'
import { expect, it } from 'vitest'
import { createSweeper } from './memory.ts'

const used = () => getHeapStatistics().used_heap_size

it('clears away what is left behind, once it is some megabytes', () => {
  const sweep = createSweeper()
  sweep()
  const before = used()
  // Long enough in use to be among what lives on.
  let left: object[] | undefined = Array.from({ length: 300_000 }, (_, number) => ({ number, text: `${number}` }))
  sweep()
  expect(used()).toBeGreaterThan(before + 10_000_000)
  left = undefined
  const [full, start] = [used(), performance.now()]
  while (used() > full - 5_000_000 && performance.now() - start < 2000) {
    Array.from({ length: 100_000 }, (_, number) => ({ number }))
    sweep()
  }
  expect(left).toBeUndefined()
  expect(used()).toBeLessThan(full - 5_000_000)
})
