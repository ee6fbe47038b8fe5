// The view for a person: one line for what matters, nothing for the rest, and below it at a terminal a line for each phone.
import { shortId } from '../../schemas/site-id.ts'
import type { AgentEvent, Emit } from '../events.ts'
import { type PhoneRow, type Progress, phoneLines, progressWords } from './bars.ts'
import { findingLines } from './finding.ts'
import { harmless } from './harmless.ts'
import type { Screen } from './screen.ts'
import { fill, type Lang, TEXT } from './text.ts'
import { hopWords, type StateEvent, stateWords } from './words.ts'

export interface TerminalOptions {
  lang: Lang
  color: boolean
  screen: Screen
  /** Whether a person is asked what has to be asked; by default where lines may be drawn over. */
  asks?: boolean
  now?(): Date
}

/** `09:00:00  ` */
const TIME = 10
type BundleEvent = AgentEvent & { event: 'agent.bundle' }

/** @returns a listener for events that writes lines, at a terminal no longer than it is wide. */
export function createTerminal(options: TerminalOptions): Emit {
  const { lang, color, screen, now = () => new Date() } = options
  const { interactive } = screen
  const { asks = interactive } = options
  const labels = new Map<string, string>()
  const told = new Set<string>()
  const quarters = new Map<string, number>()
  const rows = new Map<string, PhoneRow>()
  const { say, virtual, guides } = TEXT[lang]
  const paint = (code: number, text: string) => (color ? `\x1b[${code}m${text}\x1b[0m` : text)
  const line = (text: string, code = 0) => {
    const time = now().toTimeString().slice(0, 8)
    screen.line(`${time}  ${text}`, TIME, part => {
      const head = part.startsWith(time) ? `${paint(2, time)}  ` : ''
      const rest = head ? part.slice(TIME) : part
      return `${head}${code ? paint(code, rest) : rest}`
    })
  }
  const once = (key: string, text: string, code = 0) => {
    if (told.has(key)) return
    told.add(key)
    line(text, code)
  }
  const who = (mac = '') => labels.get(mac) ?? (mac || '?')

  const introduce = ({ phones, hosts, site, name, issued, issuer, signedBy, registrar }: BundleEvent) => {
    const texts = { name, issued, issuer, signedBy, registrar, id: shortId(site) }
    return [
      ...say.bundle.map(template => fill(template, texts)),
      ...hosts.map(host => `  ${host}`),
      ...phones.map(({ label, model, mac, load, lines }) =>
        fill(say.phone, {
          ...{ label: label || model, model, load, lines: lines.join(', ') },
          mac: mac === 'any' ? say.first : mac,
        }),
      ),
    ]
  }
  const ending = ({ phones, rehearsal }: { phones: number; rehearsal?: boolean }) => {
    if (rehearsal) return phones === 1 ? say.rehearsedOne : say.rehearsedMany
    return phones === 1 ? say.doneOne : say.doneMany
  }

  const show = (mac: string, change: Partial<PhoneRow>) => {
    if (!interactive) return
    rows.set(mac, { words: '', done: false, ...rows.get(mac), name: who(mac), ...change })
    screen.live(phoneLines([...rows.values()], screen.width(), lang))
  }
  const progress = (event: Progress) => {
    const mac = event.phone ?? ''
    show(mac, { progress: event })
    const quarter = Math.floor(event.percent / 25)
    if (!interactive && quarter > (quarters.get(mac) ?? 0)) line(`${who(mac)}: ${progressWords(event, lang)}`)
    quarters.set(mac, quarter)
  }
  const state = (event: StateEvent) => {
    const { phone = '', label } = event
    // Of one that took its entry before an earlier end of the agent nothing else says it.
    if (label) labels.set(phone, harmless(label, 24))
    const flashing = event.state === 'flashing'
    const [words, done] = [stateWords(event, lang), event.state === 'done']
    show(phone, { words, done, ...(!flashing && { progress: undefined }) })
    // At a terminal a bar says it.
    if (!interactive || !flashing) line(`${who(phone)}: ${words}`, done ? 32 : 0)
    if (event.state === 'loading' || event.state === 'flashing') once('power', `!!! ${say.power}`, 31)
  }

  return event => {
    switch (event.event) {
      case 'agent.bundle':
        for (const { mac, label } of event.phones) if (label) labels.set(mac, harmless(label, 24))
        for (const text of introduce(event)) screen.line(harmless(text, 400), 2)
        return
      case 'agent.board':
        return line(fill(say.board, { url: event.url }))
      case 'agent.waiting':
        return line(fill(say.waiting, { name: event.interface }), 33)
      case 'agent.ready':
        line(fill(event.rehearsal ? say.rehearsing : say.ready, { name: event.interface, address: event.address }), 32)
        if (event.dhcp === 'paused') line(say.paused, 33)
        return
      case 'agent.notice':
        return line(harmless(event.message, 600), 33)
      case 'agent.done':
        return line(fill(ending(event), { phones: event.phones, seconds: Math.round(event.ms / 1000) }), 32)
      case 'agent.error':
        screen.line('')
        screen.line(harmless(event.message, 1000), 0, text => paint(31, text))
        screen.line(harmless(event.cure, 1000))
        return screen.line(`(${event.code})`)
      case 'doctor.finding':
        for (const [text, indent, colour] of findingLines(event))
          screen.line(harmless(text, 1000), indent, part => (colour ? paint(colour, part) : part))
        return
      case 'doctor.done':
        screen.line('')
        for (const text of event.message.split('\n')) screen.line(text)
        return
      case 'phone.claimed':
        line(
          fill(say.claimed, {
            mac: who(event.phone),
            model: harmless(event.model),
            label: harmless(event.label ?? '–', 24),
          }),
        )
        if (event.phone && event.label) labels.set(event.phone, harmless(event.label, 24))
        return
      case 'phone.state':
        return state(event)
      case 'phone.progress':
        return progress(event)
      case 'phone.guide':
        line(fill(guides.titles[event.guide], { model: harmless(event.model ?? '') }), 1)
        for (const [i, step] of event.steps.entries())
          screen.line(`${' '.repeat(TIME)}${i + 1}. ${harmless(step, 400)}`, TIME + 3)
        return
      case 'phone.hop':
        return line(`${who(event.phone)}: ${hopWords(event, lang)}`)
      case 'phone.diagnosis':
        line(`${who(event.phone)}: ${harmless(event.text, 400)}`, 33)
        line(harmless(event.cure, 400))
        return line(`[${event.code}: ${harmless(event.evidence)}]`, 2)
      case 'tftp.missing':
      case 'http.missing':
        // Of a phone of the bundle the diagnosis says it, with the cure.
        if (event.harmless || event.phone) return
        return once(
          `missing ${event.address} ${event.file}`,
          `${event.address}: ${fill(say.missing, { file: harmless(event.file) })}`,
          33,
        )
      case 'tftp.refused':
      case 'http.refused':
        return once(
          `refused ${event.address} ${event.file}`,
          fill(say.refused, { address: event.address, file: harmless(event.file) || '-', why: harmless(event.why) }),
          33,
        )
      case 'tftp.failed':
      case 'http.failed':
        return line(
          `${who(event.phone)}: ${fill(say.failed, { file: harmless(event.file), why: harmless(event.why) })}`,
          33,
        )
      case 'dhcp.rival':
        return once(`rival ${event.server}`, fill(say.rival, { server: harmless(event.server) }), 31)
      case 'dhcp.ignored':
        if (!event.phone || event.why === 'paused' || event.why === 'waits for another') return
        if (event.why === 'no address left')
          return once(`full ${event.phone}`, fill(say.full, { mac: who(event.phone) }), 33)
        if (event.why === 'waits for a yes') {
          if (!asks) once(`waits ${event.phone}`, fill(say.waits, { mac: event.phone }), 33)
          return
        }
        return once(
          `ignored ${event.phone}`,
          fill(say.ignored, { mac: event.phone, vendorClass: harmless(event.vendorClass, 48) || '-' }),
          2,
        )
      case 'rehearsal.phone': {
        if (event.says === 'asks') return // what became of it comes next
        const texts = { file: harmless(event.file ?? ''), detail: harmless(event.detail ?? '') }
        return line(`  ${say.virtual}: ${fill(virtual.says[event.says], texts).trim()}`, 36)
      }
      case 'rehearsal.verdict':
        return line(
          `${who(event.phone)}: ${fill(say.verdict, { running: harmless(event.running), lines: harmless(event.lines.join(', ')), registrar: harmless(event.registrar), boots: event.boots })}`,
          32,
        )
      default:
        return // the rest is for --json
    }
  }
}
