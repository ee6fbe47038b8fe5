// What an agent did, to print or to keep: made from its events alone, so that it holds no secret, since they hold none.
import type { AgentEvent, PhoneState } from '../events.ts'

export interface Note {
  time: string
  code: string
  text: string
}

export interface PhoneReport {
  /** `any` until somebody claims the entry. */
  mac: string
  model: string
  label: string
  /** The load that the bundle wants it to run. */
  wanted: string
  /** What it ran before, or `unknown`, and the loads that it asked for then, in order; empty when it asked for none. */
  loads: string[]
  /** The load that it came back with, as its questions showed; of a phone that is done the wanted one, since it asks for no other. */
  runs: string
  state: PhoneState
  /** When it was heard of first; ISO 8601, as all times here. */
  begun: string
  /** When it was done; empty until then. */
  done: string
  /** From the one to the other, or to the last news. */
  seconds: number
  /** Of all files that it was given, also of those that it took twice. */
  bytes: number
  notes: Note[]
}

export interface Report {
  /** The whole id of the site. */
  site: string
  name: string
  issuer: string
  signedBy: string
  issued: string
  rehearsal: boolean
  begun: string
  /** When every phone was done, or what failed failed; empty while it goes on. */
  ended: string
  seconds: number
  /** What was said of no phone in particular, and what strangers did not get. */
  notes: Note[]
  phones: PhoneReport[]
}

/** Neither a phone that breaks off for ever nor a stranger fills the memory. */
const NOTES_MAX = 100

export interface ReportMaker {
  report: Report
  /** @returns the phone of which there is news. */
  add(event: AgentEvent, time: Date): PhoneReport | undefined
}

export function createReport(): ReportMaker {
  const report: Report = {
    ...{ site: '', name: '', issuer: '', signedBy: '', issued: '', rehearsal: false },
    ...{ begun: '', ended: '', seconds: 0, notes: [], phones: [] },
  }
  const secondsFrom = (begun: string, date: Date) => Math.round((date.getTime() - Date.parse(begun)) / 1000)

  return {
    report,
    add(event, date) {
      const time = date.toISOString()
      report.begun ||= time
      const { event: code } = event
      if (code === 'agent.bundle') {
        const { site, name, issuer, signedBy, issued, phones } = event
        Object.assign(report, { site, name, issuer, signedBy, issued })
        report.phones = phones.map(({ mac, model, label, load }) => ({
          ...{ mac, model, label, wanted: load, loads: [], runs: '', state: 'waiting' },
          ...{ begun: '', done: '', seconds: 0, bytes: 0, notes: [] },
        }))
      } else if (code === 'agent.ready') report.rehearsal = !!event.rehearsal
      else if (code === 'agent.done' || code === 'agent.error') {
        report.ended = time
        report.seconds = secondsFrom(report.begun, date)
      }
      // Entries are given away in order.
      const phone = report.phones.find(
        ({ mac, model }) => mac === event.phone || (code === 'phone.claimed' && mac === 'any' && model === event.model),
      )
      const { notes } = phone ?? report
      const note = noteOf(event, time)
      if (
        note &&
        notes.length < NOTES_MAX &&
        !notes.some(known => known.code === note.code && known.text === note.text)
      )
        notes.push(note)
      if (!phone) return
      if (code === 'phone.claimed') phone.mac = event.phone ?? phone.mac
      else if (code === 'tftp.done' || code === 'http.done') {
        const [first = 0, last = event.bytes - 1] = event.part?.split('-').map(Number) ?? []
        phone.bytes += last - first + 1
        return
      } else if (code === 'phone.hop') {
        if (phone.loads.length < NOTES_MAX) phone.loads.push(...(phone.loads.length > 0 ? [] : [event.from]), event.to)
      } else if (code === 'phone.state') {
        phone.begun ||= time
        phone.state = event.state
        phone.done = event.state === 'done' ? time : ''
        phone.seconds = secondsFrom(phone.begun, date)
        if (event.state === 'running') phone.runs = event.load ?? ''
        else if (event.state === 'done') phone.runs ||= phone.wanted
      } else if (!/^(phone|rehearsal\.verdict)/.test(code)) return
      return phone
    },
  }
}

/** What is worth a line. */
function noteOf(event: AgentEvent, time: string): Note | undefined {
  const { event: code } = event
  if (code === 'agent.notice' || code === 'agent.error') return { time, code: event.code, text: event.message }
  if (code === 'phone.diagnosis') return { time, code: event.code, text: event.text }
  if (code === 'dhcp.rival') return { time, code, text: event.server }
  if ('file' in event && 'why' in event) return { time, code, text: `${event.file}: ${event.why}` }
}
