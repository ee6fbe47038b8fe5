// The picture of how it is plugged: laptop and phone now, phone and router afterwards. Colours come from the style sheet.
import type { PageText } from './text.ts'

/** Text for those who do not see it stands in the caption, so the drawing itself is hidden from them. */
export function Picture({ text }: { text: PageText }) {
  const { router, laptop, phone, now, later } = text.pictureParts
  return (
    <figure class="picture">
      <svg viewBox="0 0 400 176" aria-hidden="true" focusable="false">
        <path class="later" d="M52 54 C 92 2, 300 2, 344 52" />
        <text class="note" x="200" y="36">
          {later}
        </text>
        <path class="now" d="M250 118 C 262 152, 292 152, 304 116" />
        <text class="note strong" x="277" y="168">
          {now}
        </text>
        <g class="thing">
          <path d="M24 72 V50 M80 72 V50" />
          <rect x="8" y="72" width="88" height="40" rx="9" />
          <path class="lamp" d="M26 92 h.1 M42 92 h.1 M58 92 h.1" />
        </g>
        <g class="thing">
          <rect x="154" y="54" width="92" height="58" rx="7" />
          <path d="M140 118 h120 l-7 8 h-106 z" />
          <path class="prompt" d="M170 72 l9 8 -9 8 M186 90 h18" />
        </g>
        <g class="thing">
          <rect x="300" y="62" width="92" height="58" rx="9" />
          <rect x="310" y="58" width="18" height="66" rx="9" />
          <rect x="340" y="72" width="42" height="16" rx="3" />
          <path class="lamp" d="M343 100 h.1 M361 100 h.1 M379 100 h.1 M343 111 h.1 M361 111 h.1 M379 111 h.1" />
        </g>
        <text x="52" y="146">
          {router}
        </text>
        <text x="192" y="146">
          {laptop}
        </text>
        <text x="352" y="146">
          {phone}
        </text>
      </svg>
      <figcaption>{text.picture}</figcaption>
    </figure>
  )
}
