// Text from the wire, made safe to print: a phone, or something that plays one, must not move the cursor or fake a line.

/** Control characters, direction overrides and anything else invisible become visible escapes; long texts are cut. */
export function harmless(text: string, max = 120): string {
  const shown = text.replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
  // By characters, none of which may be cut in two.
  return shown.length > max ? `${[...shown].slice(0, max - 1).join('')}…` : shown
}
