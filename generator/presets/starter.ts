// What the builder opens with: a whole site for a preset, with the usual addresses of what it is for. It imports nothing of
// the catalogue, so that the page need not load that for it.
import type { Lang } from '../problem.ts'
import { STARTER_WORDS } from './starter-words.ts'

/** A line of YAML and its comment. */
type Row = readonly [text: string, comment?: string | undefined]

interface Start {
  site: string
  rows: Row[]
  username: string
  note?: string
}

/** Telephone systems that a preset names, as their makers write them. */
const SYSTEMS = new Map([
  ['asterisk', 'Asterisk'],
  ['asterisk-pjsip', 'Asterisk'],
  ['asterisk-chan-sip', 'Asterisk'],
  ['freepbx', 'FreePBX'],
  ['freeswitch', 'FreeSWITCH'],
  ['fusionpbx', 'FusionPBX'],
  ['3cx', '3CX'],
])

/**
 * The YAML of a fresh site: one CP-7975G, the first that asks, with one line.
 * @param preset name of a built-in one, or the id of one that somebody shared.
 * @param kind of registrar in a shared one; if it says none, the site says an example.
 */
export function starter(preset: string, lang: Lang = 'en', kind?: string): string {
  const base = kind ?? preset.replace(/-(?:de|at|ch)$/, '')
  const { site, rows, username, note } = startFor(base, preset, lang)
  const { mac, line } = STARTER_WORDS[lang]
  return [
    `site: ${site}`,
    `preset: ${preset}`,
    ...inColumns([
      ...rows,
      ['phones:'],
      ['  - model: CP-7975G'],
      ['    mac: any', mac],
      ['    lines:'],
      [`      - username: ${username}`, note],
      ['        password: { secret: line1 }'],
      [`        label: ${line}`],
    ]),
    '',
  ].join('\n')
}

function startFor(base: string, preset: string, lang: Lang): Start {
  const words = STARTER_WORDS[lang]
  if (base === 'fritzbox') {
    const rows: Row[] = [
      ['registrar: { address: 192.168.178.1 }', words.fritzbox],
      ['network:'],
      ['  agent: 192.168.178.1/24', words.takesAddress],
      ['  leases: 192.168.178.201-192.168.178.220', words.outsidePool],
    ]
    return { site: 'home', rows, username: 'Line1' }
  }
  if (base === 'sipgate') {
    const rows: Row[] = [
      ['registrar: { address: sipgate.de }', words.sipgate],
      ...words.sipgateLaptop.map((line): Row => [`# ${line}`]),
      ...networkRows('192.168.178', lang),
      ['  dns: [192.168.178.1]'],
    ]
    return { site: 'home', rows, username: '"1234567e0"', note: words.sipId }
  }
  return { site: 'office', rows: [...systemRows(base, lang), ...countryRows(preset, lang)], username: '"100"' }
}

function systemRows(base: string, lang: Lang): Row[] {
  const words = STARTER_WORDS[lang]
  const name = SYSTEMS.get(base)
  const address = base === 'fusionpbx' ? words.domain : words.address(name ?? '')
  const registrar: Row =
    name === undefined
      ? ['registrar: { kind: asterisk-pjsip, address: 192.168.1.10 }', words.system]
      : ['registrar: { address: 192.168.1.10 }', address]
  return [registrar, ...networkRows('192.168.1', lang)]
}

/** The laptop beside a router that is always there, and not in its place. */
function networkRows(net: string, lang: Lang): Row[] {
  const { laptop, leases, time } = STARTER_WORDS[lang]
  return [
    ['network:'],
    [`  agent: ${net}.2/24`, laptop],
    [`  leases: ${net}.201-${net}.220`, leases],
    [`  router: ${net}.1`],
    [`  ntp: [${net}.1]`, time],
  ]
}

/** What a preset without a country leaves to the person, and what an office in Germany may want otherwise. */
function countryRows(preset: string, lang: Lang): Row[] {
  const { locale, dialPlan, outsideLine } = STARTER_WORDS[lang]
  if (preset.endsWith('-de')) return [['# dialPlan: { outsideLine: "0", prefix: keep }', outsideLine]]
  if (preset !== 'small-office' && !SYSTEMS.has(preset)) return []
  return [
    ['locale: { timeZone: Etc/UTC, network: United_States }', locale],
    ['# dialPlan: { country: GB }', dialPlan],
  ]
}

/** All comments in one column. */
function inColumns(rows: readonly Row[]): string[] {
  const column = Math.max(...rows.map(([text, comment]) => (comment === undefined ? 0 : text.length))) + 2
  return rows.map(([text, comment]) => (comment === undefined ? text : `${text.padEnd(column)}# ${comment}`))
}
