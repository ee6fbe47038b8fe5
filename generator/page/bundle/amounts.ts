// Points in time and sizes, as the visitor's language writes them.
import type { Lang } from '../../problem.ts'

/** With its zone: on paper nobody knows where the laptop was. A day that no month has passes the format, and stays text. */
export function moment(issued: string, lang: Lang): string {
  const time = new Date(issued)
  if (Number.isNaN(time.getTime())) return issued
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeStyle: 'long' }).format(
    time,
  )
}

export const kilobytes = (bytes: number, lang: Lang): string =>
  bytes < 1_000_000
    ? unit(bytes / 1000, 'kilobyte', lang, bytes < 10_000 ? 1 : 0)
    : unit(bytes / 1_000_000, 'megabyte', lang, 1)

const unit = (value: number, of: string, lang: Lang, maximumFractionDigits: number) =>
  new Intl.NumberFormat(lang, { style: 'unit', unit: of, maximumFractionDigits }).format(value)
