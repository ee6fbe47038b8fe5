// What other programs show of a link to a page: a picture of ours and words of ours, never those of somebody who shares.
import type { Lang } from '../../problem.ts'
import { CARD_SIZE } from './size.ts'

export interface CardProps {
  /** Where the page stands: the picture needs a whole address. */
  origin: string
  path: string
  title: string
  description: string
}

const ALT: Record<Lang, string> = {
  en: 'A desk phone on one cable with a laptop: from Cisco to SIP',
  de: 'Ein Tischtelefon an einem Kabel mit einem Laptop: von Cisco zu SIP',
}
const LOCALE: Record<Lang, string> = { en: 'en_GB', de: 'de_DE' }

export function Card({ origin, path, title, description, lang }: CardProps & { lang: Lang }) {
  const properties = {
    'og:type': 'website',
    'og:site_name': 'cp',
    'og:locale': LOCALE[lang],
    'og:url': `${origin}${path}`,
    'og:title': title,
    'og:description': description,
    'og:image': `${origin}/card.png`,
    'og:image:type': 'image/png',
    'og:image:width': `${CARD_SIZE.width}`,
    'og:image:height': `${CARD_SIZE.height}`,
    'og:image:alt': ALT[lang],
  }
  return (
    <>
      {Object.entries(properties).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
