import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { localKeys } from './scripts/local-keys.ts'

// What a deployment has as secrets.
const { bundleKey, keysJson, keysSig } = await localKeys()

// Two runtimes: Node for everything that the laptop runs, workerd for the hosted generator.
export default defineConfig({
  test: {
    // Each request of a Worker makes a line of its log; they are read where a test fails.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'node',
          include: ['{schemas,generator,agent,scripts,examples,deploy,test}/**/*.test.ts'],
          exclude: ['**/*.workers.test.ts', 'test/field/**', 'node_modules/**'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { CP_BUNDLE_KEY: bundleKey, CP_KEYS_JSON: keysJson, CP_KEYS_SIG: keysSig } },
          }),
        ],
        test: {
          name: 'workers',
          include: ['{generator,test}/**/*.workers.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
