// What edits is run a few times, for nothing, so that the first letter somebody types need not wait until the browser has compiled it.
import { addAt, readDescription, setAt } from '../model/description.ts'

const PAUSE_MS = 50

/** @param fresh the description that a visitor finds. */
export function warmUp(fresh: string, times: number): void {
  const more = addAt(fresh, ['phones', 0, 'lines'], { username: `x${times}` })
  readDescription(setAt(more, ['phones', 0, 'label'], `x ${times}`))
  if (times > 1) setTimeout(() => warmUp(fresh, times - 1), PAUSE_MS)
}
