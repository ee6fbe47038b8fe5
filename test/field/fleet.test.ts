// A whole room at once: sixteen phones of five models behind a wire that loses one frame in a hundred each way, and an agent that
// is killed in the middle of the flash and started again, then with its local board.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Event, type RunningAgent, startAgent } from './agent.ts'
import { AGENT_CIDR, coreOf, type Expected, FLEET, macOf, stockFleet } from './fleet.ts'
import { type FleetNet, layFleet, type Passed } from './fleet-net.ts'
import type { PhoneWord } from './phone-process.ts'

const SCRIPT = fileURLToPath(new URL('phone-process.ts', import.meta.url))
/** Not a round number of anything; another one loses other frames. */
const SEED = 20_261_125
const AWAY_MS = 3000
/** So many images are over when the agent is killed, of some ninety. */
const IMAGES_BEFORE = 30
const LATEST_MS = 150_000

type Took = Extract<PhoneWord, { says: 'took' }>
interface Phone extends Expected {
  took: Took[]
  ups: Extract<PhoneWord, { says: 'up' }>[]
  failed: string | undefined
  steps: string[]
  helped: boolean
  pullPlug(): void
}

let net: FleetNet
let phones: Phone[]
const agents: RunningAgent[] = []
/** What somebody who has the board open was told, and the report that was taken when it was over. */
const board = { told: '', report: '' }
let state: string
let passed: { fromPhones: Passed; fromAgent: Passed }
const eventsOf = (): Event[] => agents.flatMap(({ events }) => events)

function startPhone(expected: Expected): Phone {
  const child = net.spawnPhone(expected.task.mac, [SCRIPT, JSON.stringify(expected.task)])
  const phone: Phone = {
    ...expected,
    took: [],
    ups: [],
    failed: undefined,
    steps: [],
    helped: false,
    pullPlug: () => void child.stdin?.write('\n'),
  }
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', line => {
      const word: PhoneWord = JSON.parse(line)
      if (word.says === 'took') phone.took.push(word)
      else if (word.says === 'up') phone.ups.push(word)
      else if (word.says === 'failed') phone.failed = word.why
      else phone.steps.push(`${word.step} ${word.file ?? ''} ${word.detail ?? ''}`)
    })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    phone.failed = `${phone.failed ?? ''}${text}`
  })
  return phone
}

/** On the agent's own computer, since it is for nobody else. */
async function readBoard(agent: RunningAgent): Promise<void> {
  const { url } = await agent.until('agent.board')
  const get = (name: string) => net.spawn('agent', 'curl', ['-sN', '-m', '120', `${url}${name}`])
  get('events')
    .stdout?.setEncoding('utf8')
    .on('data', (text: string) => {
      const before = board.told
      board.told += text
      const isOver = (told: string) => told.includes('"over":true')
      if (isOver(before) || !isOver(board.told)) return
      get('report.json')
        .stdout?.setEncoding('utf8')
        .on('data', (part: string) => {
          board.report += part
        })
    })
}

