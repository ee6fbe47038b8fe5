// How the virtual phone asks for a file, from a port that the rehearsal knows as this phone's, saying what it got: by TFTP, and
// a later model by HTTP first.
import type { Says } from '../../schemas/events.ts'
import type { Remote } from '../remote.ts'
import { PhoneError } from './error.ts'
import { fetchByHttp } from './http-client.ts'
import { type Cut, Restart } from './mishap.ts'
import { fetchByTftp, GONE, SILENT, TftpFault } from './tftp-client.ts'

/** What the phone says of itself; the identifiers are stable. */
export type Say = (says: Says, facts?: { file?: string; detail?: string }) => void

/**
 * Undefined when the server has no such file for this phone. Silence is as good as that, but for a file that is needed.
 * @throws PhoneError `phone.no-answer` for a needed file, `phone.stopped` when the rehearsal ends
 */
export type Fetch = (file: string, needed?: true) => Promise<Uint8Array | undefined>

export interface FetchOptions {
  server: Remote
  /** Where it asks first, by HTTP; a phone of an older family has no such place. */
  httpPort: number | undefined
  localAddress: string
  /** Silence that ends a question, in ms. */
  timeoutMs: number
  attribute(port: number): void
  say: Say
  onFile: ((name: string, bytes: Uint8Array) => void) | undefined
  cut(file: string): Cut
  signal?: AbortSignal | undefined
}

/** How often a phone asks for a file that it cannot do without, before it starts anew. */
const QUESTIONS = 2

export function createFetch(options: FetchOptions): Fetch {
  const { say, onFile, signal } = options
  return async (file, needed) => {
    say('asks', { file })
    for (let question = 1; ; question++) {
      const got = (await byHttp(file, options)) ?? (await byTftp(file, options))
      if (signal?.aborted) throw new PhoneError('phone.stopped')
      if (got.how === 'took') {
        say('takes', { file, detail: `${Math.ceil(got.bytes.length / 1000)} kB${got.by}` })
        onFile?.(file, got.bytes)
        return got.bytes
      }
      say(got.how, { file, ...(got.why !== undefined && { detail: got.why }) })
      if (got.how === 'not there' || !needed) return undefined
      if (question === QUESTIONS) throw new PhoneError('phone.no-answer', file)
    }
  }
}

type Got = { how: 'took'; bytes: Uint8Array; by: string } | { how: 'not there' | 'no answer'; why?: string }

/** Undefined when there is nothing to be had by HTTP, and TFTP is asked. */
async function byHttp(file: string, options: FetchOptions): Promise<Got | undefined> {
  const { server, httpPort, attribute } = options
  if (httpPort === undefined) return undefined
  const answer = await fetchByHttp({
    ...options,
    file,
    server: { address: server.address, port: httpPort },
    socketReady: attribute,
  })
  if (answer?.status === 200) return { how: 'took', bytes: answer.bytes, by: ', HTTP' }
  if (answer?.status === 404) return { how: 'not there' }
  return answer?.status === 403 ? { how: 'not there', why: 'refused' } : undefined
}

async function byTftp(file: string, options: FetchOptions): Promise<Got> {
  try {
    return { how: 'took', bytes: await fetchByTftp({ ...options, file, socketReady: options.attribute }), by: '' }
  } catch (error) {
    if (!(error instanceof TftpFault)) throw error
    if (error.code === GONE) throw new Restart()
    // TFTP errors 1 "file not found" and 2 "access violation" (RFC 1350, appendix I).
    if (error.code === 1) return { how: 'not there' }
    if (error.code === 2) return { how: 'not there', why: 'refused' }
    return { how: 'no answer', why: error.code === SILENT ? 'silent' : String(error.code) }
  }
}
