// How the description of the API looks.
export const API_DOCS_STYLE = `
.api-rules { max-width: 46em; padding-left: 1.2rem; }
.api-rules li { margin-bottom: .35rem; }
.api-contents dl { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); margin: .5rem 0 0; }
.api-contents dt { font-weight: 600; }
.api-contents dd { margin: 0; overflow-wrap: anywhere; }
.api-contents dd a { display: inline-block; padding: .15rem 0; font-family: var(--mono); font-size: .9375rem; }
.api-area { margin-top: 2.5rem; }
.api-area > h2 { font-size: 1.5rem; letter-spacing: -.01em; margin-bottom: .75rem; }
.api-area article, .api-table tr { scroll-margin-top: 1rem; }
.api-area h3 code { color: var(--accent); margin-right: .6em; overflow-wrap: anywhere; }
.api-area h4 { margin: .9rem 0 .25rem; font-size: .9375rem; color: var(--soft); }
.api-area li { overflow-wrap: anywhere; }
.api-area pre + h4 { margin-top: 1.1rem; }
.api-table { overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; background: var(--sheet); }
.api-table table { border-collapse: collapse; width: 100%; }
.api-table th, .api-table td { text-align: left; vertical-align: top; padding: .6rem .9rem; border-top: 1px solid var(--line); }
.api-table thead th { border-top: 0; color: var(--soft); }
.api-table th[scope="row"] { font-weight: 400; white-space: nowrap; }
.api-table tr:target { background: var(--accent-soft); }
@media print { .api-contents { display: none; } .api-area article { break-inside: avoid; } }`
