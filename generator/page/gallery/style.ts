// The gallery's part of the style sheet, and that of a shared preset.

export const GALLERY_STYLE = `
.intro { padding: 1rem 0 .25rem; }
.intro .lead { margin-bottom: .75rem; }
.group { margin: 2.25rem 0 .9rem; font-size: 1.25rem; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem; list-style: none; margin: 0; padding: 0; }
.preset { display: flex; flex-direction: column; align-items: flex-start; margin: 0; }
.preset h3 { font-size: 1.125rem; line-height: 1.3; }
.preset > p:not(.name) { margin: .25rem 0 .4rem; color: var(--ink); font-size: .9375rem; }
.preset > .button { margin-top: auto; }
.preset .name { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: center; color: var(--soft); }
.preset details { margin-bottom: 1rem; width: 100%; }
.preset details ul { margin-top: .35rem; }
.preset summary, .content summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
.certainty { font-size: .8125rem; line-height: 1.3; padding: .1rem .5rem; border: 1px solid currentColor; border-radius: 1rem; }
.certainty-c, .certainty-l { color: var(--good); background: var(--good-soft); }
.certainty-u { color: var(--warn); background: var(--warn-soft); }
.sets { margin: 0 0 .75rem; width: 100%; font-size: .9375rem; }
.sets > div { display: grid; grid-template-columns: 8.75rem 1fr; gap: 0 .75rem; padding: .3rem 0; border-top: 1px solid var(--line); }
.preset .sets { margin-top: .35rem; }
.sets dt { color: var(--soft); hyphens: auto; }
.sets dd { margin: 0; overflow-wrap: anywhere; }
.sharing { margin-top: 2.5rem; }
.sharing p { max-width: 46em; }
.theirs { border-left: 4px solid var(--warn); }
.soft { color: var(--soft); font-weight: 400; }
a.button.primary { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); }
.content { margin-bottom: 1.25rem; }
.content pre { max-height: 30rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.theirs .sets > div, .theirs + .card .sets > div { grid-template-columns: 11rem 1fr; }
.why li { margin-bottom: .35rem; }
@media (max-width: 22rem) {
  .sets > div, .theirs .sets > div, .theirs + .card .sets > div { grid-template-columns: 1fr; }
}
@media print {
  .gallery { display: block; }
  .preset { display: block; break-inside: avoid; margin-bottom: 1rem; }
  .preset .button, .sharing { display: none; }
}`
