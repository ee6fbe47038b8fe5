// Archives that cost more than they weigh: small ones that hold or claim more than anybody has memory or time for, and the largest
// that are allowed.
import { crc32 } from 'node:zlib'
import { zipSync } from 'fflate'
import { wrapSigned } from '../agent/rehearsal/signed.ts'
import { tarOf } from './mangled-samples.ts'
import { deflated, gzipped, gzippedWell, tarHeader, zipOf } from './mangled-writers.ts'

const MB = 2 ** 20
const ZEROS = Buffer.alloc(MB)
const NOTHING = new Uint8Array()
/** What the limit for wanted files leaves room for. */
const MOST = 61
/** The most that the octal digits of a tar can say. */
const EIGHT_GB = 8 ** 11 - 1
const crcOfZeros = (times: number) => Array.from({ length: times }).reduce<number>(crc => crc32(ZEROS, crc), 0)

async function nested(name: string, wrap: (files: Record<string, Uint8Array>) => Uint8Array | Promise<Uint8Array>) {
  let whole = await wrap({ 'a.loads': Buffer.from('deep') })
  for (let depth = 1; depth < 100; depth++) whole = await wrap({ [name]: whole })
  return whole
}
/** Records of the attributes of a file that a lazy reader reads again and again: each says that it has one byte. */
const attributes = Buffer.from(`${'1\n'.repeat(32_000)} `)

interface Bomb {
  make(): Uint8Array | Promise<Uint8Array>
  /** What the agent says: of the archive, or of the file in it when somebody asks for that. */
  said: string
}

/** Two files of a hundred are wanted; the others are one here, since nobody looks at them. */
const WANTED = 100 * 1024
const LOCALE = Buffer.concat([
  tarHeader('po-locale-de_DE.tar', 2 * (512 + WANTED) + 512 + 96 * MB),
  ...['td-sip.loads', 'g3-tones.sbn'].flatMap(name => [tarHeader(`german/${name}`, WANTED), ZEROS.subarray(0, WANTED)]),
  tarHeader('german/all-the-others', 96 * MB),
])

