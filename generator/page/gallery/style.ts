// The gallery's part of the style sheet, and that of a shared preset.

export const GALLERY_STYLE = `
.group { margin: 2.25rem 0 .9rem; font-size: 1.25rem; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem; list-style: none; margin: 0; padding: 0; }
.preset { display: flex; flex-direction: column; align-items: flex-start; margin: 0; }
.preset h3 { font-size: 1.125rem; line-height: 1.3; }
.preset > .button { margin-top: auto; }
.preset .name { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: center; color: var(--soft); }
.preset details { margin-bottom: 1rem; width: 100%; }
.preset details ul { margin-top: .35rem; }
.preset summary, .whole summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
.known { margin: 0; }
.name .known { font-size: .8125rem; line-height: 1.3; padding: .1rem .5rem; border: 1px solid currentColor; border-radius: 1rem; }
.known-c, .known-l { color: var(--good); background: var(--good-soft); }
.known-u { color: var(--warn); background: var(--warn-soft); }
.facts { margin: 0 0 .75rem; width: 100%; font-size: .9375rem; }
.facts > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 .75rem; padding: .3rem 0; border-top: 1px solid var(--line); }
.facts dt { color: var(--soft); hyphens: auto; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.sharing { margin-top: 2.5rem; }
.sharing p { max-width: 46em; }
.theirs { border-left: 4px solid var(--warn); }
.soft { color: var(--soft); font-weight: 400; }
a.button.primary { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); }
.whole { margin-bottom: 1.25rem; }
.whole pre { max-height: 30rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.theirs .facts > div, .theirs + .card .facts > div { grid-template-columns: 11rem 1fr; }
.why li { margin-bottom: .35rem; }
@media (max-width: 26rem) {
  .facts > div, .theirs .facts > div, .theirs + .card .facts > div { grid-template-columns: 1fr; }
}
@media print {
  .gallery { display: block; }
  .preset { display: block; break-inside: avoid; margin-bottom: 1rem; }
  .preset .button, .sharing { display: none; }
}`
