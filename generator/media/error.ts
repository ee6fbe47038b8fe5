// Why a picture or a tone cannot be made into one for a phone: every code with its sentences, which stand in errors.json.
import table from './errors.json' with { type: 'json' }

type Text = { message: string; cure: string }

export type MediaErrorCode = keyof typeof table
/** The table from which `docs/errors.md` is made; the code is the contract, the words may change. */
export const MEDIA_ERRORS: Record<MediaErrorCode, Record<'de' | 'en', Text>> = table

/** One file that is left out. `detail` says more of it: what it really is, its size, what is wrong in it. */
export class MediaError extends Error {
  override readonly name = 'MediaError'
  readonly code: MediaErrorCode
  readonly detail: string

  constructor(code: MediaErrorCode, detail = '') {
    super(`${code}: ${MEDIA_ERRORS[code].en.message}${detail && ` (${detail})`}`)
    this.code = code
    this.detail = detail
  }

  /** What is wrong and what to do, for a person. */
  explain(lang: 'de' | 'en'): Text {
    const { message, cure } = MEDIA_ERRORS[this.code][lang]
    return { message: `${message}${this.detail && ` (${this.detail})`}.`, cure }
  }
}
