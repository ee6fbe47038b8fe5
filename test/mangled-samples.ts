// A small valid file of every kind that the agent opens, made by others' writers where there are any; and where the inside of
// one is packed or has a sum, that inside with the way to wrap it, so that what is broken there gets past the sum.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { packTar, type TarHeader } from 'modern-tar'
import { writeCnu } from '../agent/rehearsal/cnu.ts'
import { wrapSigned } from '../agent/rehearsal/signed.ts'

export interface Sample {
  kind: string
  /** As the file is called on the shelf. */
  name: string
  bytes: Uint8Array
  wrap(bytes: Uint8Array): Uint8Array
}

/** The same bytes every time, so that a seed makes the same damage. */
const EPOCH = new Date('1980-01-01T12:00:00')
const bytes = (text: string) => new TextEncoder().encode(text)
const asItIs = (whole: Uint8Array) => whole
const gzip = (whole: Uint8Array) => gzipSync(whole, { level: 1 })

export const tarOf = (files: Record<string, Uint8Array>, type: TarHeader['type'] = 'file'): Promise<Uint8Array> =>
  packTar(
    Object.entries(files).map(([name, body]) => ({ header: { name, size: body.length, type, mtime: EPOCH }, body })),
  )

/** One archive behind another, without the blocks that end the first. */
const joined = (first: Uint8Array, second: Uint8Array) => Buffer.concat([first.subarray(0, -1024), second])

/** Field guide, phones 4.1: digest 3 is SHA-512, which is all that tells a `.cop.sha512` from a `.cop.sgn`. */
export function withSha512(signed: Uint8Array): Uint8Array {
  const digest = Buffer.from(signed).indexOf(Uint8Array.of(8, 0, 1, 1))
  return signed.map((byte, at) => (at === digest + 3 ? 3 : byte))
}

/** Field guide, phones 4.2, by hand; the signature is zeros. */
function newContainer(name: string, payload: Uint8Array): Uint8Array {
  const header = Buffer.alloc(0x38 + Math.ceil(name.length / 4) * 4 + 256)
  header.writeUInt32LE(0xab1234cd, 0)
  header.writeUInt32LE(header.length, 4)
  header.writeUInt32LE(payload.length, 0x0c)
  createHash('sha256').update(payload).digest().copy(header, 0x14)
  header.writeUInt32LE(name.length, 0x34)
  header.write(name, 0x38, 'latin1')
  return Buffer.concat([header, payload])
}

const [LOAD, IMAGE, OLD, NEW] = [
  'SIP75.9-4-2SR3-1S.loads',
  'jar75sip.9-4-2ES26.sbn',
  'P0S3-8-12-00.loads',
  'sip88xx.14-4-1-0301-6.loads',
]
const list = bytes(`# RELEASE load version 9-4-2ES26\r\n#HARDWARE_COMP_1 5\r\n${IMAGE}\r\ncnu75.9-4-2ES26.sbn\r\n`)
const oldList = bytes('P003-8-12-00.sbn\r\nP0S3-8-12-00.sb2\r\nLA_VERSION=PAS30831\r\n')
const newList = bytes('[CISCO-ID]\nversion=14-4-1\n[PLATFORM_2]\nrootfs=rootfs288xx.14-4-1.sbn size=38000000\n')
const cnu = writeCnu([
  { name: 'a.jar', bytes: bytes('java '.repeat(9)) },
  { name: 'b', bytes: bytes('b') },
])

export async function samples(): Promise<Sample[]> {
  const set = { [LOAD]: wrapSigned(LOAD, list), [IMAGE]: wrapSigned(IMAGE, cnu), 'load75.txt': bytes('307') }
  const zip = zipSync(set, { mtime: EPOCH, comment: 'as it was downloaded' })
  const stored = zipSync(set, { mtime: EPOCH, level: 0 })
  // A name of a GNU and of a pax header, and what is no file.
  const long = `usr/local/cm/tftp/${'long'.repeat(30)}/`
  const paths = joined(
    await tarOf({ '././@LongLink': bytes(`${long}td-sip.loads\0`) }, 'gnu-long-name'),
    joined(
      await tarOf({ 'td-sip': bytes('gnu'), [`${long}${'deep/'.repeat(30)}mk-sip.sbn`]: bytes('pax') }),
      await tarOf({ 'usr/local/': bytes('') }, 'directory'),
    ),
  )
  const locale = await tarOf({ 'copstart.sh': bytes('exit 0'), 'po-locale-de_DE.tar': paths })
  const cop = (name: string) => (tar: Uint8Array) => wrapSigned(name, gzip(tar))
  const plain = await tarOf({ [LOAD]: list, [IMAGE]: bytes('jar') })
  const sample = (kind: string, name: string, whole: Uint8Array, wrap = asItIs) => ({ kind, name, bytes: whole, wrap })
  const signedAs = (name: string) => (payload: Uint8Array) => wrapSigned(name, payload)
  return [
    sample('zip', 'cmterm.zip', zip),
    sample('zip, nothing packed', 'cmterm.zip', stored),
    sample('zip in zip', 'all.zip', zipSync({ 'cmterm.zip': zip }, { mtime: EPOCH })),
    sample('zip in zip, inside', 'all.zip', zip, inner => zipSync({ 'cmterm.zip': inner }, { mtime: EPOCH, level: 0 })),
    sample('tar', 'cmterm.tar', plain),
    sample('tar.gz', 'cmterm.tar.gz', gzip(plain)),
    sample('tar.gz, inside', 'cmterm.tar.gz', plain, gzip),
    sample('cop.sgn', 'po-locale-de_DE.cop.sgn', cop('po-locale-de_DE.cop')(locale)),
    sample('cop.sgn, inside', 'po-locale-de_DE.cop.sgn', locale, cop('po-locale-de_DE.cop')),
    sample('cop.sha512', 'cmterm.cop.sha512', withSha512(cop('cmterm.cop')(plain))),
    sample('list', LOAD, set[LOAD] ?? list),
    sample('list, inside', LOAD, list, signedAs(LOAD)),
    sample('image', IMAGE, set[IMAGE] ?? cnu),
    sample('image, inside', IMAGE, cnu, signedAs(IMAGE)),
    sample('list of a 7940', OLD, wrapSigned(OLD, oldList)),
    sample('list of an 88xx', NEW, newContainer(NEW, newList)),
    sample('list of an 88xx, inside', NEW, newList, payload => newContainer(NEW, payload)),
  ]
}
