// How far each phone is with its images, a line for each: `Buero  ######......  45 %  2/5  310 kB/s  3 min left`.
import type { AgentEvent } from '../events.ts'
import { fill, type Lang, TEXT } from './text.ts'

export type Progress = AgentEvent & { event: 'phone.progress' }

const BAR = 20
/** A MAC. */
const NAME = 17
/** A room full of phones must not fill the screen. */
const LINES_MAX = 8

export function barLine(name: string, { percent, image, images, ...pace }: Progress, lang: Lang): string {
  const bar = '#'.repeat(Math.round((percent / 100) * BAR)).padEnd(BAR, '.')
  const parts = [`${bar} ${String(percent).padStart(3)} %`, `${image}/${images}`.padEnd(4), ...paceWords(pace, lang)]
  return `${name.slice(0, NAME).padEnd(NAME)} ${parts.join('  ')}`
}

/** `25 % of SIP75.9-4-2SR3-1S, image 2 of 5, 310 kB/s, 3 min left`: where nothing can be drawn over. */
export function progressWords({ percent, load, image, images, ...pace }: Progress, lang: Lang): string {
  const { progress } = TEXT[lang].say
  return [fill(progress, { percent, load, image, images }), ...paceWords(pace, lang)].join(', ')
}

function paceWords(
  { bytesPerSecond, secondsLeft }: Pick<Progress, 'bytesPerSecond' | 'secondsLeft'>,
  lang: Lang,
): string[] {
  const { secondsLeft: seconds, minutesLeft: minutes } = TEXT[lang].say
  return [
    ...(bytesPerSecond === undefined ? [] : [`${Math.round(bytesPerSecond / 1000)} kB/s`]),
    ...(secondsLeft === undefined
      ? []
      : [fill(secondsLeft < 90 ? seconds : minutes, { '': Math.ceil(secondsLeft / (secondsLeft < 90 ? 1 : 60)) })]),
  ]
}

/** With a word of warning below, as long as there is a bar. */
export function barLines(bars: ReadonlyMap<string, string>, lang: Lang): string[] {
  const { morePhones, unplug } = TEXT[lang].say
  const lines = [...bars.values()]
  const more = lines.length - LINES_MAX
  if (lines.length === 0) return []
  return [...lines.slice(0, LINES_MAX), ...(more > 0 ? [fill(morePhones, { '': more })] : []), `!!! ${unplug}`]
}
