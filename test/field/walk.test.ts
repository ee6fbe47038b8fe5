// Somebody who has nothing but what the doctor prints gets through whatever he finds: each finding is brought about, the command is taken
// out of his own words and typed as it stands, and then the finding is gone, until a phone is flashed. Names with spaces all the way.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FINDINGS, type FindingCode } from '../../agent/doctor/finding.ts'
import { openBundle } from '../../schemas/bundle/open.ts'
import { type Event, LOAD, type Stock, stock } from './agent.ts'
import type { PhoneTask, PhoneWord } from './phone-process.ts'
import type { Case } from './walk.ts'
import { DEAF, OF_THE_REST } from './walk-rest.ts'
import { OF_THE_WIRE } from './walk-wire.ts'
import { layWire, PHONE_MAC, ROOT, systemNode, type Wire } from './wire.ts'

/** Every finding: one of a computer on which all is well, or how it is brought about. */
const WALK: Record<FindingCode, 'well' | Case[]> = {
  ...OF_THE_WIRE,
  ...OF_THE_REST,
  'dhcp.unsure': [...OF_THE_WIRE['dhcp.unsure'], ...DEAF],
}

let wire: Wire
let paths: Stock
/** Where a person keeps it all. */
let desk: string
beforeAll(() => {
  wire = layWire()
  desk = `${wire.folder}/Mein Büro`
  mkdirSync(desk)
  paths = stock(wire)
  cpSync(`${ROOT}dist/cp-agent.js`, `${desk}/cp-agent.js`)
  cpSync(paths.bundle, `${desk}/mein bundle.zip`)
  // Another user shall read it.
  spawnSync('chmod', ['-R', 'a+rX', wire.folder])
})
afterAll(() => wire?.remove())

/** What stands before every command: another user, another clock, other files in the place of the system's. */
let around: string[] = []
const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0).reverse()) each()
  around = []
})

type Finding = Event & { code: string; text: string; commands: string[] }
interface Visit {
  status: number | null
  findings: Finding[]
  message: string
}

/** A line as a person types it; the shell of the test is root's already, and the system may have no sudo. */
function type(line: string, before: readonly string[] = around): { status: number | null; out: string; err: string } {
  const typed = line
    .replace(/^sudo /, '')
    .replace(/^su -c '(.*)'$/, (_, inner: string) => inner.replaceAll("'\\''", "'"))
  return wire.run('agent', 'sh', ['-c', `cd '${desk}' && exec "$@"`, 'sh', ...before, 'sh', '-c', typed])
}

function read({ status, out, err }: ReturnType<typeof type>): Visit {
  const events = out.split('\n').flatMap((line): Event[] => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const done = events.find(({ event }) => event === 'doctor.done')
  if (!done) throw new Error(`no end in ${out} ${err}`)
  const findings = events.flatMap(event => {
    const { code, text, commands } = event
    if (event.event !== 'doctor.finding' || typeof code !== 'string' || typeof text !== 'string') return []
    return [{ ...event, code, text, commands: Array.isArray(commands) ? commands.map(String) : [] }]
  })
  return { status, findings, message: String(done.message) }
}

/** The first one; the others are what is printed. */
function visit({ options = [], look = false, bare = false }: Pick<Case, 'options' | 'look' | 'bare'> = {}): Visit {
  const all = `--json ${bare ? '' : `--firmware '${paths.firmware}' --secrets '${paths.secrets}'`} --state '${paths.state}'`
  const line = `${systemNode()} cp-agent.js doctor 'mein bundle.zip' ${all} ${look ? '' : '--dhcp off'} ${options.join(' ')}`
  return read(type(line))
}

const codes = ({ findings }: Visit) => findings.map(({ code }) => code)

it('knows of every finding how it is brought about', () => {
  expect(Object.keys(WALK).sort()).toEqual(Object.keys(FINDINGS).sort())
})

const cases = Object.entries(WALK).flatMap(([code, entry]) =>
  Array.isArray(entry) ? entry.map(each => ({ code, ...each, name: `${code}: ${each.name}` })) : [],
)

describe('gets through', () => {
  it.each(cases)('$name', async each => {
    const { code, provoke, needs, byHand, stays } = each
    // A system without that program cannot have such a trouble.
    expect(
      needs === undefined || ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].some(at => existsSync(`${at}/${needs}`)),
    ).toBe(true)
    const hands = {
      ...{ wire, desk, paths, type },
      around(...words: string[]) {
        around = words
      },
      undo: (what: () => void) => void undo.push(what),
    }
    await provoke?.(hands)
    const ill = visit(each)
    const finding = ill.findings.find(one => one.code === code)
    if (!finding) throw new Error(`no ${code}, but ${codes(ill)}`)
    if (FINDINGS[code as keyof typeof FINDINGS] === 'error') expect(ill.status).toBeGreaterThan(3)
    let after: Visit | undefined
    if (byHand) await byHand({ ...hands, finding })
    else {
      expect(finding.commands.length).toBeGreaterThan(0)
      for (const command of finding.commands) {
        // The same program again, with other rights or another option: what it says is what is looked at.
        const again = command.includes('cp-agent.js')
        if (again && command.startsWith('su')) around = []
        const ran = type(command)
        if (!again) expect(ran, command).toMatchObject({ status: 0 })
        if (again) after ??= read(ran)
      }
    }
    after ??= visit(each)
    if (stays) expect(codes(after)).toContain(code)
    else expect(codes(after)).not.toContain(code)
  })
})

it('says nothing but good of a computer on which all is well, and then how to go on: at the end a phone is flashed', async () => {
  const well = visit({ look: true, options: ['--once', '--settle 3', '--timeout 90'] })
  for (const [code, entry] of Object.entries(WALK)) if (entry === 'well') expect(codes(well)).toContain(code)
  expect(well.status).toBe(0)
  const [, next = ''] = /^(?:Next|Weiter mit): `(.*)`$/m.exec(well.message) ?? []
  expect(next).toContain("'mein bundle.zip'")
  const line = next.replace(/^sudo /, '')
  const agent = wire.spawn('agent', 'sh', ['-c', `cd '${desk}' && exec ${line}`])
  const ended = new Promise(resolve => agent.once('close', resolve))
  let said = ''
  await new Promise<void>(resolve => {
    agent.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('"agent.ready"')) resolve()
    })
    void ended.then(() => resolve())
  })
  expect(said).toContain('"agent.ready"')
  const { manifest } = await openBundle(readFileSync(paths.bundle), () => undefined)
  const [entry] = manifest.phones
  if (!entry) throw new Error('no phone')
  wire.ip('phone', 'route', 'replace', '255.255.255.255', 'dev', 'eth0')
  const { model, facts } = entry
  const task: PhoneTask = { mac: PHONE_MAC, model, facts, running: 'SCCP75.8-3-4S', reset: false }
  const script = fileURLToPath(new URL('phone-process.ts', import.meta.url))
  const phone = wire.spawn('phone', process.execPath, [script, JSON.stringify(task)])
  const words: PhoneWord[] = []
  if (phone.stdout) createInterface({ input: phone.stdout }).on('line', text => void words.push(JSON.parse(text)))
  expect(await ended, said.slice(-3000)).toBe(0)
  expect(words.findLast(({ says }) => says === 'up')).toMatchObject({ running: LOAD })
  phone.kill('SIGKILL')
})
