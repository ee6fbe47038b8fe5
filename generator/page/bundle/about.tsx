// Which bundle it is: its site, who signed it, what is in it. Small, because the steps are what people need.

import type { Manifest } from '../../../schemas/manifest.ts'
import { shortId } from '../../../schemas/site-id.ts'
import type { Lang } from '../../problem.ts'
import { kilobytes, moment } from './amounts.ts'
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
