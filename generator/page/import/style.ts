// How the import looks: a fold above the editor, and tables that also fit a narrow window.
export const IMPORT_STYLE = `
.import { border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); padding: 0 1.25rem; margin: 1rem 0 1.5rem; }
.import > summary { cursor: pointer; font-weight: 600; padding: .85rem 0; color: var(--accent); }
.import > summary h2 { display: inline; font: inherit; }
.import[open] { padding-bottom: 1.1rem; }
.import.over { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
.import .sources { display: grid; gap: 1rem 2rem; }
.import .sources > div { min-width: 0; }
.import .sources label { display: block; margin-bottom: .35rem; }
.import textarea { min-height: 5rem; border: 1px solid var(--edge); border-radius: .45rem; padding: .5rem .7rem; margin-bottom: .6rem; background: var(--paper); }
.import textarea:focus { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
input[type="file"] { font: inherit; max-width: 100%; color: var(--soft); padding: .2rem 0; }
input::file-selector-button {
  font: inherit; font-weight: 600; color: var(--ink); background: var(--sheet); border: 1px solid var(--edge);
  border-radius: .55rem; padding: .55rem 1rem; margin-right: .75rem; cursor: pointer;
}
.import select { font: inherit; padding: .6rem .7rem; border-radius: .55rem; border: 1px solid var(--edge); background: var(--sheet); color: var(--ink); }
.import .card { background: var(--paper); margin: 1rem 0 0; overflow-wrap: anywhere; }
.import .card .actions { margin-top: .75rem; }
.import .card details { margin-top: .75rem; }
.import .card summary { cursor: pointer; font-weight: 600; }
.import pre { background: var(--sheet); }
.status { font-weight: 600; border-left: 4px solid var(--edge); background: var(--paper); padding: .75rem 1rem; border-radius: .3rem; margin: 1rem 0 0; overflow-wrap: anywhere; }
.status:empty { border: 0; padding: 0; margin: 0; } /* there, so that what is said next is heard */
.import #import-report > p { margin: 1rem 0 0; }
.status.bad { border-color: var(--bad); background: var(--bad-soft); color: var(--bad); }
.status.good { border-color: var(--good); background: var(--good-soft); color: var(--good); }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; font-weight: 400; }
thead th { border-top: 0; font-weight: 600; color: var(--soft); }
.compare { table-layout: fixed; }
.compare tbody { font: .8125rem/1.5 var(--mono); }
.compare i { color: var(--soft); }
@media (min-width: 50rem) {
  .import .sources { grid-template-columns: 1fr 1fr; }
}
@media (max-width: 30rem) {
  .import { padding-inline: .85rem; }
  .import .card { padding: .85rem; }
  .import select { flex: 1 1 100%; }
  .compare, .compare thead, .compare tbody { display: block; }
  .compare tr { display: grid; grid-template-columns: 1fr 1fr; border-top: 1px solid var(--line); padding: .35rem 0; }
  .compare th, .compare td { border-top: 0; padding-block: .1rem; }
  .compare th:first-child { grid-column: 1 / -1; }
}`
