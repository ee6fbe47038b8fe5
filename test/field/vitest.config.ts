import { defineConfig } from 'vitest/config'

// Needs root and the Debian packages that scripts/field.ts installs. Two files at a time: each has networks of its own, and waits most of the time.
export default defineConfig({
  test: {
    name: 'field',
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/field/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
