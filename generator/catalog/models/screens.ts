// Background pictures: which size a screen shows, and which its preview has, by the folder that the phone looks in.
import { certain, type Fact, USECALLMANAGER } from '../phone-model.ts'

export interface Screen {
  /** Below `Desktops`: width, height and depth as the phone names them. */
  folder: string
  width: number
  height: number
  /** Bits a pixel. 1 and 4 are shades of grey. */
  depth: number
  thumbnail: { width: number; height: number }
}

const SOURCE = `${USECALLMANAGER} background-images.html`

function screen(width: number, height: number, depth: number, preview: readonly [number, number]): Screen {
  const [thumbWidth, thumbHeight] = preview
  const folder = `${width}x${height}x${depth}`
  return { folder, width, height, depth, thumbnail: { width: thumbWidth, height: thumbHeight } }
}

const SCREENS: readonly Fact<Screen>[] = [
  // Not at usecallmanager; these guides agree.
  certain(screen(95, 34, 1, [23, 8]), 'guides for 7906 and 7911: ktt-ol, PintoBernardo and buba0'),
  // The preview is 80x49 in other guides; both are shown (field guide, phones 1.1).
  certain(screen(320, 196, 4, [80, 53]), SOURCE),
  certain(screen(320, 212, 12, [80, 53]), SOURCE),
  certain(screen(320, 212, 16, [80, 53]), SOURCE),
  certain(screen(320, 216, 16, [80, 53]), SOURCE),
  certain(screen(240, 320, 24, [117, 117]), SOURCE),
  certain(screen(640, 480, 24, [123, 111]), SOURCE),
  certain(screen(800, 480, 24, [139, 109]), SOURCE),
]

/** These look in the folder of a larger screen than their own. */
const SMALLER: Fact<Screen> = certain({ ...screen(640, 480, 24, [123, 111]), folder: '800x480x24' }, SOURCE)
const SMALLER_MODELS = /^CP-894[15]\b/

/**
 * The screen of a model.
 * @param folder as the catalogue has it for the model: `320x216x16`.
 * @param model as on the sticker.
 */
export function screenFor(folder: string, model: string): Screen | undefined {
  if (folder === SMALLER.value.folder && SMALLER_MODELS.test(model)) return SMALLER.value
  return SCREENS.find(({ value }) => value.folder === folder)?.value
}
