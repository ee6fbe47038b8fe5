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
  /** The loads that it asked for, in order; the first `from` is what it ran before, or `unknown`. */
  hops: { from: string; to: string }[]
  /** The load that it came back with, as its questions showed. */
  runs: string
  state: PhoneState
  /** When it was heard of first; ISO 8601, as all times here. */
  begun: string
  done: string
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
  phones: PhoneReport[]
  /** What was said of no phone in particular, and what became of strangers. */
  notes: Note[]
}

/** A phone that breaks off for ever fills no memory; neither do strangers. */
const NOTES_MAX = 100

export interface ReportMaker {
  report: Report
  /** @returns the phone of which there is news. */
  add(event: AgentEvent, time: Date): PhoneReport | undefined
}

export function createReport(): ReportMaker {
  const report: Report = {
    ...{ site: '', name: '', issuer: '', signedBy: '', issued: '', rehearsal: false },
    ...{ begun: '', ended: '', seconds: 0, phones: [], notes: [] },
  }
  const find = (mac: string | undefined) => report.phones.find(phone => phone.mac === mac)
  const seconds = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 1000)

  return {
    report,
    add(event, date) {
      const time = date.toISOString()
      report.begun ||= time
      const phone = find(event.phone)
      const note = (code: string, text: string) => {
        const { notes } = phone ?? report
        if (notes.length < NOTES_MAX && !notes.some(known => known.code === code && known.text === text))
          notes.push({ time, code, text })
        return phone
      }
      const end = () => {
        report.ended = time
        report.seconds = seconds(report.begun, time)
      }
      switch (event.event) {
        case 'agent.bundle': {
          const { site, name, issuer, signedBy, issued, phones } = event
          Object.assign(report, { site, name, issuer, signedBy, issued })
          report.phones = phones.map(({ mac, model, label, load }) => ({
            ...{ mac, model, label, wanted: load, hops: [], runs: '', state: 'waiting' },
            ...{ begun: '', done: '', seconds: 0, bytes: 0, notes: [] },
          }))
          return
        }
        case 'agent.ready':
          report.rehearsal = event.rehearsal ?? false
          return
        case 'agent.notice':
        case 'agent.error':
          if (event.event === 'agent.error') end()
          return note(event.code, event.message)
        case 'agent.done':
          return void end()
        case 'phone.claimed': {
          // Entries are given away in order.
          const entry = report.phones.find(({ mac, model }) => mac === 'any' && model === event.model)
          if (!phone && entry && event.phone) entry.mac = event.phone
          return phone ?? entry
        }
        case 'phone.diagnosis':
          return note(event.code, event.text)
        case 'dhcp.rival':
          return note(event.event, event.server)
        case 'tftp.failed':
        case 'http.failed':
          return note(event.event, `${event.file}: ${event.why}`)
        case 'tftp.refused':
        case 'http.refused':
          return note(event.event, `${event.address}: ${event.file}: ${event.why}`)
      }
      if (!phone) return
      switch (event.event) {
        case 'tftp.done':
        case 'http.done': {
          const [first, last] = event.part?.split('-').map(Number) ?? []
          phone.bytes += first === undefined || last === undefined ? event.bytes : last - first + 1
          return
        }
        case 'phone.hop':
          phone.hops.push({ from: event.from, to: event.to })
          if (phone.hops.length > NOTES_MAX) phone.hops.shift()
          return phone
        case 'phone.state': {
          const { state, load } = event
          phone.begun ||= time
          phone.state = state
          phone.done = state === 'done' ? time : ''
          phone.seconds = seconds(phone.begun, time)
          if (state === 'running') phone.runs = load ?? ''
          return phone
        }
        case 'phone.progress':
        case 'phone.guide':
        case 'rehearsal.verdict':
          return phone
      }
    },
  }
}
