// What a person sees at a terminal, however wide it is and whatever happens: nothing below wraps, and nothing is left behind.
import { describe, expect, it } from 'vitest'
import { phoneOf } from '../../test/manifest.ts'
import { createTestScreen } from '../../test/screen-of.ts'
import type { AgentEvent, PhoneState } from '../events.ts'
import { guideSteps } from './guide.ts'
import { createScreen, wrap } from './screen.ts'
import { createTerminal } from './terminal.ts'
import { TEXT } from './text.ts'
import { cut, padded, widthOf } from './width.ts'

const LANGS = ['en', 'de'] as const
/** The longest, wide ones, marks on letters, pictures, and none. */
const LABELS = ['Empfang-im-Erdgeschoss-links', '会議室の電話', 'Cafe\u0301-Ku\u0308che', 'Fuchs🦊🦊🦊🦊🦊🦊🦊', '']
const LOAD = 'SIP8831_8851_8861.12-8-1-0001-455-SR99'
const macOf = (index: number) => `00:1d:45:2d:2b:${index.toString(16).padStart(2, '0')}`

function startAt(columns: number, lang: 'de' | 'en', phones: number, rows = 24) {
  const seen = createTestScreen({ columns, rows })
  const { size } = seen
  const screen = createScreen({
    ...{ interactive: true, write: seen.write },
    ...{ columns: () => size.columns, rows: () => size.rows },
  })
  const emit = createTerminal({ lang, color: false, screen, now: () => new Date(2026, 10, 24, 9, 0, 0) })
  const all = Array.from({ length: phones }, (_, index) => ({
    ...{ mac: macOf(index), model: 'CP-7970G/7971G-GE', label: LABELS[index % LABELS.length] ?? '' },
    ...{ load: LOAD, lines: ['user-of-a-long-name@example.org', 'Line2'] },
  }))
  emit({
    ...{ event: 'agent.bundle', site: 'a'.repeat(52), name: 'x'.repeat(40), issuer: 'https://phones.example.org' },
    ...{ signedBy: `SHA256:${'A'.repeat(43)}`, root: 'SHA256:y', trustedBy: 'pinned', issued: '2026-11-23T09:00:00Z' },
    ...{ registrar: 'registrar.of-a-long-name.example.org:5060', hosts: ['192.168.178.1'], phones: all },
  })
  return { seen, screen, emit, macs: all.map(({ mac }) => mac) }
}
type Seen = ReturnType<typeof createTestScreen>

const progressOf = (phone: string, percent: number): AgentEvent => ({
  ...{ event: 'phone.progress', phone, load: LOAD, file: 'y', image: 12, images: 15 },
  ...{ percent, bytesPerSecond: 9_999_000, secondsLeft: 5400 },
})
/** Everything that may stand below. */
const isPhone = (line: string) => /^(?!\d\d:\d\d:| )/.test(line)

