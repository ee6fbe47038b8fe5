import { defineConfig } from 'vitest/config'

// Needs root and the Debian packages that scripts/field.ts installs. One file after another: they share the machine's clock and cores.
export default defineConfig({
  test: {
    name: 'field',
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/field/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
