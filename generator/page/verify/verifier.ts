// The worker behind /verify: opens bundles with the agent's own reader, so that a large one does not hold up the page.
// Nothing goes out of it but answers to the page.
import { BundleError } from '../../../schemas/bundle/errors.ts'
import { hostsOf } from '../../../schemas/bundle/hosts.ts'
import { BUNDLE_MAX_BYTES, type Bundle, openBundle } from '../../../schemas/bundle/open.ts'
import { changedLines, compareBundles } from './compare.ts'
import { piecesOf } from './marked.ts'
import type { AnswerOf, Ask, OpenAnswer, Report, Slot, Stage, Told, What } from './message.ts'

const open = new Map<Slot, Bundle>()

addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
  const tell = (told: Told) => postMessage(told)
  const { id } = data
  try {
    tell({ id, answer: await answerTo(data, stage => tell({ id, stage })) })
  } catch {
    tell({ id, failed: true })
  }
})

async function answerTo(ask: Ask, onStage: (stage: Stage) => void): Promise<AnswerOf<What>> {
  switch (ask.what) {
    case 'open':
      return openFile(ask.slot, ask.file, onStage)
    case 'pieces': {
      const { manifest, files } = held(ask.slot)
      const holes = manifest.files.find(({ path }) => path === ask.path)?.holes ?? []
      return piecesOf(files.get(ask.path) ?? new Uint8Array(), holes)
    }
    case 'compare':
      return compareBundles(held('first'), held('second'))
    case 'lines':
      return changedLines(ask.path, held('first'), held('second'))
  }
}

function held(slot: Slot): Bundle {
  const bundle = open.get(slot)
  if (!bundle) throw new Error(`no ${slot} bundle`)
  return bundle
}

async function openFile(slot: Slot, file: File, onStage: (stage: Stage) => void): Promise<OpenAnswer> {
  open.delete(slot)
  const refused = (code: Extract<OpenAnswer, { ok: false }>['code'], detail = ''): OpenAnswer => ({
    ok: false,
    file: file.name,
    code,
    detail,
  })
  if (file.size > BUNDLE_MAX_BYTES) return refused('bundle.too-large')
  onStage('reading')
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) return refused('unreadable')
  onStage('checking')
  try {
    const bundle = await openBundle(new Uint8Array(bytes), () => {})
    onStage('looking')
    open.set(slot, bundle)
    return { ok: true, report: reportOf(file.name, bytes.byteLength, bundle) }
  } catch (error) {
    if (error instanceof BundleError) return refused(error.code, error.detail)
    return refused('unsupported') // no Ed25519, or a page without TLS
  }
}

function reportOf(file: string, size: number, bundle: Bundle): Report {
  const { manifest, signedBy, root, keys, signs } = bundle
  return { file, size, manifest, signedBy, root, version: keys.version, ...signs, hosts: hostsOf(bundle) }
}
