import { getHeapStatistics } from 'node:v8'
import { expect, it } from 'vitest'
import { createSweeper } from './memory.ts'

const used = () => getHeapStatistics().used_heap_size

it('clears away what is left behind, once it is some megabytes', () => {
  const sweep = createSweeper()
  sweep()
  const before = used()
  // Long enough in use to be among what lives on.
  const kept: { left?: object[] } = {
    left: Array.from({ length: 300_000 }, (_, number) => ({ number, text: `${number}` })),
  }
  delete kept.left
  expect(used()).toBeGreaterThan(before + 10_000_000)
  sweep()
  expect(used()).toBeLessThan(before + 5_000_000)
})
