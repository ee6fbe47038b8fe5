// Where a model's line keys are, as somebody sees who stands before it: for the drawing on the page, never for a file.
import { COMMON_KNOWLEDGE, type Fact, likely } from '../phone-model.ts'

export interface Face {
  /** Side of the screen on which the line keys are; `none` for a phone whose one line has no key. */
  side: 'left' | 'right' | 'none'
  /** How they stand: beside the screen, or in two columns of their own. */
  columns: 1 | 2
  screen: 'large' | 'small'
}

const SOURCE = `pictures of the phones; ${COMMON_KNOWLEDGE}`
const face = (side: Face['side'], screen: Face['screen'], columns: Face['columns'] = 1): Fact<Face> =>
  likely({ side, screen, columns }, SOURCE)

const SMALL = face('none', 'small')
const RIGHT = face('right', 'large')
const LEFT = face('left', 'large')
const FACES: Readonly<Record<string, Fact<Face>>> = {
  'CP-7906G': SMALL,
  'CP-7911G': SMALL,
  'CP-7811': SMALL,
  'CP-7931G': face('right', 'small', 2),
  'CP-6921': face('right', 'small'),
  'CP-6941': face('right', 'small'),
  'CP-6945': face('right', 'small'),
  'CP-6961': face('right', 'small', 2),
  'CP-7821': face('left', 'small'),
  'CP-7841': face('left', 'small'),
  'CP-7861': face('right', 'small', 2),
}

/** @param model as on the sticker. */
export const faceOf = (model: string): Fact<Face> => FACES[model] ?? (/^CP-(?:88|89|99)/.test(model) ? LEFT : RIGHT)
