// How /verify looks: cards for what was found, colours never alone, lines of a difference side by side with their numbers.
export const VERIFY_STYLE = `
.verify-hero { padding-bottom: 1rem; }
.chooser { margin-bottom: 1rem; }
.chooser label { display: block; }
.chooser .hint { margin: .15rem 0 .5rem; }
#verify progress { width: 100%; height: .6rem; accent-color: var(--accent); margin-top: .75rem; }
#verify .status { margin: 0 0 1rem; }
#verify .status:empty { margin: 0; }
#verify .card h2 { margin-bottom: .6rem; overflow-wrap: anywhere; }
#verify .facts { margin-bottom: 0; }
.more { margin: .5rem 0 0; }
.plain { list-style: none; margin: 0; padding: 0; }
.card ul.plain, .card ul.checks { padding: 0; margin: 0; }
.checks { list-style: none; }
.checks li { display: flex; gap: .6rem; padding: .25rem 0; }
.checks .sign { flex: 0 0 1.25rem; font-weight: 700; text-align: center; }
.checks .passed .sign { color: var(--good); }
.checks .failed { color: var(--bad); }
.checks .noted .sign { color: var(--warn); }
.checks .skipped { color: var(--soft); }
.files details, .file-change { border-top: 1px solid var(--line); }
.files summary, .file-change summary { cursor: pointer; padding: .5rem 0; overflow-wrap: anywhere; }
.path { font: .9375rem/1.4 var(--mono); overflow-wrap: anywhere; }
.files small, .file-change small { color: var(--soft); }
.files .hash { margin: 0 0 .5rem; font-size: .875rem; }
.files pre { max-height: 32rem; overflow: auto; margin-bottom: .75rem; font-size: .8125rem; line-height: 1.5; }
.hole { background: var(--warn-soft); color: var(--warn); border-radius: .2rem; padding: 0 .15em; font-weight: 700; }
.difference h3 { font-size: 1.05rem; }
.changes { table-layout: fixed; margin-bottom: .75rem; }
.changes tbody { font: .8125rem/1.5 var(--mono); }
.changes i { color: var(--soft); }
.phone-change { margin-bottom: 1rem; }
.phone-change h4 { margin: .75rem 0 .35rem; font-size: 1rem; }
.state { font-size: .8125rem; font-weight: 600; border: 1px solid currentColor; border-radius: .35rem; padding: .05rem .4rem; color: var(--soft); white-space: nowrap; }
.state.added { color: var(--good); }
.state.removed { color: var(--bad); }
.state.changed { color: var(--warn); }
.diff { font: .8125rem/1.5 var(--mono); border: 1px solid var(--line); border-radius: .45rem; background: var(--paper); overflow: auto; max-height: 32rem; margin-bottom: .75rem; padding: .35rem 0; }
.line { display: grid; grid-template-columns: 3.2em 3.2em 1.4em 1fr; }
.line .number { color: var(--soft); text-align: right; padding-right: .6em; user-select: none; font-variant-numeric: tabular-nums; }
.line .text { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; padding-right: .6em; }
.line.added { background: var(--good-soft); color: var(--good); }
.line.removed { background: var(--bad-soft); color: var(--bad); }
.line.added .number, .line.removed .number { color: inherit; }
.diff .left-out { color: var(--soft); margin: 0; padding: .1rem .9rem; border-block: 1px dashed var(--line); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 30rem) {
  .line { grid-template-columns: 0 2.6em 1.4em 1fr; }
  .line .number:first-child { visibility: hidden; padding: 0; overflow: hidden; }
}`
