// How many columns a text takes at a terminal, which is not how many characters it has; and texts of so many columns.

/** Nothing of its own: it stands on the character before it. */
const ON_IT = /^[\p{Mn}\p{Me}]$/u
/** Two columns (Unicode's East Asian Width), and pictures. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u
/** Makes a picture of the sign before it, which some terminals draw wider. */
const PICTURE = '\ufe0f'

const columnsOf = (character: string): number =>
  character === PICTURE ? 1 : ON_IT.test(character) ? 0 : WIDE.test(character) ? 2 : 1

/** Where terminals differ it is the larger number: a line that is too short breaks nothing. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += columnsOf(character)
  return width
}

/** At most so many columns; what is cut off is shown by three dots. */
export function cut(text: string, max: number): string {
  if (widthOf(text) <= max) return text
  let kept = ''
  let width = 1
  for (const character of text) {
    width += columnsOf(character)
    if (width > max) break
    kept += character
  }
  return max < 1 ? '' : `${kept}…`
}

/** So many columns. */
export const padded = (text: string, columns: number): string => {
  const short = cut(text, columns)
  return short + ' '.repeat(columns - widthOf(short))
}
