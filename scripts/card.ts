// Draws the picture that other programs show beside a link to the page: `npx node scripts/card.ts`, with Chromium. It is
// committed, because what builds the page shall need no browser. No words in it but names, so that it serves both languages.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { CARD_SIZE } from '../generator/page/card/size.ts'

const keys = (x: number, y: number, columns: number, rows: number, step: number) =>
  Array.from({ length: columns * rows }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    return `<rect x="${x + column * step}" y="${y + row * step * 0.68}" width="${step * 0.68}" height="${step * 0.5}" rx="6"/>`
  }).join('')

/** A desk phone with a screen and keys for its lines beside it, on one cable with a laptop. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630">
<rect width="1200" height="630" fill="#0b6b69"/>
<g fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">
  <path d="M396 470 C 430 580, 640 590, 690 486" stroke="#f0b064" stroke-width="9"/>
  <rect x="96" y="214" width="330" height="216" rx="16" fill="#0d7a77"/>
  <path d="M52 446 h418 l-22 28 h-374 z" fill="#0d7a77"/>
  <path d="M150 286 l36 32 -36 32 M212 352 h66"/>
  <rect x="640" y="150" width="470" height="340" rx="30" fill="#0d7a77"/>
  <rect x="672" y="128" width="84" height="384" rx="40" fill="#0b6b69"/>
  <rect x="800" y="190" width="216" height="130" rx="10" fill="#e3f0ee" stroke="none"/>
  <g fill="#fff" stroke="none">${keys(838, 340, 3, 4, 52)}</g>
  <g fill="#f0b064" stroke="none">${[0, 1, 2, 3].map(n => `<rect x="1036" y="${196 + n * 32}" width="42" height="18" rx="8"/>`).join('')}</g>
</g>
<g font-family="DejaVu Sans, sans-serif" font-weight="700" fill="#fff">
  <text x="96" y="128" font-family="DejaVu Sans Mono, monospace" font-size="88">cp</text>
  <text x="908" y="268" font-size="38" fill="#0b6b69" text-anchor="middle">SIP</text>
  <text x="96" y="574" font-size="44">Cisco → SIP</text>
</g>
</svg>`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: CARD_SIZE })
await page.setContent(`<body style="margin:0">${SVG}`)
const png = await page.screenshot()
await browser.close()
writeFileSync(fileURLToPath(new URL('../generator/page/card/card.png', import.meta.url)), png)
console.log(`${png.length} bytes`)
