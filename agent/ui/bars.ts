// How far each phone is, a line for each: `Buero  ######......  45 %  2/5  310 kB/s  3 min left`, or its state in words.
import type { AgentEvent } from '../events.ts'
import { fill, type Lang, TEXT } from './text.ts'
import { cut, padded, widthOf } from './width.ts'

export type Progress = AgentEvent & { event: 'phone.progress' }

/** What is known of a phone: its state in words, and while images go over how far they are. */
export interface PhoneRow {
  name: string
  words: string
  done: boolean
  progress?: Progress | undefined
}

/** A room full of phones must not fill the screen. */
const LINES_MAX = 8
/** A MAC, and a bar, at 80 columns. */
const NAME = 17
const BAR = 20

export function phoneLine({ name, words, progress }: PhoneRow, width: number, lang: Lang): string {
  const columns = Math.min(NAME, Math.max(6, Math.floor(width / 4)))
  // Of a MAC that is too long its end says which phone it is.
  const shown = /^([0-9a-f]{2}:){5}/.test(name) ? name.slice(-columns) : name
  const head = `${padded(shown, columns)} `
  if (!progress) return cut(head + words, width)
  const { percent, image, images, ...pace } = progress
  const length = Math.min(BAR, Math.max(4, Math.floor((width + 1) / 4)))
  const bar = '#'.repeat(Math.round((percent / 100) * length)).padEnd(length, '.')
  const [rate = '', left = ''] = paceWords(pace, lang)
  const parts = [`${head}${bar} ${String(percent).padStart(3)} %`, `${image}/${images}`.padEnd(4), rate, left]
  // What is longed for most is kept longest.
  const lines = [parts, parts.toSpliced(2, 1), parts.toSpliced(1, 2)].map(some =>
    some.filter(Boolean).join('  ').trimEnd(),
  )
  return lines.find(line => widthOf(line) <= width) ?? cut(parts[0] ?? '', width)
}

/** `25 % of SIP75.9-4-2SR3-1S, image 2 of 5, 310 kB/s, 3 min left`: where nothing can be drawn over. */
export function progressWords({ percent, load, image, images, ...pace }: Progress, lang: Lang): string {
  const { progress } = TEXT[lang].say
  return [fill(progress, { percent, load, image, images }), ...paceWords(pace, lang).filter(Boolean)].join(', ')
}

/** How fast, and how long still; empty where that is not known. */
function paceWords(
  { bytesPerSecond, secondsLeft }: Pick<Progress, 'bytesPerSecond' | 'secondsLeft'>,
  lang: Lang,
): [string, string] {
  const { secondsLeft: seconds, minutesLeft: minutes } = TEXT[lang].say
  const left = secondsLeft ?? 0
  return [
    bytesPerSecond === undefined ? '' : `${Math.round(bytesPerSecond / 1000)} kB/s`,
    secondsLeft === undefined
      ? ''
      : fill(left < 90 ? seconds : minutes, { '': Math.ceil(left / (left < 90 ? 1 : 60)) }),
  ]
}

/** Those that take images first, those that are done last, the rest of a room in numbers; and a word of warning below a bar. */
export function phoneLines(rows: readonly PhoneRow[], width: number, lang: Lang): string[] {
  const { morePhones, unplug } = TEXT[lang].say
  const rank = ({ progress, done }: PhoneRow) => (progress ? 0 : done ? 2 : 1)
  const ranked = rows.length > LINES_MAX ? [...rows].sort((a, b) => rank(a) - rank(b)) : rows
  const rest = ranked.slice(LINES_MAX)
  const done = rest.filter(row => row.done).length
  return [
    ...ranked.slice(0, LINES_MAX).map(row => phoneLine(row, width, lang)),
    ...(rest.length > 0 ? [cut(fill(morePhones, { '': rest.length, done }), width)] : []),
    ...(rows.some(({ progress }) => progress) ? [cut(`!!! ${unplug}`, width)] : []),
  ]
}
