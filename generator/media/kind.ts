// What a file is, told by its first bytes: the ending of its name may say anything.
import { MediaError } from './error.ts'

/** First bytes as text, one character a byte. Each format's own specification names them. */
const OTHERS: readonly [RegExp, string][] = [
  [/^\xff\xd8\xff/, 'JPEG'],
  [/^GIF8/, 'GIF'],
  [/^RIFF.{4}WEBP/s, 'WebP'],
  [/^BM/, 'BMP'],
  [/^(II\*\0|MM\0\*)/, 'TIFF'],
  [/^.{4}ftyp(heic|heix|mif1)/s, 'HEIC'],
  [/^.{4}ftypavif/s, 'AVIF'],
  [/^.{4}ftyp/s, 'MP4/M4A'],
  [/^(ID3|\xff[\xe2-\xfb])/, 'MP3'],
  [/^OggS/, 'Ogg'],
  [/^fLaC/, 'FLAC'],
  [/^FORM.{4}AIF/s, 'AIFF'],
  [/^(RF64|riff|RIFX)/, 'RF64/RIFX'],
  [/^\s*(<\?xml.*)?<svg/s, 'SVG'],
]

/** @throws MediaError `media.kind`, naming what it is when that is known. */
export function kindOf(bytes: Uint8Array): 'png' | 'wav' {
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^RIFF.{4}WAVE/s.test(start)) return 'wav'
  if (bytes.length === 0) throw new MediaError('media.kind', '0 bytes')
  throw new MediaError('media.kind', OTHERS.find(([pattern]) => pattern.test(start))?.[1] ?? '')
}
