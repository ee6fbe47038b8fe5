// Nothing that is wrong with a firmware file or an archive ends the agent or takes much memory: every cut of valid ones, a hundred
// thousand changes, and archives that are made to cost. Each run is a process of its own, which tells what it needed.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Report } from './mangle-outcomes.ts'
import { BOMBS } from './mangled-bombs.ts'
import { samples } from './mangled-samples.ts'

const CHANGES = 100_000
const PEAK_MB = 256
/** What opening a locale may add to a process, whatever that unpacks to. */
const LOCALE_MB = 40
/** Garbage of thousands of runs is no need of one; what needed more than this would end the process. */
const SMALL_HEAP = ['--max-semi-space-size=4', '--max-old-space-size=64']

async function run<T>(node: string[], program: string, ...args: string[]): Promise<T> {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [...node, path, ...args])
  return JSON.parse(stdout)
}

/** What is said of archives, in the words of what found it: the readers within the readers were reached. */
const DEEP = ['cut off', 'no header', 'no size', 'no attributes', 'no directory', 'no entry', 'incorrect data check']
const OUTCOMES: Record<string, string[]> = {
  archive: ['read', 'empty', 'none', 'firmware.archive', 'firmware.header', 'firmware.not-signed'],
  file: ['read'],
  container: ['read', 'firmware.header', 'firmware.not-signed'],
  'new container': ['read', 'firmware.header', 'firmware.not-signed'],
  loads: ['read', 'firmware.loads'],
  image: ['read', 'firmware.header', 'firmware.not-signed', 'firmware.name'],
}
const CHANGED: Record<string, string[]> = {
  ...OUTCOMES,
  file: ['read', 'firmware.archive'],
  'new container': [...(OUTCOMES['new container'] ?? []), 'firmware.hash'],
  image: [...(OUTCOMES.image ?? []), 'firmware.hash'],
}

function expectAll(report: Report, outcomes: Record<string, string[]>, deep: string[]): void {
  expect(report.crashes).toEqual([])
  expect(report.slow).toEqual([])
  expect(report.peakMB).toBeLessThan(PEAK_MB)
  // These and no others, and none of them by chance.
  const expected = Object.entries(outcomes).flatMap(([reader, all]) => all.map(outcome => `${reader}: ${outcome}`))
  expect(Object.keys(report.outcomes).sort()).toEqual(expected.sort())
  for (const outcome of expected) expect(report.outcomes[outcome], outcome).toBeGreaterThan(20)
  for (const detail of deep) expect(report.details[detail], detail).toBeGreaterThan(20)
}

describe('a file that is not as it should be', { concurrent: true, timeout: 300_000 }, () => {
  it('has an answer or a code, wherever it was cut off', async () => {
    const report = await run<Report>(SMALL_HEAP, './mangle-archives.ts', 'cut')
    expectAll(report, OUTCOMES, ['cut off', 'no header', 'no directory', 'unexpected end of file'])
    expect(report.inputs).toBe((await samples()).reduce((sum, { bytes }) => sum + bytes.length + 1, 0))
  })

  it('has an answer or a code, whatever was changed in it', async () => {
    const report = await run<Report>(SMALL_HEAP, './mangle-archives.ts', 'mangle', `${CHANGES}`, '20261125')
    expectAll(report, CHANGED, DEEP)
    expect(report.inputs).toBe(CHANGES)
  })
})

describe('an archive that costs more than it weighs', () => {
  it.each(Object.entries(BOMBS))('is refused or read in little memory: %s', async (name, { said }) => {
    const report = await run<{ said: string; beforeMB: number; peakMB: number }>([], './mangle-bombs.ts', name)
    expect(report.said).toBe(said)
    expect(report.peakMB).toBeLessThan(PEAK_MB)
    if (name.startsWith('a locale')) expect(report.peakMB - report.beforeMB).toBeLessThan(LOCALE_MB)
  })
})
