// Fills the passwords into the text for the registrar's side, in the tab.
type Snippet = Pick<import('../../files/registrar-snippet.ts').RegistrarSnippet, 'text' | 'holes' | 'encoding'>

const WRITTEN: Record<Snippet['encoding'], (value: string) => string> = {
  text: value => value,
  xml: value => value.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`),
  // Behind a semicolon stands a comment, and of `=>` the arrow is no part of the value (Asterisk, main/config.c).
  conf: value => value.replaceAll(';', '\\;').replace(/^>/, ' >'),
}

/** @param secrets name → value; where there is none, the name stands in angle brackets. */
export function fillSnippet({ text, holes, encoding }: Snippet, secrets: ReadonlyMap<string, string>): string {
  let filled = ''
  let at = 0
  for (const { offset, label } of holes) {
    filled += text.slice(at, offset) + WRITTEN[encoding](secrets.get(label) || `<${label}>`)
    at = offset
  }
  return filled + text.slice(at)
}
