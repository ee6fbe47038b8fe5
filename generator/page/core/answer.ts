// What the page asks its worker, and what it is answered: types only, so that the page loads nothing for them.
import type { Preset } from '../../../schemas/preset.ts'
import type { RegistrarSnippet } from '../../files/registrar-snippet.ts'
import type { Summary } from '../../plan/summary.ts'
import type { Difference } from '../../presets/differences.ts'
import type { Lang, Problem } from '../../problem.ts'

export type { Difference, RegistrarSnippet, Summary }

export interface CoreRequest {
  /** The site file. */
  text: string
  lang: Lang
  /** By id: presets that the page looked up, because nothing here asks a network. */
  presets?: Readonly<Record<string, Preset>>
}

/** What differs with another preset. */
export interface ChangeRequest extends CoreRequest {
  to: Preset
}

/** All but `problems` is missing while the site has errors. */
export interface CoreAnswer {
  ok: boolean
  /** With line and column in the text. */
  problems: Problem[]
  siteId?: string
  name?: string
  summary?: Summary
  /** In the order of the bundle; of phones after the first {@link previewed} there is none. */
  files?: PreviewFile[]
  /** How many phones have their files in `files`; `summary.phones` are all. */
  previewed?: number
  /** What the site says otherwise than its preset. */
  differences?: Difference[]
  /** What to set up at the registrar. */
  snippet?: RegistrarSnippet
  /**
   * The site as JSON to post: read here, so that the Worker need not read YAML; a preset that only the page knows is its
   * link here. Missing when it has become longer than a Worker takes: then the text is what to post.
   */
  json?: string
}

/** A file as text; what the agent puts in is shown by labels. */
export interface PreviewFile {
  path: string
  /** Place in `summary.phones` of the only phone that it is for. */
  phone?: number
  text: string
  holes: PreviewHole[]
}

export interface PreviewHole {
  /** In `text`, in UTF-16 units: nothing stands there. */
  offset: number
  /** What comes there: `password line1`. */
  label: string
}

/** As messages go to the worker and come back. */
export type CoreMessage = { turn: number } & ({ check: CoreRequest } | { change: ChangeRequest })
export type CoreReply = { turn: number } & ({ checked: CoreAnswer } | { changed: Difference[] } | { failed: true })
