// Pictures and ring tones as a site or a preset names them. The files themselves stay with the person.
import * as z from 'zod'
import { screenText } from './screen-text.ts'

/** With `-small.png` or `.raw` behind it, a name of a file that every phone takes. */
const MediaName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/, 'site.media-name:20')

/** 50 is the phone's limit for a list (usecallmanager, background-images). */
export const Wallpapers = z
  .array(MediaName)
  .max(50)
  .describe('Background pictures to choose from, by name: berge is berge.png, which `cp-generator media` makes')

/** Limits: usecallmanager, ring-tones. */
export const RingTones = z
  .array(
    z.strictObject({
      name: screenText(25).describe('Text in the list of ring tones'),
      file: MediaName.describe('Its file without the ending: glocke is glocke.raw, which `cp-generator media` makes'),
    }),
  )
  .max(50)
  .describe('Ring tones to choose from, besides those of the phone itself')
