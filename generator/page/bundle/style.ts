// How the steps look on the screen and on paper.
export const BUNDLE_STYLE = `
.facts { margin: 0 0 1.25rem; }
.facts > div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: .3rem 0; border-top: 1px solid var(--line); }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.facts small { color: var(--soft); font-size: .875rem; }
.bundle > h2 { font-size: 1.5rem; letter-spacing: -.01em; }
.bundle .bar { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; justify-content: space-between; margin-bottom: 1.25rem; }
.systems { border: 0; margin: 0; padding: 0; min-width: 0; }
.systems legend { font-weight: 600; padding: 0; margin-bottom: .35rem; }
.systems label { display: inline-flex; align-items: center; gap: .45rem; min-height: 2.5rem; padding: .2rem 1.1rem .2rem 0; font-weight: 400; cursor: pointer; }
.systems input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); }
.bundle .printed { display: none; }
.stages { counter-reset: stage; }
.stage { counter-increment: stage; border-top: 2px solid var(--line); padding: 1rem 0 .75rem; }
.stage > h3 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .6rem; }
.stage > h3::before { content: counter(stage); color: var(--accent); margin-right: .55em; font-variant-numeric: tabular-nums; }
.stage h4 { font-size: 1rem; margin: 1.4rem 0 .5rem; }
.stage h5 { font-size: 1rem; margin: 1rem 0 .35rem; }
.stage p, .stage li { max-width: 46em; overflow-wrap: anywhere; }
.stage ol { margin: 0 0 .75rem; padding-left: 1.6rem; }
.stage .command { margin: -.35rem 0 1rem; align-items: center; }
.stage .command pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem .9rem; }
.stage .command button { padding: .55rem .9rem; font-weight: 400; }
.told { color: var(--soft); font-size: .9375rem; }
.told:empty { margin-left: -.6rem; }
.downloads { margin: 0 0 .75rem; padding-left: 1.2rem; }
.downloads li { margin-bottom: .5rem; }
.downloads .file { font: 600 .9375rem/1.5 var(--mono); }
.downloads .instead { display: block; color: var(--soft); }
.hash { overflow-wrap: anywhere; }
.port { margin-bottom: 1rem; }
.port label { display: block; }
.port input { font: 1rem/1.4 var(--mono); width: 100%; max-width: 22rem; padding: .55rem .7rem; border: 1px solid var(--edge); border-radius: .45rem; background: var(--sheet); color: var(--ink); }
.port input[aria-invalid="true"] { border-color: var(--bad); }
.port .hint { margin: .35rem 0 0; }
.caution { border-left: 4px solid var(--warn); background: var(--warn-soft); padding: .6rem .9rem; border-radius: .3rem; }
kbd { font: 700 1.05em/1.4 var(--mono); border: 1px solid var(--edge); border-radius: .35rem; padding: .1em .45em; white-space: nowrap; }
@media (max-width: 30rem) {
  .facts > div { grid-template-columns: 1fr; }
  .systems label { padding-right: .8rem; }
  kbd { white-space: normal; overflow-wrap: anywhere; }
}`

/** Last of all, so that paper has the last word. */
export const PRINT_STYLE = `
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --sheet: #fff; --ink: #000; --soft: #333; --line: #999; --edge: #555;
    --accent: #000; --accent-ink: #000; --accent-soft: #fff; --lamp: #000;
    --bad: #000; --bad-soft: #fff; --warn: #000; --warn-soft: #fff; --good: #000; --good-soft: #fff;
  }
  @page { margin: 16mm 15mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .top, footer, .skip, form, button, .button, .told, .systems, .port, input, progress, [role="status"] { display: none !important; }
  /* Where there are steps, they are what is printed. */
  main:has(.bundle) :not(:has(.bundle), .bundle, .bundle *) { display: none; }
  .bundle .printed { display: block; }
  pre, .command pre { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; border-color: #999; }
  .stage { break-inside: auto; }
  h2, h3, h4, h5 { break-after: avoid; }
  .command, .caution, .reset ol, .facts > div, .downloads li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  p:has(+ .command) { break-after: avoid; }
  a { color: inherit; }
}`
