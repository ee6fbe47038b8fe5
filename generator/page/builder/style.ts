// How the builder looks: the form and, where there is room, the text beside it; the phone as it is drawn.
export const BUILDER_STYLE = `
body.wide { max-width: 88rem; }
.builder { display: grid; gap: 2rem; margin: 1.5rem 0 2.5rem; }
.builder > * { min-width: 0; }
.plain { border: 0; margin: 0; padding: 0; min-width: 0; }
.step { border-top: 2px solid var(--line); padding-top: 1.1rem; margin-bottom: 2rem; }
.step > h2 { font-size: 1.35rem; letter-spacing: -.01em; }
.fields { display: grid; gap: 1rem 1.5rem; }
.fields > * { min-width: 0; }
.field label { display: block; }
.field .hint { font-size: .9375rem; line-height: 1.4; margin: .3rem 0 0; }
.field label .hint { font-weight: 400; }
.entry { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .3rem; }
.entry input { flex: 1 1 9rem; min-width: 0; }
.builder input:not([type="checkbox"]):not([type="file"]), .builder select {
  font: inherit; width: 100%; padding: .55rem .7rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--sheet); color: var(--ink);
}
.field > select { margin-top: .3rem; }
.builder [aria-invalid="true"] { border-color: var(--bad); box-shadow: inset 3px 0 0 var(--bad); }
.builder :disabled { opacity: .75; }
.faults p { margin: .3rem 0 0; font-size: .9375rem; color: var(--bad); overflow-wrap: anywhere; }
.faults p.warning { color: var(--warn); }
.check { display: flex; gap: .5rem; align-items: center; font-weight: 400; min-height: 1.75rem; }
.check input { width: 1.25rem; height: 1.25rem; }
.list { display: flex; flex-wrap: wrap; align-items: stretch; gap: .5rem; margin-bottom: 1.1rem; }
.pick {
  display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: center; text-align: left; font-weight: 400; padding: .5rem .8rem;
}
.pick strong { overflow-wrap: anywhere; }
.pick span { color: var(--soft); font-size: .9375rem; }
.pick[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-soft); }
.pick[aria-pressed="true"] span { color: var(--ink); }
.pick.more { border-style: dashed; color: var(--accent); font-weight: 600; }
.many, .share { border: 1px solid var(--line); border-radius: .6rem; padding: 0 1.1rem; margin-top: 1.25rem; background: var(--sheet); }
.many[open], .share[open] { padding-bottom: 1.1rem; }
.many > summary, .share > summary { cursor: pointer; font-weight: 600; color: var(--accent); padding: .75rem 0; }
.many textarea { min-height: 4.5rem; margin-top: .3rem; border: 1px solid var(--edge); border-radius: .5rem; background: var(--paper); }
.many .actions { align-items: center; margin: .6rem 0 0; }
.keys { display: grid; gap: 1.25rem 2rem; align-items: start; }
.phone { display: block; width: 100%; max-width: 27rem; height: auto; }
.phone .body, .phone .part rect, .phone .part circle { fill: var(--sheet); stroke: var(--edge); stroke-width: 1.5; }
.phone .body { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
.phone .part .inner { fill: var(--paper); }
.phone .screen { fill: var(--accent-soft); stroke: var(--ink); stroke-width: 2; }
.phone text { font-size: 12px; fill: var(--ink); }
.phone .title { font-weight: 600; }
.phone .end { text-anchor: end; }
.phone .digit, .phone .number { text-anchor: middle; fill: var(--soft); }
.phone .key { cursor: pointer; }
.phone .hit { fill: transparent; }
.phone .cap { fill: var(--sheet); stroke: var(--edge); stroke-width: 1.5; }
.phone .line .cap { fill: var(--good); stroke: var(--good); }
.phone .taken .cap { fill: var(--lamp); stroke: var(--lamp); }
.phone .line .number, .phone .taken .number { fill: var(--paper); }
.phone .chosen .cap { stroke: var(--ink); stroke-width: 3; }
.phone .chosen text { font-weight: 700; }
.phone .key:hover .cap { stroke: var(--accent); }
.buttons { list-style: none; margin: 0; padding: 0; display: grid; gap: .3rem; }
.buttons .pick { width: 100%; flex-wrap: nowrap; padding: .4rem .7rem; }
.buttons .pick strong { flex: 1; min-width: 0; }
.buttons .number { min-width: 1.6em; font-variant-numeric: tabular-nums; }
.buttons .free { border-style: dashed; }
.panel { border: 1px solid var(--edge); border-radius: .6rem; background: var(--paper); margin: 1.25rem 0; padding: .5rem 1.1rem 1.1rem; min-width: 0; }
.panel legend { font-weight: 700; padding: 0 .4rem; }
.panel .actions { margin: 0; }
.papers { align-self: start; }
.tabs { display: flex; flex-wrap: wrap; gap: .25rem; border-bottom: 1px solid var(--edge); margin-bottom: .9rem; }
.tabs button { border: 0; border-radius: .5rem .5rem 0 0; background: none; color: var(--soft); padding: .6rem .9rem; }
.tabs [aria-selected="true"] { color: var(--ink); background: var(--accent-soft); box-shadow: inset 0 -3px 0 var(--accent); }
.paper textarea { border: 1px solid var(--edge); border-radius: .6rem; background: var(--sheet); }
.paper textarea[hidden] { display: none; }
.paper .sheet { max-height: 70vh; overflow: auto; margin-top: .75rem; padding: .75rem .9rem; }
.paper .sheet pre { border: 0; padding: 0; background: none; overflow: visible; font-size: .875rem; line-height: 1.5; }
mark { background: var(--warn-soft); color: var(--warn); border-radius: .25rem; padding: 0 .25rem; font-weight: 600; }
.offer { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.offer h2:focus { outline: 0; }
.offer blockquote { margin: 0 0 .75rem; padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); overflow-wrap: anywhere; }
.finish .actions { margin: 1.25rem 0 .75rem; }
@media (min-width: 34rem) {
  .fields { grid-template-columns: 1fr 1fr; }
  .fields > .wide { grid-column: 1 / -1; }
  .keys { grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); }
}
@media (min-width: 64rem) {
  .builder { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 3rem; }
  .papers { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; padding: 3px; }
}
@media (min-width: 120rem) {
  html { font-size: 112.5%; }
}
@media (forced-colors: active) {
  .phone .body, .phone .part rect, .phone .part circle, .phone .screen, .phone .cap { fill: Canvas; stroke: CanvasText; }
  .phone text { fill: CanvasText; }
  .phone .line .cap, .phone .taken .cap { fill: CanvasText; }
  .phone .line .number, .phone .taken .number { fill: Canvas; }
  .phone .chosen .cap { stroke: Highlight; }
  .pick[aria-pressed="true"], .tabs [aria-selected="true"] { outline: 2px solid Highlight; outline-offset: -2px; }
}`
