// `npm run bench`: what sites of 1 to 10,000 phones cost, in time and in memory, and whether that grows as it should.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../scripts/build.ts'
import { fleetCsv, fleetJson, fleetYaml } from './fleet.ts'
import { type Cost, least, smallestHeap, work } from './measure.ts'
import { measureWorker } from './worker.ts'

const COUNTS = [1, 200, 1000, 10_000]
const MOST = 10_000
const FEWER = 1000
/** Small sites are measured more often: there, a disturbance counts for more. */
const runsFor = (count: number) => (count >= MOST ? 2 : 3)

const figure = (value: number, digits = 0) =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits })
const seconds = (ms: number) => figure(ms / 1000, 2)
const megabytes = (kB: number | undefined) => (kB === undefined ? '?' : figure(kB / 1024))

interface Row {
  what: string
  count: number
  input: string
  output?: string
  cost: Cost
  heap?: number | undefined
}

function show(title: string, rows: readonly Row[]): void {
  const size = (path: string) => figure(statSync(path).size / 1e6, 2)
  const table = [
    ['', 'MB in', 'MB out', 's', 's of CPU', 'phones/s', 'peak MB', 'heap MB'],
    ...rows.map(({ what, count, input, output, cost, heap }) => [
      ...[what, size(input), output === undefined ? '' : size(output), seconds(cost.ms), seconds(cost.cpuMs)],
      ...[figure((count * 1000) / cost.ms), megabytes(cost.kB), heap === undefined ? '' : `${heap}`],
    ]),
  ]
  console.log(`\n${title}`)
  for (const [first = '', ...others] of table) {
    console.log(`${first.padEnd(20)}${others.map(cell => cell.padStart(10)).join('')}`)
  }
  const costOf = (wanted: number) => rows.find(({ count }) => count === wanted)?.cost
  const [fewer, most] = [costOf(FEWER), costOf(MOST)]
  if (!fewer || !most) return
  const [time, memory] = [most.cpuMs / fewer.cpuMs, most.kB / fewer.kB].map(ratio => figure(ratio, 1))
  console.log(
    `${figure(MOST)} against ${figure(FEWER)}: ${time} times the time (10 is linear), ${memory} times the memory`,
  )
}

const named = (count: number) => `${figure(count)} ${count === 1 ? 'phone' : 'phones'}`

function benchGenerator(file: (name: string, text?: string) => string): void {
  const idle = least(3, 'cp-generator', '--help')
  let heapBefore = 0
  const generated = (what: string, count: number, input: string, output: string): Row => {
    const cost = work(runsFor(count), idle, 'cp-generator', input, '-o', output)
    const heap = smallestHeap(heapBefore, 'cp-generator', input, '-o', output)
    return { what, count, input, output, cost, heap }
  }
  const rows = COUNTS.map(count => {
    const row = generated(named(count), count, file(`${count}.yaml`, fleetYaml(count)), file(`${count}.zip`))
    heapBefore = row.heap ?? heapBefore // more phones need no smaller one
    return row
  })
  const json = generated(`${figure(MOST)} as JSON`, MOST, file('most.json', fleetJson(MOST)), file('json.zip'))
  show(`Generating, beyond an idle process of ${megabytes(idle.kB)} MB (heap: the smallest that suffices)`, [
    ...rows,
    json,
  ])

  const imported = [FEWER, MOST].map((count): Row => {
    const input = file(`${count}.csv`, fleetCsv(count))
    const [output, secrets] = [file(`${count}.imported.yaml`), file(`${count}.env`)]
    const cost = work(1, idle, 'cp-generator', 'import', input, '-o', output, '--secrets', secrets)
    return { what: named(count), count, input, output, cost }
  })
  show('Importing a table', imported)
}

function benchAgent(file: (name: string) => string): void {
  const idle = least(3, 'cp-agent', '--help')
  const rows = COUNTS.map((count): Row => {
    const input = file(`${count}.zip`)
    const cost = work(runsFor(count), idle, 'cp-agent', 'inspect', input, '--state', file('state.json'))
    return { what: named(count), count, input, cost }
  })
  show(`Opening with cp-agent inspect, beyond an idle process of ${megabytes(idle.kB)} MB`, rows)
}

const folder = mkdtempSync(join(tmpdir(), 'cp-bench-'))
const file = (name: string, text?: string) => {
  const path = join(folder, name)
  if (text !== undefined) writeFileSync(path, text)
  return path
}
try {
  await build()
  benchGenerator(file)
  benchAgent(file)
  const { ms, bytes, first, last } = await measureWorker(fleetYaml(1), fleetYaml(200), 20)
  console.log(`
The Worker, 200 phones, its limit: ${figure(ms)} ms and ${figure(bytes / 1e6, 2)} MB for each of 20 bundles.
workerd grew by ${megabytes(first)} MB with the first; with what it had not yet cleared away, by ${megabytes(last)} MB until the last.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
