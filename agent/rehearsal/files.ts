// How the virtual phone asks for a file: by TFTP, from the port that the rehearsal knows as this phone's, saying what it got.
import type { Remote } from '../remote.ts'
import { PhoneError } from './error.ts'
import { fetchByTftp, SILENT, TftpFault } from './tftp-client.ts'

/** What the phone says of itself; the identifiers are stable. */
export type Says =
  | 'dhcp'
  | 'lease'
  | 'asks'
  | 'takes'
  | 'not there'
  | 'no answer'
  | 'config'
  | 'upgrade'
  | 'images'
  | 'refuses'
  | 'writes'
  | 'reboot'
  | 'registers'

export type Say = (says: Says, facts?: { file?: string; detail?: string }) => void

/** Undefined when the server has no such file for this phone, or says nothing. */
export type Fetch = (file: string) => Promise<Uint8Array | undefined>

export interface FetchOptions {
  server: Remote
  localAddress: string
  /** Silence after which the phone goes on without the file. */
  timeoutMs: number
  attribute(port: number): void
  say: Say
  signal?: AbortSignal | undefined
}

/** @returns a function that fetches one file. It throws PhoneError `phone.stopped` when the rehearsal ends. */
export function createFetch({ server, localAddress, timeoutMs, attribute, say, signal }: FetchOptions): Fetch {
  return async file => {
    say('asks', { file })
    try {
      const bytes = await fetchByTftp({
        file,
        server,
        localAddress,
        timeoutMs,
        socketReady: attribute,
        signal,
      })
      say('takes', { file, detail: `${Math.ceil(bytes.length / 1000)} kB` })
      return bytes
    } catch (error) {
      if (signal?.aborted) throw new PhoneError('phone.stopped')
      if (!(error instanceof TftpFault)) throw error
      // TFTP errors 1 "file not found" and 2 "access violation" (RFC 1350, appendix I).
      if (error.code === 1) say('not there', { file })
      else if (error.code === 2) say('not there', { file, detail: 'refused' })
      else say('no answer', { file, detail: error.code === SILENT ? 'silent' : String(error.code) })
      return undefined
    }
  }
}
