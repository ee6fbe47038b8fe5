// What a client's options come to: block size (RFC 2348), time-out and size (RFC 2349), window (RFC 7440).
import type { Option } from './packet.ts'

export interface Terms {
  /** Bytes in every block but the last. */
  blockSize: number
  /** Blocks sent before an ACK is waited for. */
  windowSize: number
  /** The longest wait before a retransmission, when the client set one. */
  timeoutMs: number | undefined
  /** What the OACK says; without any the transfer starts with DATA (RFC 2347). */
  accepted: readonly Option[]
}

export interface Limits {
  /** Bytes; larger wishes are answered with this, as RFC 2348 lets a server do. */
  maxBlockSize: number
}

/** RFC 1350: what holds without a word. */
const BLOCK_SIZE = 512
/** RFC 2348: 8 to 65464. Below 8 an option is ignored, since the answer may not be above the wish. */
const MIN_BLOCK_SIZE = 8
/** RFC 7440 goes to 65535; on a cable nothing is gained after 64, and a socket's buffer may not hold more. */
const MAX_WINDOW_SIZE = 64

/**
 * Takes what makes sense and ignores the rest: unknown options, and values that are no number or out of their range.
 * `size` is the file's length in bytes as it will be sent.
 */
export function negotiate(asked: readonly Option[], size: number, { maxBlockSize }: Limits): Terms {
  const accepted: Option[] = []
  const accept = (name: string, value: number) => {
    accepted.push([name, String(value)])
    return value
  }
  let blockSize = BLOCK_SIZE
  let windowSize = 1
  let timeoutMs: number | undefined
  for (const [name, value] of asked) {
    if (name === 'tsize' && /^\d{1,10}$/.test(value)) accept(name, size)
    if (!/^\d{1,5}$/.test(value)) continue
    const wish = Number(value)
    if (name === 'blksize' && wish >= MIN_BLOCK_SIZE) blockSize = accept(name, Math.min(wish, maxBlockSize))
    if (name === 'windowsize' && wish >= 1) windowSize = accept(name, Math.min(wish, MAX_WINDOW_SIZE))
    // RFC 2349: the server repeats the value or leaves the option out; it may not change it.
    if (name === 'timeout' && wish >= 1 && wish <= 255) timeoutMs = accept(name, wish) * 1000
  }
  return { blockSize, windowSize, timeoutMs, accepted }
}