export const BOMBS: Record<string, Bomb> = {
  'a locale of 100 MB': {
    make: async () => wrapSigned('po-locale-de_DE.cop', await gzippedWell(LOCALE, ZEROS, 96)),
    said: ['td-sip.loads', 'g3-tones.sbn'].map(name => `po-locale-de_DE.tar/german/${name} ${WANTED}`).join(),
  },
  'a gzip of 8 GB': { make: () => gzipped(NOTHING, ZEROS, 8000), said: 'firmware.archive (too large)' },
  'a signed gzip of 8 GB': {
    make: () => wrapSigned('a.cop', gzipped(NOTHING, ZEROS, 8000)),
    said: 'firmware.archive (too large)',
  },
  'a gzip of a gzip of 8 GB': {
    make: () => gzipped(gzipped(NOTHING, ZEROS, 8000), NOTHING, 0),
    said: 'firmware.archive (too large)',
  },
  'a tar with 8 GB that are wanted': {
    make: () => gzipped(tarHeader('a.loads', EIGHT_GB), ZEROS, 8000),
    said: 'firmware.archive (too large)',
  },
  'a tar with 8 GB that are not wanted': {
    make: () => gzipped(tarHeader('a.txt', EIGHT_GB), ZEROS, 8000),
    said: 'firmware.archive (too large)',
  },
  'a tar that says 8 GB of what is wanted': {
    make: () => Buffer.concat([tarHeader('a.loads', EIGHT_GB), ZEROS]),
    said: 'firmware.archive (too large)',
  },
  'a tar that says 8 GB of what is not wanted': {
    make: () => Buffer.concat([tarHeader('a.txt', EIGHT_GB), ZEROS]),
    said: 'firmware.archive (damaged or cut off: cut off)',
  },
  'a tar that says 8 GB of a tar in it': {
    make: () => gzipped(Buffer.concat([tarHeader('a.tar', EIGHT_GB), tarHeader('a.tar', EIGHT_GB)]), ZEROS, 8000),
    said: 'firmware.archive (too large)',
  },
  'a tar that says 8 GB of a zip in it': {
    make: () => gzipped(Buffer.concat([tarHeader('a.zip', EIGHT_GB), Buffer.from('PK\x03\x04')]), ZEROS, 8000),
    said: 'firmware.archive (too large)',
  },
  'a gzip of a zip without end': {
    make: () => gzipped(Buffer.from('PK\x03\x04'), ZEROS, 8000),
    said: 'firmware.archive (damaged or cut off: offset is out of bounds)',
  },
  'a tar with a million headers': {
    make: () => gzipped(NOTHING, Buffer.concat(Array<Uint8Array>(1000).fill(tarHeader('a.loads', 0))), 1000),
    said: 'firmware.archive (too large)',
  },
  'a tar with a name of 8 GB': {
    make: () => gzipped(tarHeader('a', EIGHT_GB, 'L'), ZEROS, 8000),
    said: 'firmware.archive (damaged or cut off: a name too long)',
  },
  'a tar with names of 64 kB': {
    make: () =>
      gzipped(
        NOTHING,
        Buffer.concat([tarHeader('a', 65_536, 'L'), Buffer.alloc(65_536, 'a/'), tarHeader('b.loads', 0)]),
        10_000,
      ),
    said: 'firmware.archive (too large)',
  },
  'a tar with attributes that are no end': {
    make: () => Buffer.concat([tarHeader('a', attributes.length, 'x'), attributes, Buffer.alloc(2048)]),
    said: 'firmware.archive (damaged or cut off: no attributes)',
  },
  'a tar in a tar, a hundred deep': { make: () => nested('a.tar', tarOf), said: 'firmware.archive (too deep)' },
  'a zip in a zip, a hundred deep': {
    make: () => nested('a.zip', files => zipSync(files)),
    said: 'firmware.archive (too deep)',
  },
  'a zip with 8 GB in 10 bytes': {
    make: () => zipOf({ name: 'a.loads', packed: deflated(NOTHING, ZEROS, 8000), size: 10 }),
    said: 'firmware.archive (a.loads)',
  },
  'a zip with 10 bytes in 61 MB': {
    make: () => zipOf({ name: 'a.loads', packed: deflated(ZEROS.subarray(0, 10), NOTHING, 0), size: MOST * MB }),
    said: 'firmware.archive (a.loads)',
  },
  'a zip with 61 MB that say they are 4 GB': {
    make: () => zipOf({ name: 'a.loads', packed: deflated(NOTHING, ZEROS, MOST), size: 2 ** 32 - 1 }),
    said: 'firmware.archive (too large)',
  },
  'a zip with 65,000 lines for one file': {
    make: () => zipOf({ name: 'a.loads', packed: deflated(NOTHING, ZEROS, 1), size: 1 }, 65_000),
    said: 'firmware.archive (too large)',
  },
  'a zip with two lines for 100 MB': {
    make: () => zipOf({ name: 'a.loads', packed: deflated(NOTHING, ZEROS, 100), size: 100 * MB }, 2),
    said: 'firmware.archive (too large)',
  },
  'a zip with 8 GB of a tar in it': {
    make: () => zipOf({ name: 'a.tar', packed: deflated(NOTHING, ZEROS, 8000), size: 8 * MB }),
    said: 'firmware.archive (too large)',
  },
  'a zip with many lines for a packed zip in it': {
    make: () =>
      zipOf(
        { name: 'a.zip', packed: deflated(zipSync({ 'a.txt': ZEROS }, { level: 0 }), NOTHING, 0), size: MB + 120 },
        1000,
      ),
    said: 'firmware.archive (too large)',
  },
  'the largest file in a zip': {
    make: () =>
      zipOf({ name: 'a.loads', packed: deflated(NOTHING, ZEROS, MOST), size: MOST * MB, crc: crcOfZeros(MOST) }),
    said: 'a.loads 63963136',
  },
  'the largest file in a tar': {
    make: () => gzippedWell(tarHeader('a.loads', MOST * MB), ZEROS, MOST),
    said: 'a.loads 63963136',
  },
}
