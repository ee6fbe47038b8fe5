// Why a bundle is refused: every code with what it means and what to do, in German and English; the sentences stand in errors.json.
import table from './errors.json' with { type: 'json' }

type Text = { message: string; cure: string }
export type Lang = 'de' | 'en'

/** The table from which `docs/errors.md` is made; the code is the contract, the words may change. */
export const BUNDLE_ERRORS: Record<BundleErrorCode, Record<Lang, Text>> = table

export type BundleErrorCode = keyof typeof table

/** A bundle that is refused as a whole. `detail` names the file, entry or key; it never holds content. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
  readonly code: BundleErrorCode
  readonly detail: string

  constructor(code: BundleErrorCode, detail = '') {
    super(`${code}: ${BUNDLE_ERRORS[code].en.message}${detail && ` (${detail})`}`)
    this.code = code
    this.detail = detail
  }

  /** What happened and what to do, for a person. */
  explain(lang: Lang): Text {
    const { message, cure } = BUNDLE_ERRORS[this.code][lang]
    return { message: this.detail ? `${message} (${this.detail})` : message, cure }
  }
}
