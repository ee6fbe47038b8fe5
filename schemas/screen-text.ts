// A text for a phone's screen.
import * as z from 'zod'

/**
 * One line with something to see, no blanks at its ends, nothing that is invisible, turns the writing direction or is not allowed in XML 1.0; the
 * basic plane only, since the phones of this age draw no other.
 */
export function screenText(max: number): z.ZodString {
  const character =
    '[^\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufff0-\\uffff]'
  return z.string().regex(new RegExp(`^(?! )(?=.*\\S)${character}{1,${max}}(?<! )$`), `site.text:${max}`)
}
