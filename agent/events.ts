// What the agent says: one object an event, the same for the terminal, for `--json` and for the board (DESIGN, "Events of --json").

import type { Pace } from './board/pace.ts'
import type { FindingCode, Severity } from './doctor/finding.ts'
import type { Says } from './rehearsal/files.ts'
import type { Missing } from './shelf/needed.ts'

/** The states of a phone, in the order in which a flash goes through them; some repeat. */
export type PhoneState =
  | 'waiting' // nothing heard of it yet
  | 'seen' // asks for an address
  | 'leased' // has one from us
  | 'configured' // was given its configuration
  | 'loading' // asked for a load's list of images
  | 'flashing' // takes images
  | 'restarting' // has all images of a load
  | 'running' // came back with them, as its questions show
  | 'accepted' // asks for what its configuration names
  | 'done'

/** What a person has to do by hand, told step by step when it is time for it. */
export type Guide = 'reset' | 'alternate-tftp' | 'hand-over'

type Facts =
  | {
      event: 'agent.bundle'
      /** The whole id; every line of `--json` and the banner show its first characters. */
      site: string
      name: string
      issuer: string
      signedBy: string
      root: string
      trustedBy: string
      issued: string
      registrar: string
      hosts: string[]
      phones: { mac: string; model: string; label: string; load: string; lines: string[] }[]
    }
  | {
      event: 'agent.inspected'
      files: { path: string; size: number; sha256: string; holes: number }[]
      /** `known` only where hashes of it are known: whether it is one of the files that were seen in public. */
      firmware: { name: string; path: string; size: number; known: boolean | undefined }[]
      missing: Missing[]
      secrets: { name: string; key: string; present: boolean }[]
    }
  | { event: 'agent.board'; url: string }
  | { event: 'agent.waiting'; interface: string }
  | {
      event: 'agent.ready'
      interface: string
      address: string
      dhcp: 'on' | 'off' | 'paused'
      dhcpPort: number
      tftpPort: number
      httpPort: number
      rehearsal?: boolean
    }
  | { event: 'agent.notice'; code: string; detail: string; message: string }
  | { event: 'agent.done'; phones: number; ms: number; rehearsal?: boolean }
  | { event: 'agent.error'; code: string; message: string; cure: string }
  | {
      event: 'dhcp.discover' | 'dhcp.decline' | 'dhcp.release' | 'dhcp.inform' | 'dhcp.nak'
      vendorClass: string
      address?: string
    }
  | { event: 'dhcp.offer' | 'dhcp.ack'; vendorClass: string; address: string }
  | { event: 'dhcp.ignored'; vendorClass: string; why: string }
  | { event: 'dhcp.rival'; server: string }
  // `part`, over HTTP only: the first and the last byte that were asked for; `bytes` and `sent` are of the file all the same.
  | { event: `${'tftp' | 'http'}.start`; address: string; file: string; bytes: number; part?: string | undefined }
  | {
      event: `${'tftp' | 'http'}.progress`
      address: string
      file: string
      sent: number
      bytes: number
      part?: string | undefined
    }
  | {
      event: `${'tftp' | 'http'}.done`
      address: string
      file: string
      bytes: number
      ms: number
      part?: string | undefined
    }
  | { event: `${'tftp' | 'http'}.missing`; address: string; file: string; harmless: boolean }
  | { event: `${'tftp' | 'http'}.refused`; address: string; file: string; why: string }
  | {
      event: `${'tftp' | 'http'}.failed`
      address: string
      file: string
      why: string
      sent: number
      part?: string | undefined
    }
  | { event: 'phone.claimed'; model: string }
  | { event: 'phone.state'; state: PhoneState; address?: string; image?: number; images?: number; load?: string }
  | ({ event: 'phone.progress'; load: string; file: string; image: number; images: number } & Pace)
  | { event: 'phone.hop'; from: string; to: string }
  | { event: 'phone.diagnosis'; code: string; text: string; cure: string; evidence: string }
  | { event: 'phone.guide'; guide: Guide; model?: string; steps: string[] }
  | {
      event: 'doctor.finding'
      code: FindingCode
      severity: Severity
      text: string
      why: string
      cure: string
      /** Exact, for this system, to be run in this order. */
      commands: string[]
    }
  | { event: 'doctor.done'; errors: number; warnings: number; message: string }
  | { event: 'rehearsal.phone'; says: Says; file?: string; detail?: string }
  | { event: 'rehearsal.verdict'; running: string; lines: string[]; registrar: string; boots: number }

/** `phone` is a MAC, of a phone in the bundle or of whoever asked. */
export type AgentEvent = Facts & { phone?: string }
export type Emit = (event: AgentEvent) => void

/** One line of `--json`. */
export function toJsonLine(event: AgentEvent, site: string, time: Date): string {
  const { event: name, phone, ...rest } = event
  return JSON.stringify({ time: time.toISOString(), event: name, ...(phone && { phone }), ...rest, site })
}
