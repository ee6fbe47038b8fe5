// `npm run bench`: what sites of 1 to 10,000 phones cost, in time and in memory, and whether that grows as it should; what
// the Worker, the page and the agent cost, and whether that is within their bars. `npm run bench -- worker page` runs only those.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../scripts/build.ts'
import { PAGE_MAX_BYTES } from '../scripts/page-size.ts'
import { isFree, startWorker, untilReady, writeEnvFile } from '../scripts/start.ts'
import { firstOffers, flashRoom, MEMORY_MOST, NODES, OFFER_MOST } from './agent.ts'
import { fleetCsv, fleetJson, fleetYaml } from './fleet.ts'
import { type Cost, least, smallestHeap, work } from './measure.ts'
import { INTERACTION_MOST, measurePage, PAINT_MOST } from './page.ts'
import { loaded, requestCosts } from './requests.ts'
import { measureWorker } from './worker.ts'
import { startWorkerd } from './workerd.ts'

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

/** A figure beside the most that it may be. */
const within = (value: number, most: number | undefined, unit: string, digits = 1) =>
  `${figure(value, digits)} ${unit}${most === undefined ? '' : `  (at most ${figure(most)}: ${value <= most ? 'yes' : 'NO'})`}`

async function benchLargest(): Promise<void> {
  const { ms, bytes, first, last } = await measureWorker(fleetYaml(1), fleetYaml(200), 20)
  console.log(`
The Worker, 200 phones, its limit: ${figure(ms)} ms and ${figure(bytes / 1e6, 2)} MB for each of 20 bundles.
workerd grew by ${megabytes(first)} MB with the first; with what it had not yet cleared away, by ${megabytes(last)} MB until the last.`)
}

const PER_SECOND = 200
const SECONDS = 15
const MOST_99 = 50

async function benchWorker(folder: string): Promise<void> {
  const disturbed = `; load of this computer before: ${loadavg().map(load => figure(load, 1))}`
  const worker = await startWorkerd(folder)
  try {
    console.log(`\nCPU of the Worker for a bundle (least and median of batches)${disturbed}`)
    for (const { what, least, median, most } of await requestCosts(worker))
      console.log(`${what.padEnd(24)}${within(least, most, 'ms', 2)}; ${figure(median, 2)} ms`)
    const before = worker.cpuMs()
    const answers = await loaded(worker, PER_SECOND, SECONDS)
    const busy = (worker.cpuMs() - before) / 1000 / SECONDS
    console.log(
      `\n${PER_SECOND} requests a second for ${SECONDS} s, from when each was due, ms; workerd used ${figure(busy, 2)} cores`,
    )
    for (const [what, { count, errors, half, most99, most }] of answers) {
      const half99 = `half ${figure(half, 1)}, 99 % ${within(most99, what === 'all' ? MOST_99 : undefined, 'ms')}`
      console.log(`${what.padEnd(24)}${figure(count).padStart(8)}: ${errors} errors, ${half99}, all ${figure(most, 1)}`)
    }
  } finally {
    await worker.end()
  }
}

async function benchPage(pageBytes: number): Promise<void> {
  let port = 8790
  while (!(await isFree(port))) port++
  const child = startWorker(port, await writeEnvFile())
  try {
    if (!(await untilReady(port, child))) throw new Error('the Worker cannot sign')
    const { paints, interactions } = await measurePage(`http://localhost:${port}/`)
    console.log(
      `\nThe page, its script gzipped: ${within(pageBytes, PAGE_MAX_BYTES, 'bytes', 0)}; with the CPU slowed four times:`,
    )
    console.log(`${'first paint'.padEnd(24)}${within(paints[paints.length >> 1] ?? 0, PAINT_MOST, 'ms', 0)}`)
    for (const { what, ms } of interactions) {
      const middle = ms[ms.length >> 1] ?? 0
      console.log(`${what.padEnd(24)}${within(middle, INTERACTION_MOST, 'ms', 0)}; of the visits: ${ms.join(', ')}`)
    }
  } finally {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
}

async function benchLaptop(): Promise<void> {
  if (process.getuid?.() !== 0) return console.log('\nThe agent on a wire: not measured, network namespaces need root.')
  console.log('\nFrom the start of cp-agent to its first OFFER (--dhcp on)')
  for (const [version, ms] of await firstOffers(15)) {
    const middle = ms[ms.length >> 1] ?? 0
    const all = ms.map(one => figure(one)).join(', ')
    console.log(`${`Node ${version.slice(1)}`.padEnd(24)}${within(middle, OFFER_MOST, 'ms', 0)}; ${all}`)
  }
  for (const [version, path] of NODES) {
    const { phones, firmware, seconds: s, ready, most } = await flashRoom(64, path)
    console.log(`\n${phones} phones at once, ${figure(firmware / 1e6, 1)} MB of synthetic firmware each, in ${figure(s)} s
${`memory, Node ${version.slice(1)}`.padEnd(24)}${within(most / 1024, MEMORY_MOST, 'MB')}; ${megabytes(ready)} MB before the first phone`)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cp-bench-'))
const file = (name: string, text?: string) => {
  const path = join(folder, name)
  if (text !== undefined) writeFileSync(path, text)
  return path
}
const wanted = process.argv.slice(2)
const wants = (name: string) => wanted.length === 0 || wanted.includes(name)
try {
  const { pageBytes } = await build()
  if (wants('sites')) {
    benchGenerator(file)
    benchAgent(file)
    await benchLargest()
  }
  if (wants('worker')) await benchWorker(folder)
  if (wants('agent')) await benchLaptop()
  if (wants('page')) await benchPage(pageBytes)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
