// The style sheet, as text that the Worker serves: one file, no build step, light and dark by the visitor's system.

import { API_DOCS_STYLE } from './api-docs/style.ts'
import { BUILDER_STYLE } from './builder/style.ts'
import { BUNDLE_STYLE, PRINT_STYLE } from './bundle/style.ts'
import { GALLERY_STYLE } from './gallery/style.ts'
import { IMPORT_STYLE } from './import/style.ts'
import { MEDIA_STYLE } from './media/style.ts'
import { VERIFY_STYLE } from './verify/style.ts'

const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --sheet: #ffffff; --ink: #1d2526; --soft: #566264; --line: #d9d8d1; --edge: #868d8c;
  --accent: #0b6b69; --accent-ink: #ffffff; --accent-soft: #e3f0ee; --lamp: #c06a12;
  --bad: #a8261d; --bad-soft: #fbeae7; --warn: #7d5200; --warn-soft: #fbf1dc; --good: #1e6b36; --good-soft: #e5f3e8;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14191a; --sheet: #1b2223; --ink: #e7ebea; --soft: #a3b0b0; --line: #323c3d; --edge: #74807f;
    --accent: #63c7bf; --accent-ink: #0d2322; --accent-soft: #1b3534; --lamp: #f0b064;
    --bad: #ff9c8f; --bad-soft: #3b211e; --warn: #f0c06a; --warn-soft: #362b15; --good: #84d49a; --good-soft: #1c3323;
  }
}`

const FRAME = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 66rem; padding: 0 1.25rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
a { color: var(--accent); text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem); line-height: 1.13; letter-spacing: -.02em; margin: 0 0 1rem; text-wrap: balance; hyphens: auto; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .35rem; }
p { margin: 0 0 .75rem; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; padding: 1rem 0; }
.top .pages { flex: 1; flex-wrap: wrap; }
.mark {
  font: 700 1.05rem/1 var(--mono); color: var(--accent-ink); background: var(--accent); padding: .45rem .6rem;
  border-radius: .5rem; text-decoration: none;
}
.top nav { display: flex; gap: .25rem; }
.top nav a { padding: .35rem .65rem; border-radius: .5rem; color: var(--soft); text-decoration: none; }
.top nav a:hover { color: var(--ink); text-decoration: underline; }
.top nav a[aria-current] { text-decoration: none; color: var(--ink); background: var(--accent-soft); font-weight: 600; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--sheet); padding: .5rem 1rem; z-index: 1; }
footer {
  margin: 3.5rem 0 2rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem;
  display: flex; flex-wrap: wrap; gap: .25rem 2rem; justify-content: space-between;
}
footer p { margin: 0; }
footer ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }`

const OPENING = `
.hero { display: grid; gap: 1.5rem 3rem; align-items: center; padding: 1.5rem 0 2rem; }
.lead { font-size: 1.1875rem; color: var(--soft); max-width: 36em; margin: 0; }
.picture { margin: 0; }
.picture svg { display: block; width: 100%; height: auto; max-width: 27rem; overflow: visible; }
.picture path, .picture rect { fill: none; stroke: var(--ink); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.picture .thing rect, .picture .thing path { fill: var(--sheet); }
.picture .thing .prompt { fill: none; stroke: var(--accent); stroke-width: 2.5; }
.picture .lamp { stroke: var(--lamp); stroke-width: 5; }
.picture .now { stroke: var(--accent); stroke-width: 4; }
.picture .later { stroke: var(--edge); stroke-dasharray: 2 8; }
.picture text { fill: var(--ink); font-size: 14px; text-anchor: middle; }
.picture .note { fill: var(--soft); font-size: 13px; }
.picture .strong { fill: var(--accent); font-weight: 600; }
.picture figcaption { color: var(--soft); font-size: .9375rem; margin-top: .5rem; max-width: 27rem; }
@media (min-width: 50rem) {
  .hero { grid-template-columns: 1.25fr 1fr; padding: 2.5rem 0 3rem; }
}`

const EDITOR = `
label { font-weight: 600; }
.hint { color: var(--soft); max-width: 46em; }
textarea {
  font: .9375rem/1.6 var(--mono); padding: .75rem .85rem; tab-size: 2;
  display: block; width: 100%; border: 0; border-radius: 0; margin: 0; background: transparent; color: inherit;
  white-space: pre; overflow: auto; resize: vertical; min-height: 14rem; max-height: 80vh;
}
textarea:focus { outline: 0; border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; }
.actions[hidden] { display: none; }
button, .button {
  font: inherit; font-weight: 600; line-height: 1.2; padding: .7rem 1.15rem; border-radius: .55rem; cursor: pointer;
  border: 1px solid var(--edge); background: var(--sheet); color: var(--ink); text-decoration: none; display: inline-block;
}
button:hover, .button:hover { border-color: var(--accent); }
button.primary { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); }
button.primary:hover { filter: brightness(1.08); }
button.quiet { background: none; border-color: transparent; color: var(--soft); font-weight: 400; text-decoration: underline; text-underline-offset: .18em; }
[aria-busy="true"] button { cursor: progress; }
@media (max-width: 30rem) {
  textarea { font-size: 1rem; }
  .actions button { flex: 1 1 100%; }
}`

const RESULT = `
#result { margin-top: 1.5rem; }
#status:empty { display: none; }
#status { font-weight: 600; border-left: 4px solid var(--edge); background: var(--sheet); padding: .75rem 1rem; border-radius: .3rem; }
#status.bad { border-color: var(--bad); background: var(--bad-soft); color: var(--bad); }
#status.good { border-color: var(--good); background: var(--good-soft); color: var(--good); }
.problems { list-style: none; margin: 0 0 1.25rem; padding: 0; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); }
.problems li { padding: .85rem 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.problems li:first-child { border-top: 0; }
.problems p { margin: .3rem 0 0; }
.problems code { color: var(--soft); font-size: .8125rem; }
.badge { font-size: .875rem; padding: .2rem .6rem; margin-right: .5rem; color: var(--bad); background: var(--bad-soft); border-color: currentColor; font-variant-numeric: tabular-nums; }
.warning .badge { color: var(--warn); background: var(--warn-soft); }
.card { border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); padding: 1.1rem 1.25rem; margin-bottom: 1.25rem; }
.card > :last-child { margin-bottom: 0; }
.card h3 { font-size: 1rem; margin: 1.1rem 0 .35rem; }
.card h3:first-child { margin-top: 0; }
.card ul { margin: 0 0 .75rem; padding-left: 1.2rem; }
code, pre { font-family: var(--mono); font-size: .9375em; }
pre { margin: 0; padding: .75rem .9rem; background: var(--paper); border: 1px solid var(--line); border-radius: .45rem; overflow-x: auto; }
.command { display: flex; flex-wrap: wrap; gap: .6rem; align-items: stretch; margin-bottom: .75rem; }
.command pre { flex: 1 1 18rem; min-width: 0; }`

export const STYLE = `${[COLOURS, FRAME, OPENING, EDITOR, RESULT, BUILDER_STYLE, IMPORT_STYLE, MEDIA_STYLE, GALLERY_STYLE, API_DOCS_STYLE, BUNDLE_STYLE, VERIFY_STYLE, PRINT_STYLE].join('\n').trim()}\n`
