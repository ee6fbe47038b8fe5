// Before all tests of the page: builds once, and starts the Worker that they visit.
import type { TestProject } from 'vitest/node'
import { build } from '../../scripts/build.ts'
import { serveWorker } from './worker.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Worker answers that all share. */
    origin: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build()
  const { origin, end } = await serveWorker()
  project.provide('origin', origin)
  return end
}
