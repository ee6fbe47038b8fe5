// The page in a real browser: `npx vitest run --config test/browser/vitest.config.ts`. Apart from the other tests,
// because it needs Chromium (Debian: apt-get install chromium; elsewhere CHROMIUM=/path/to/it).
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'browser',
    include: ['test/browser/**/*.browser.ts'],
    environment: 'node',
    globalSetup: 'test/browser/setup.ts',
    fileParallelism: false, // two browsers are slow on a small computer, and a slow page is another page
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
