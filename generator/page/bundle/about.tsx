// Which bundle it is: its site, who signed it, what is in it. Small, because the steps are what people need.

import type { Manifest } from '../../../schemas/manifest.ts'
import { shortId } from '../../../schemas/site-id.ts'
import type { Lang } from '../../problem.ts'
import { BUNDLE_WORDS } from './words.ts'

/** What this browser found out about the signature. `own`: the root key is that of the server that this page is from. */
export type Signed = 'checking' | 'unchecked' | { signedBy: string; root: string; own: boolean }

export function About({
  lang,
  manifest,
  size,
  signed,
}: {
  lang: Lang
  manifest: Manifest
  size: number
  signed: Signed
}) {
  const { about } = BUNDLE_WORDS[lang]
  const { site, issuer, issued, phones, files, generator } = manifest
  const lines = phones.reduce((sum, phone) => sum + phone.lines.length, 0)
  const holds = [
    about.phones(phones.length),
    about.lines(lines),
    about.files(files.length, kilobytes(size, lang)),
    about.with,
  ]
  const check =
    signed === 'checking' ? about.checking : signed === 'unchecked' ? about.unchecked : about.checked(signed.signedBy)
  return (
    <dl class="facts">
      <div>
        <dt>{about.site}</dt>
        <dd>
          <strong>{site.name}</strong> <code>{shortId(site.id)}</code>
        </dd>
      </div>
      <div>
        <dt>{about.signedBy}</dt>
        <dd>
          {issuer} <small>({check})</small>
        </dd>
      </div>
      <div>
        <dt>{about.made}</dt>
        <dd>
          {moment(issued, lang)} <small>(cp {generator})</small>
        </dd>
      </div>
      <div>
        <dt>{about.holds}</dt>
        <dd>{holds.join(' · ')}</dd>
      </div>
    </dl>
  )
}

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
