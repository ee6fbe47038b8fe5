// Makes pictures and ring tones in the tab, shows and plays them, and hands them over as one zip. Built into media.js,
// apart from page.js, because it holds the code that reads PNG and is fetched only when somebody opens this part.
import { writeZip } from '../../../schemas/bundle/zip.ts'
import { type Converted, convert, MEDIA_MAX_BYTES, type Target, targetOf } from '../../media/convert.ts'
import { MediaError } from '../../media/error.ts'
import { mediaNames } from '../../media/name.ts'
import { element } from '../island/element.ts'
import { part } from '../island/part.ts'
import { playButton, showPicture } from './show.ts'
import { MEDIA_TEXT, type MediaText } from './text.ts'

type Lang = 'de' | 'en'

/** Brings the part to life; what was chosen before is made at once. */
export function start(lang: Lang): void {
  const say = MEDIA_TEXT[lang]
  const status = part('media-status', HTMLElement)
  const result = part('media-result', HTMLElement)
  const files = part('media-files', HTMLInputElement)
  const model = part('media-model', HTMLSelectElement)
  /** Counts the runs: what an older one still finds out is not shown. */
  let latest = 0
  let download = ''

  async function run(): Promise<void> {
    const own = ++latest
    const chosen = [...(files.files ?? [])]
    const target = targetOfOption(model.selectedOptions[0])
    result.replaceChildren()
    status.textContent = chosen.length > 0 ? say.working : say.none
    const made = new Map<string, Converted>()
    const shown: Node[] = []
    for (const file of chosen) {
      try {
        const converted = await take(file, target)
        const key = `${converted.kind} ${converted.name.toLowerCase()}`
        if (made.has(key)) throw new Error(say.twice)
        shown.push(await show(converted, say))
        made.set(key, converted)
      } catch (error) {
        shown.push(element('li', 'bad', element('strong', '', file.name), ` ${reason(error, lang)}`))
      }
      if (own !== latest) return
    }
    if (chosen.length === 0) return
    const left = chosen.length - made.size
    const counts = [...(made.size > 0 ? [say.made(made.size)] : []), ...(left > 0 ? [say.left(left)] : [])]
    status.textContent = counts.join(' ')
    URL.revokeObjectURL(download)
    const zip = toZip([...made.values()])
    download = URL.createObjectURL(zip)
    result.replaceChildren(
      element('ul', 'gallery', ...shown),
      ...(made.size > 0 ? handOver(download, [...made.values()], say) : []),
    )
  }

  part('media-form', HTMLFormElement).hidden = false
  files.addEventListener('change', () => void run())
  model.addEventListener('change', () => void run())
  void run()
}

function targetOfOption(option: HTMLOptionElement | undefined): Target {
  if (!option) return targetOf([])
  const { tones, folder } = option.dataset
  const kind = tones === 'wideband' ? 'wideband' : 'ulaw'
  return targetOf([{ name: option.value, tones: kind, ...(folder && { folder }) }])
}

async function take(file: File, target: Target): Promise<Converted> {
  if (file.size > MEDIA_MAX_BYTES) throw new MediaError('media.too-large', `${Math.ceil(file.size / 1e6)} MB`)
  return convert(file.name, new Uint8Array(await file.arrayBuffer()), target)
}

function reason(error: unknown, lang: Lang): string {
  if (!(error instanceof MediaError)) return error instanceof Error ? error.message : ''
  const { message, cure } = error.explain(lang)
  return `${message} ${cure}`
}

async function show({ kind, name, files, cut }: Converted, say: MediaText): Promise<Node> {
  const [first] = files
  if (!first) return element('li')
  if (kind === 'wallpaper') return element('li', '', ...(await showPicture(name, first.bytes, say)))
  return element('li', '', ...playButton(name, first, say), cut ? ` (${say.cut})` : '')
}

function toZip(made: readonly Converted[]): Blob {
  const entries = made.flatMap(({ files }) => files.map(({ path, bytes }) => ({ name: path, bytes })))
  return new Blob([writeZip(entries).slice()], { type: 'application/zip' })
}

/** The link to the zip, and what to do with it. */
function handOver(url: string, made: readonly Converted[], say: MediaText): Node[] {
  const link = element('a', 'button', say.download)
  link.href = url
  link.download = 'media.zip'
  const names = element('pre', '', mediaNames(made))
  names.tabIndex = 0
  const option = element('code', 'whole', say.option)
  return [element('p', '', link), element('p', '', say.site), names, element('p', 'hint', say.agent, ' ', option)]
}
