// What the agent prints: for other programs the events of `--json` as the schema has them, for a person lines, and more at a terminal.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readIssuer } from '../generator/bundle/seal.ts'
import { localKeys } from '../generator/cli/local-keys.ts'
import { generate } from '../generator/generate.ts'
import schema from '../schemas/json/events.json' with { type: 'json' }
import { type EventLine, readLine } from './event-line.ts'
import { freshFolder } from './folder.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const EXAMPLE = readFileSync(join(ROOT, 'examples/fritzbox-7975g.yaml'), 'utf8')
const names = schema.anyOf.map(({ title }) => title)

it('are all said somewhere in the agent, which says no other', () => {
  const sources = readdirSync(join(ROOT, 'agent'), { recursive: true, encoding: 'utf8' })
    .filter(name => /(?<!\.test)\.ts$/.test(name))
    .map(name => readFileSync(join(ROOT, 'agent', name), 'utf8'))
  const said = sources.flatMap(text => [...text.matchAll(/\bevent: '([\w.]+)'/g)].map(([, name]) => name))
  expect([...new Set(said)].sort()).toEqual([...names].sort())
})

let folder: string
let bundle: string
let root: string
beforeAll(async () => {
  folder = freshFolder()
  const keys = await localKeys(join(folder, 'keys'), 'http://localhost:8787', new Date('2026-11-01T00:00:00Z'))
  root = keys.fingerprint
  const made = await generate(
    { text: EXAMPLE, lang: 'en' },
    { issued: '2026-11-23T09:00:00Z', issuer: await readIssuer(keys) },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  bundle = join(folder, 'bundle.zip')
  writeFileSync(bundle, made.bundle)
})

describe('of each command', () => {
  /** @returns its events, each of which was found to fit the schema. */
  const say = (...args: string[]): EventLine[] => {
    const known = ['--trust', root, '--state', join(folder, 'state.json')]
    const { stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cp-agent.js'), ...args, '--json', ...known], {
      ...{ encoding: 'utf8', input: '', cwd: folder },
      env: { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C' },
    })
    return stdout.trim().split('\n').map(readLine)
  }
  const namesOf = (events: EventLine[]) => [...new Set(events.map(({ event }) => event))]

  it('inspect', () => {
    const events = say('inspect', bundle)
    expect(namesOf(events)).toEqual(['agent.bundle', 'agent.notice', 'agent.inspected'])
    const [first] = events
    expect(first?.site).toMatch(/^[a-z2-7]{10}$/)
  })

  it('doctor, with a bundle and without', () => {
    const where = ['--dhcp-port', '20067', '--tftp-port', '20069', '--http-port', '20070', '--dhcp', 'off']
    expect(namesOf(say('doctor', ...where))).toEqual(['doctor.finding', 'doctor.done'])
    expect(namesOf(say('doctor', bundle, ...where))).toEqual([
      'agent.bundle',
      'doctor.finding',
      'agent.notice',
      'doctor.done',
    ])
  })

  it('guide', () => {
    const told = say('guide', bundle)
    expect(told.map(({ guide }) => guide)).toEqual(['reset', 'alternate-tftp', 'hand-over'])
  })

  it('rehearse, well and ill, with a board for a browser', () => {
    const well = say('rehearse', bundle, '--settle', '0', '--board')
    for (const name of [
      'agent.board',
      'phone.hop',
      'phone.progress',
      'tftp.missing',
      'rehearsal.verdict',
      'agent.done',
    ])
      expect(namesOf(well)).toContain(name)
    const ill = say('rehearse', bundle, '--fail', 'trust-list')
    for (const name of ['phone.diagnosis', 'phone.guide', 'agent.error']) expect(namesOf(ill)).toContain(name)
  })

  it.each([
    ['usage.option', ['--what']],
    ['usage.bundle', []],
    ['bundle.unreadable', ['nothing.zip']],
    ['secret.missing', ['bundle.zip']],
  ])('an error (%s)', (code, args) => {
    expect(say(...args).at(-1)).toMatchObject({ event: 'agent.error', code, cure: expect.stringMatching(/./) })
  })
})

// Other systems’ `script` has other options.
describe.runIf(process.platform === 'linux')('what a person sees instead', () => {
  const ESCAPES = /\x1b/
  /** At a terminal of 80 columns, or in a pipe. */
  const show = (terminal: boolean, env: Record<string, string>, ...args: string[]): string => {
    const command = [process.execPath, join(ROOT, 'dist/cp-agent.js'), ...args, '--state', join(folder, 'seen.json')]
    const [program = '', ...rest] = terminal
      ? ['script', '-qec', `stty columns 80; exec ${command.join(' ')}`, '/dev/null']
      : command
    const { stdout } = spawnSync(program, rest, {
      ...{ encoding: 'utf8', input: '', cwd: folder },
      env: { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C', TERM: 'xterm', ...env },
    })
    return stdout
  }
  const rehearse = () => ['rehearse', bundle, '--trust', root, '--settle', '0']

  it('at a terminal: colours, and a line for each phone that is drawn over', () => {
    const shown = show(true, {}, ...rehearse())
    expect(shown).toMatch(/\x1b\[32m/)
    expect(shown).toMatch(/\x1b\[J/)
    expect(shown).toMatch(/Buero +#+\.* +\d+ %/)
    // The shell's prompt comes to a line of its own.
    expect(shown).toMatch(/\r\n$/)
  }, 60_000)

  it('of a bundle that is looked at: lines that are broken between words', () => {
    const shown = show(true, {}, 'inspect', bundle, '--trust', root)
    const lines = shown.replaceAll(/\x1b\[\d*m/g, '').split('\r\n')
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) expect(line.length, line).toBeLessThan(80)
  })

  it('with NO_COLOR or --no-color: no colours, and the rest of it', () => {
    for (const shown of [show(true, { NO_COLOR: '1' }, ...rehearse()), show(true, {}, ...rehearse(), '--no-color')]) {
      expect(shown).not.toMatch(/\x1b\[\d*m/)
      expect(shown).toMatch(/\x1b\[J/)
    }
  }, 60_000)

  it('at a terminal that knows lines only, and in a pipe: lines, without an escape', () => {
    for (const shown of [show(true, { TERM: 'dumb' }, ...rehearse()), show(false, {}, ...rehearse())]) {
      expect(shown).not.toMatch(ESCAPES)
      expect(shown).toMatch(/Buero: \d+ % of SIP75/)
    }
  }, 60_000)
})

describe('a line that is not as the schema says', () => {
  const line = { time: '2026-11-28T09:00:00.000Z', event: 'phone.hop', from: 'unknown', to: 'SIP75', site: '' }

  it.each([
    ['of an event that it does not have', { event: 'phone.hops' }],
    ['with a field more', { more: 1 }],
    ['with a field less', { to: undefined }],
    ['with a field of another kind', { to: 1 }],
    ['with a time of its own', { time: 'now' }],
  ])('%s is found out', (_, change) => {
    expect(readLine(JSON.stringify(line))).toEqual(line)
    expect(() => readLine(JSON.stringify({ ...line, ...change }))).toThrow()
  })
})
