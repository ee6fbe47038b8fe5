// How the part for pictures and tones looks: a fold below the editor, and what was made side by side.
export const MEDIA_STYLE = `
.media { margin-top: 2.5rem; border-top: 2px solid var(--line); padding-top: .9rem; }
.media summary { cursor: pointer; }
.media summary h2 { display: inline; font-size: 1.5rem; letter-spacing: -.01em; }
.media summary + .hint { margin-top: .75rem; }
.media form { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.media form[hidden] { display: none; }
.media form p { min-width: 0; max-width: 100%; }
.media pre, .media form { margin-bottom: .75rem; }
.media label { display: block; margin-bottom: .3rem; }
.media select {
  font: inherit; max-width: 100%; padding: .5rem .6rem; border: 1px solid var(--edge); border-radius: .55rem;
  background: var(--sheet); color: var(--ink);
}
.whole { white-space: nowrap; }
.gallery { display: flex; flex-wrap: wrap; gap: 1.25rem; list-style: none; margin: 0 0 1.25rem; padding: 0; }
.gallery li { max-width: 100%; }
.gallery li.bad { flex-basis: 100%; color: var(--bad); overflow-wrap: anywhere; }
.gallery canvas { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: .3rem; }
.gallery p { margin: .3rem 0 0; color: var(--soft); font-size: .9375rem; }`