/** Wraps nowhere but in a word that is longer than a line, which may be a command. */
function expectWhole({ wrapped, size }: Seen) {
  for (const line of wrapped()) expect(line.trim(), line).not.toMatch(/^[^`]* /)
  expect(size.columns).toBeGreaterThan(0)
}

/** One of each that has words, the longest that there are. */
function* everything(lang: 'de' | 'en', phone: string): Generator<AgentEvent> {
  const text = TEXT[lang]
  for (const state of Object.keys(text.states) as PhoneState[])
    yield { event: 'phone.state', phone, state, address: '192.168.178.201', load: LOAD, image: 12, images: 15 }
  for (const message of Object.values(text.notices))
    yield {
      event: 'agent.notice',
      code: 'x',
      detail: '',
      message: message.replace('{}', '/home/somebody/Downloads/cmterm-8831.zip'),
    }
  for (const { text: words, cure } of Object.values(text.diagnoses))
    yield {
      event: 'phone.diagnosis',
      phone,
      code: 'phone.manifest-refused',
      text: words,
      cure,
      evidence: `${LOAD}.loads`,
    }
  for (const { text: words, why = '', cure = '' } of Object.values(text.doctor.findings).map(one => ({
    why: '',
    cure: '',
    ...one,
  })))
    yield {
      event: 'doctor.finding',
      code: 'x',
      severity: 'warning',
      text: words,
      why,
      cure,
      commands: ['sudo ip link'],
    }
  for (const guide of ['reset', 'alternate-tftp', 'hand-over'] as const) {
    const options = { lang, cidr: '192.168.178.1/24', leaseSeconds: 1800, wire: 'enx00e04c680001' }
    yield { event: 'phone.guide', guide, model: 'CP-7975G', steps: guideSteps(guide, phoneOf(), options) }
  }
  yield { event: 'agent.waiting', interface: 'enx00e04c680001' }
  yield {
    ...{ event: 'agent.ready', interface: 'enx00e04c680001', address: '192.168.178.1', dhcp: 'paused' },
    ...{ dhcpPort: 67, tftpPort: 69, httpPort: 6970 },
  }
  yield { event: 'phone.hop', phone, from: LOAD, to: LOAD }
  yield { event: 'phone.claimed', phone: '00:1d:45:ff:ff:ff', model: 'CP-7975G', label: LABELS[0] ?? '' }
  yield { event: 'dhcp.rival', server: '192.168.178.1' }
  yield { event: 'dhcp.ignored', phone: '3c:22:fb:00:00:01', vendorClass: 'udhcp 1.36.1', why: 'not in the bundle' }
  yield { event: 'tftp.missing', address: '192.168.178.9', file: `${LOAD}.loads`, harmless: false }
  yield { event: 'http.refused', address: '192.168.178.9', file: 'x'.repeat(30), why: 'not a phone of this bundle' }
  yield { event: 'http.failed', address: '192.168.178.9', file: 'y', why: 'aborted', sent: 1, phone }
  yield { event: 'agent.done', phones: 40, ms: 1_234_567 }
}

describe.each(LANGS)('in %s', lang => {
  it.each([
    [80, 1],
    [80, 40],
    [40, 5],
    [40, 40],
    [24, 3],
  ])('on %i columns, with phones: %i, every line fits and the phones stand below', (columns, phones) => {
    const { seen, emit, macs } = startAt(columns, lang, phones)
    for (const mac of macs) emit(progressOf(mac, 7))
    for (const event of everything(lang, macs[0] ?? '')) {
      emit(event)
      emit(progressOf(macs[0] ?? '', 100))
      const lines = seen.lines()
      const live = Math.min(phones, 8) + (phones > 8 ? 1 : 0) + 1
      const bars = lines.slice(-live)
      for (const line of bars) expect(widthOf(line)).toBeLessThan(columns)
      expect(
        lines.filter(line => /#{4}/.test(line)),
        event.event,
      ).toHaveLength(1)
      expect(lines.filter(line => line.startsWith('!!! '))).toHaveLength(1)
      expect(bars.every(isPhone)).toBe(true)
    }
    expectWhole(seen)
    if (columns === 80) expect(seen.lines().filter(line => widthOf(line) > 79)).toEqual([])
  })
})

it('shows a state for each phone: those that take images first, those that are done last, the rest in numbers', () => {
  const { seen, emit, macs } = startAt(80, 'en', 40)
  for (const mac of macs) emit({ event: 'phone.state', phone: mac, state: 'seen' })
  for (const mac of macs.slice(0, 20)) emit({ event: 'phone.state', phone: mac, state: 'done' })
  for (const mac of macs.slice(38)) emit(progressOf(mac, 50))
  const below = seen.lines().slice(-10)
  expect(below[0]).toMatch(/^Fuchs.*#{10}\.{10} {2}50 % {2}12\/15 {2}9999 kB\/s {2}90 min left$/)
  expect(below[1]).toMatch(/^00:1d:45:2d:2b:27 #/)
  expect(below[2]).toMatch(/^Empfang-im-Erdge… asks for an address$/)
  expect(below.slice(8)).toEqual(['… and 32 more, 20 of them done', '!!! Do not unplug anything now.'])
})

it('keeps how long it takes on a narrow terminal, and drops how fast', () => {
  const { seen, emit, macs } = startAt(48, 'en', 1)
  emit(progressOf(macs[0] ?? '', 50))
  expect(seen.lines().at(-2)).toBe('Empfang-im… ######......  50 %  90 min left')
})

it('leaves nothing behind when the terminal changes its size in the middle', () => {
  for (const sizes of [
    [80, 40, 100, 30],
    [40, 120, 60],
    [60, 23, 80],
  ]) {
    const { seen, emit, macs } = startAt(sizes[0] ?? 80, 'de', 5)
    for (const columns of sizes) {
      seen.resize(columns)
      for (const mac of macs) {
        emit(progressOf(mac, 50))
        expect(seen.lines().filter(line => line.startsWith('!!! ') && !line.includes('Ab jetzt'))).toHaveLength(1)
        for (const line of seen.lines().slice(-macs.length)) expect(widthOf(line)).toBeLessThan(columns)
      }
      expect(seen.lines().filter(line => /[#.]{4}/.test(line))).toHaveLength(5)
    }
  }
})

it('draws no more than a low terminal holds', () => {
  const { seen, emit, macs } = startAt(80, 'en', 40, 6)
  for (let round = 0; round < 3; round++) for (const mac of macs) emit(progressOf(mac, round * 30))
  expect(seen.lines().at(-1)).toBe('!!! Do not unplug anything now.')
  expect(seen.lines().filter(line => line.startsWith('!!! '))).toHaveLength(1)
})

it('asks below all of it, keeps the question and what is typed there, and leaves both among the lines', () => {
  const { seen, screen, emit, macs } = startAt(60, 'en', 2)
  emit(progressOf(macs[0] ?? '', 10))
  screen.ask(`A CP-7975G with the MAC address ${macs[1]} asks. Is it yours? [y/N]`)
  screen.typed('y')
  emit(progressOf(macs[0] ?? '', 60))
  emit({ event: 'agent.notice', code: 'x', detail: '', message: 'Something else.' })
  expect(
    seen
      .lines()
      .slice(-4)
      .map(line => line.slice(0, 20)),
  ).toEqual([
    seen.lines().at(-4)?.slice(0, 20),
    '!!! Do not unplug an',
    'A CP-7975G with the ',
    seen.lines().at(-1)?.slice(0, 20),
  ])
  expect(seen.lines().at(-1)).toMatch(/\[y\/N\] y$/)
  screen.answered()
  emit(progressOf(macs[0] ?? '', 70))
  expect(seen.lines().filter(line => line.includes('A CP-7975G'))).toHaveLength(1)
  expect(seen.lines().at(-1)).toBe('!!! Do not unplug anything now.')
  screen.end()
  expect(seen.lines().at(-1)).toBe('')
})

it('shows a fingerprint whole, however narrow the terminal is', () => {
  const { seen, screen } = startAt(30, 'en', 1)
  const fingerprint = `SHA256:${'abcdefghij'.repeat(4)}xyz`
  screen.ask(TEXT.en.questions.trust.replace('{fingerprint}', fingerprint))
  expect(seen.lines().join('')).toContain(fingerprint)
})

it('does not break a command that is to be copied', () => {
  const command = '`sudo ip address delete 192.168.178.1/24 dev eth0`'
  expect(wrap(`If this computer got its address only for this, take it off again: ${command}.`, 60, 3)).toEqual([
    'If this computer got its address only for this, take it off',
    '   again:',
    '   `sudo ip address delete 192.168.178.1/24 dev eth0`.',
  ])
  expect(wrap(`  ${command} or so`, 20, 2)).toEqual([`  ${command}`, '  or so'])
})

it.each([
  ['Büro', 4],
  ['Cafe\u0301', 4],
  ['会議室', 6],
  ['🦊!', 3],
  ['한국어 ｶﾅ', 9],
])('takes %s for %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
  expect(widthOf(padded(text, 10))).toBe(10)
  for (let max = 1; max < 10; max++) expect(widthOf(cut(text, max))).toBeLessThanOrEqual(max)
  expect(cut(text, width)).toBe(text)
})

it('has a --help that fits', () => {
  for (const lang of LANGS) expect(TEXT[lang].help.filter(line => widthOf(line) > 80)).toEqual([])
})