/** Waits for something, and for no longer than the whole may take. */
async function until(what: string, holds: () => boolean, end: number): Promise<void> {
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what} in time\n${story()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const story = (): string =>
  [
    ...phones.map(
      ({ task, ups, failed, steps }) =>
        `${task.model} ${task.mac} ups ${ups.length} ${failed ?? ''} ${steps.slice(-4).join(' | ')}`,
    ),
    agents.at(-1)?.output().slice(-3000),
  ].join('\n')

const isImage = (file: unknown): boolean => /\.sb[n2]$/i.test(String(file))
const isConfig = (file: string): boolean => /^(SEP|SIP(?!Default))[0-9A-F]{12}\b/.test(file)
/** What the servers gave whole, of any agent. */
const given = (): Event[] => eventsOf().filter(({ event }) => event === 'tftp.done' || event === 'http.done')

/**
 * What a person does who sees that a phone is up and the agent does not call it done: pull its plug and put it in again, once. So
 * it is with one of which the agent says so, and with one of which it knows nothing, because it was killed before it wrote that down.
 */
function lendHand({ events }: RunningAgent): false {
  const isReady = events.some(({ event }) => event === 'agent.ready')
  for (const phone of isReady ? phones : []) {
    const { mac } = phone.task
    const isKnown = events.some(({ event, phone: of }) => event === 'phone.state' && of === mac)
    const isTold = events.some(({ code, detail }) => code === 'phone.restart' && detail === mac)
    if (phone.helped || phone.ups.length === 0 || (isKnown && !isTold)) continue
    phone.helped = true
    phone.pullPlug()
  }
  return false
}

beforeAll(async () => {
  const macs = FLEET.map((_, index) => macOf(index))
  net = await layFleet(AGENT_CIDR, macs, { loss: 0.01, delayMs: 5, seed: SEED })
  const stocked = await stockFleet(net.folder)
  state = stocked.paths.state
  const end = performance.now() + LATEST_MS
  const start = (...more: string[]) => {
    const agent = startAgent(net, stocked.paths, ['--once', '--settle', '6', '--timeout', '100', ...more])
    agents.push(agent)
    return agent
  }
  const first = start()
  phones = stocked.expected.map(startPhone)
  await until('enough images', () => given().filter(({ file }) => isImage(file)).length >= IMAGES_BEFORE, end)
  await first.stop('SIGKILL')
  await new Promise(resolve => setTimeout(resolve, AWAY_MS))
  const second = start('--board')
  await readBoard(second)
  await until('an end', () => second.process.exitCode !== null || lendHand(second), end)
  await second.exit
  passed = await net.cut()
}, LATEST_MS + 30_000)
afterAll(() => net?.remove())

it('brings every phone to its load, with its own lines', () => {
  const reached = phones.map(({ task, ups, failed }) => ({ mac: task.mac, failed, ...ups.at(-1) }))
  expect(reached).toMatchObject(
    phones.map(({ task, entry, lines }) => ({
      mac: task.mac,
      failed: undefined,
      running: entry.route.at(-1)?.load,
      lines,
      registrar: '10.20.0.1',
    })),
  )
})

it('needs nobody for that, but for a phone whose last ACK died with the agent', () => {
  expect(phones.filter(({ helped }) => helped).length).toBeLessThanOrEqual(2)
})

it('is done with every phone, and ends with 0', () => {
  const [, second] = agents
  expect(second?.process.exitCode, second?.output().slice(-2000)).toBe(0)
  expect(second?.events).toContainEqual(expect.objectContaining({ event: 'agent.done', phones: FLEET.length }))
  const done = second?.events.flatMap(({ event, state, phone }) =>
    event === 'phone.state' && state === 'done' ? [phone] : [],
  )
  expect(done?.sort()).toEqual(phones.map(({ task }) => task.mac))
})

it('was in the middle of it when it was killed, on a wire that lost frames both ways', () => {
  const [before, after] = agents.map(
    ({ events }) => new Set(events.flatMap(({ file, phone }) => (isImage(file) ? [phone] : []))),
  )
  expect([...(before ?? [])].filter(mac => after?.has(mac)).length).toBeGreaterThan(4)
  expect(agents[0]?.events.some(({ event }) => event === 'agent.done')).toBe(false)
  for (const { came, lost } of Object.values(passed)) {
    expect(came).toBeGreaterThan(5000)
    expect(lost / came).toBeGreaterThan(0.005)
    expect(lost / came).toBeLessThan(0.02)
  }
})

it('gives every phone the same address all the time, and no two the same', () => {
  const addresses = phones.map(({ task }) => [
    ...new Set(
      eventsOf().flatMap(({ event, phone, address }) => (event === 'dhcp.ack' && phone === task.mac ? [address] : [])),
    ),
  ])
  expect(addresses.map(all => all.length)).toEqual(FLEET.map(() => 1))
  expect(new Set(addresses.flat()).size).toBe(FLEET.length)
  expect(addresses.flat()).toEqual(phones.map(({ ups }) => ups.at(-1)?.address))
})

it('serves no file wrong, and none to a phone that it is not for', () => {
  const wrong = phones.flatMap(({ task, took, files }) =>
    took.flatMap(({ file, sha256 }) => (files.get(file)?.has(sha256) ? [] : [`${task.model} ${task.mac} ${file}`])),
  )
  expect(wrong).toEqual([])
  for (const { task, took, entry } of phones) {
    const names = new Set(took.map(({ file }) => file))
    const own = given().filter(({ phone }) => phone === task.mac)
    expect(
      own.filter(({ file }) => !names.has(String(file))),
      task.mac,
    ).toEqual([])
    expect(names, task.mac).toContain(entry.config.replace('files/', ''))
  }
  expect(given().some(({ event, file }) => event === 'http.done' && /^rootfs/.test(String(file)))).toBe(true)
  const taken = phones.flatMap(({ took }) => took).length
  expect(taken).toBeGreaterThan(150)
})

it('names in each configuration the load of the hop, one after another', () => {
  for (const { task, took, files, ways } of phones) {
    const named = took.flatMap(({ file, sha256 }) => (isConfig(file) ? (files.get(file)?.get(sha256) ?? []) : []))
    const steps = named.filter((load, index) => load !== '' && load !== named[index - 1])
    expect(ways, `${task.model} ${task.mac} ${task.running}`).toContainEqual(steps)
  }
})

it('puts the passwords of a phone into its own configuration and nowhere else', () => {
  const all = FLEET.flatMap((_, index) => [0, 1].map(line => coreOf(index, line)))
  for (const { task, took, cores, entry } of phones) {
    for (const { file, text } of took) {
      if (text === undefined) continue
      const content = Buffer.from(text, 'base64').toString('latin1')
      const found = all.filter(core => content.includes(core))
      expect(found, `${task.mac} ${file}`).toEqual(`files/${file}` === entry.config ? cores : [])
    }
  }
  const said = agents.map(agent => agent.output()).join('')
  const words = `${said}${readFileSync(state, 'utf8')}${board.told}${board.report}`
  expect(all.filter(core => words.includes(core))).toEqual([])
})

it('shows all of them on its board, with a report of what became of each', () => {
  const messages = board.told.split('\n').flatMap(line => (line.startsWith('data: ') ? JSON.parse(line.slice(6)) : []))
  const states = new Map(messages.flatMap(({ card }) => (card ? [[card.about, card.state]] : [])))
  expect([...states].sort()).toEqual(phones.map(({ task }) => [`${task.model}, ${task.mac}`, 'done']).sort())
  expect(messages.at(-1)).toEqual({ end: true })
  const report = JSON.parse(board.report)
  expect(report).toMatchObject({ name: 'fleet', rehearsal: false })
  const reached = phones.map(({ task, entry }) => ({ mac: task.mac, state: 'done', runs: entry.route.at(-1)?.load }))
  expect(report.phones).toMatchObject(reached)
})
