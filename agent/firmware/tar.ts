// Reads a tar as it comes: POSIX ustar, with the long names of pax and GNU. Of a file only its name and its size count.
import { drain, type Source } from './source.ts'

export interface TarFile {
  path: string
  size: number
  /** To be read, if at all, before the next file is asked for. */
  body: AsyncGenerator<Uint8Array>
}

const BLOCK = 512
const AT = {
  name: 0,
  nameEnd: 100,
  size: 124,
  checksum: 148,
  checksumEnd: 156,
  type: 156,
  posix: 262,
  prefix: 345,
} as const
/** Attributes and a long name; real ones have a few hundred bytes. */
const META_MAX = 65_536

/** What stands before a file and says more of it than the fields of its own header can. */
interface Meta {
  path?: string
  size?: number
}

/**
 * @param onHeader called for all that the archive holds, also for what is no file.
 * @throws Error when it is damaged or cut off
 */
export async function* readTar(source: Source, onHeader: () => void): AsyncGenerator<TarFile> {
  let meta: Meta = {}
  for (;;) {
    const head = Buffer.from(await source.peek(BLOCK))
    if (head.every(byte => byte === 0)) return // the end, which is a block of zeros, or nothing
    if (head.length < BLOCK || number(head, AT.checksum, AT.checksumEnd) !== checksum(head))
      throw new Error('no header')
    onHeader()
    await source.skip(BLOCK)
    const type = String.fromCharCode(head[AT.type] ?? 0)
    // Links, devices and folders have no contents, whatever they say.
    const size = /[1-6]/.test(type) ? 0 : (meta.size ?? number(head, AT.size, AT.size + 12))
    if (!Number.isSafeInteger(size)) throw new Error('no size')
    const padding = -size & (BLOCK - 1)

    if (/[Lx]/.test(type)) {
      if (size > META_MAX) throw new Error('a name too long')
      const bytes = Buffer.from(await source.peek(size))
      meta = { ...meta, ...(type === 'L' ? { path: text(bytes) } : readPax(bytes)) }
    } else if (/[07\x00]/.test(type)) {
      // GNU, whose magic ends in a blank, has times in the place of the prefix.
      const prefix = head[AT.posix] === 0 ? text(head.subarray(AT.prefix, AT.prefix + 155)) : ''
      const path = meta.path ?? (prefix && `${prefix}/`) + text(head.subarray(AT.name, AT.nameEnd))
      meta = {}
      const body = source.take(size)
      yield { path, size, body }
      await drain(body)
      await source.skip(padding)
      continue
    } else if (!/[Kg]/.test(type)) meta = {}
    await source.skip(size + padding)
  }
}

const text = (bytes: Buffer): string => bytes.toString().replace(/\0.*/s, '')

/** Octal digits, or for what they cannot say a first bit and the number itself (GNU). */
function number(head: Buffer, from: number, to: number): number {
  const bytes = head.subarray(from, to)
  const first = bytes[0] ?? 0
  if (first & 0x80) return bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f)
  const [, digits] = /^ *([0-7]*)[ \0]*$/.exec(bytes.toString('latin1')) ?? []
  return digits === undefined ? Number.NaN : Number.parseInt(`0${digits}`, 8)
}

/** As if its own field were blanks. */
const checksum = (head: Buffer): number =>
  head.reduce((sum, byte, at) => sum + (at >= AT.checksum && at < AT.checksumEnd ? 0x20 : byte), 0)

/** Records such as `27 path=usr/local/cm/x.jar\n`, which begin with their own length in bytes (POSIX, pax). */
function readPax(bytes: Buffer): Meta {
  const meta: Meta = {}
  for (let at = 0; at < bytes.length; ) {
    const length = Number(/^\d{1,5}(?= )/.exec(bytes.toString('latin1', at, at + 6)))
    const [, key, value] = /^\d+ ([^=]+)=(.*)\n$/s.exec(bytes.toString('utf8', at, at + length)) ?? []
    if (value === undefined) throw new Error('no attributes')
    if (key === 'path') meta.path = value
    if (key === 'size') meta.size = Number(value)
    at += length
  }
  return meta
}
