// How a picture looks on the phone and how a tone sounds on it: from the very bytes that the phone will get.
import { RING_TONES } from '../../catalog/models/ring-tones.ts'
import { fromULaw } from '../../media/g711.ts'
import { element } from '../island/element.ts'
import type { MediaText } from './text.ts'

/** Drawn on a canvas, because the page's policy lets no picture in that the server did not send. */
export async function showPicture(name: string, png: Uint8Array, say: MediaText): Promise<Node[]> {
  const bitmap = await createImageBitmap(new Blob([png.slice()], { type: 'image/png' }))
  const canvas = element('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  const caption = say.picture(name, bitmap.width, bitmap.height)
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', caption)
  const shown = element('p', '', caption)
  shown.setAttribute('aria-hidden', 'true') // the picture says the same
  return [canvas, shown]
}

export function playButton(
  name: string,
  { path, bytes }: { path: string; bytes: Uint8Array },
  say: MediaText,
): (Node | string)[] {
  const kind = path.endsWith('.raw') ? 'ulaw' : 'wideband'
  const { rate } = RING_TONES[kind]
  const samples = kind === 'ulaw' ? Float32Array.from(bytes, fromULaw) : wide(bytes)
  const seconds = (samples.length / rate).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })
  const button = element('button', '', say.play)
  button.type = 'button'
  button.setAttribute('aria-label', `${say.play}: ${name}`)
  button.addEventListener('click', () => {
    const context = new AudioContext()
    const buffer = context.createBuffer(1, samples.length, rate)
    buffer.copyToChannel(samples, 0)
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(context.destination)
    source.addEventListener('ended', () => void context.close())
    source.start()
  })
  return [button, ` ${say.tone(name, seconds)}`]
}

function wide(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(i * 2, true) / 32_768)
}
