// The plain view for a person: one line for what matters, a bar while images go over, nothing for the rest.
import { basename } from 'node:path'
import { shortId } from '../../schemas/site-id.ts'
import type { AgentEvent, Emit } from '../events.ts'
import { harmless } from './harmless.ts'
import { fill, type Lang, TEXT } from './text.ts'

export interface TerminalOptions {
  lang: Lang
  color: boolean
  /** Whether the bar may be drawn over itself. */
  interactive: boolean
  write(text: string): void
  now?(): Date
}

const BAR = 24
type BundleEvent = AgentEvent & { event: 'agent.bundle' }

/** @returns a listener for events that writes lines of at most about 80 columns. */
export function createTerminal({ lang, color, interactive, write, now = () => new Date() }: TerminalOptions): Emit {
  const labels = new Map<string, string>()
  const told = new Set<string>()
  const quarters = new Map<string, number>()
  let barShown = false
  const { say, states, virtual } = TEXT[lang]
  const paint = (code: number, text: string) => (color ? `\x1b[${code}m${text}\x1b[0m` : text)
  const line = (text: string, code = 0) => {
    if (barShown) write('\r\x1b[K')
    barShown = false
    const time = now().toTimeString().slice(0, 8)
    write(`${paint(2, time)}  ${code ? paint(code, text) : text}\n`)
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

  const progress = (event: AgentEvent & { event: 'tftp.progress' | 'http.progress' }) => {
    const share = event.bytes > 0 ? event.sent / event.bytes : 1
    const percent = Math.floor(share * 100)
    const bar = `${'#'.repeat(Math.round(share * BAR)).padEnd(BAR, '.')} ${String(percent).padStart(3)} %`
    if (interactive) {
      write(`\r\x1b[K${' '.repeat(10)}${bar}  ${harmless(basename(event.file), 28)}`)
      barShown = true
      return
    }
    const quarter = Math.floor(share * 4)
    if (quarter > (quarters.get(event.file) ?? 0)) line(`  ${bar}  ${harmless(event.file, 40)}`)
    quarters.set(event.file, quarter)
  }

  return event => {
    switch (event.event) {
      case 'agent.bundle':
        for (const { mac, label } of event.phones) if (label) labels.set(mac, harmless(label, 24))
        for (const text of introduce(event)) write(`${harmless(text, 400)}\n`)
        return
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
        if (barShown) write('\n')
        write(`\n${paint(31, harmless(event.message, 1000))}\n${harmless(event.cure, 1000)}\n(${event.code})\n`)
        return
      case 'phone.claimed':
        return line(fill(say.claimed, { mac: who(event.phone), model: harmless(event.model) }))
      case 'phone.state': {
        const facts = { address: event.address ?? '', image: event.image ?? 0, images: event.images ?? 0 }
        return line(`${who(event.phone)}: ${fill(states[event.state], facts)}`, event.state === 'done' ? 32 : 0)
      }
      case 'phone.hop':
        return line(`${who(event.phone)}: ${fill(say.hop, { from: harmless(event.from), to: harmless(event.to) })}`)
      case 'phone.diagnosis':
        line(`${who(event.phone)}: ${harmless(event.text, 400)}`, 33)
        return line(`  ${harmless(event.cure, 400)}`)
      case 'tftp.progress':
      case 'http.progress':
        return progress(event)
      case 'tftp.missing':
      case 'http.missing':
        if (event.harmless) return
        return once(
          `missing ${event.phone} ${event.file}`,
          `${who(event.phone)}: ${fill(say.missing, { file: harmless(event.file) })}`,
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
        if (event.phone && event.why !== 'paused')
          once(
            `ignored ${event.phone}`,
            fill(say.ignored, { mac: event.phone, vendorClass: harmless(event.vendorClass, 48) || '-' }),
            2,
          )
        return
      case 'rehearsal.phone': {
        if (event.says === 'asks') return // what became of it comes next
        const texts = { file: harmless(event.file ?? ''), detail: harmless(event.detail ?? '') }
        return line(paint(36, `  ${say.virtual}: ${fill(virtual.says[event.says], texts).trim()}`))
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
