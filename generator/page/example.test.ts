import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXAMPLE } from './example.ts'

describe('the example on the page', () => {
  it('is the example that people copy from the repository', () => {
    expect(EXAMPLE).toBe(readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8'))
  })
})
