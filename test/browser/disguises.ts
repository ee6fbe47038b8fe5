// Every form in which a password could leave a page unnoticed, so that a test can look for all of them.

/** @returns the bytes to look for; none of them occurs by chance in a password of eight signs or more. */
export function disguisesOf(password: string): Buffer[] {
  const bytes = Buffer.from(password, 'utf8')
  const everySign = (sign: (code: number) => string) => [...bytes].map(sign).join('')
  const hex = (code: number) => code.toString(16).padStart(2, '0')
  const json = JSON.stringify(password).slice(1, -1)
  const inHtml = password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const words = [password, json, JSON.stringify(json).slice(1, -1), inHtml, [...password].reverse().join('')]
  const texts = [
    ...words.flatMap(word => [
      ...[word, encodeURIComponent(word), encodeURIComponent(encodeURIComponent(word)), encodeURI(word)],
      new URLSearchParams([['', word]]).toString().slice(1),
      Buffer.from(word).toString('hex'),
      Buffer.from(word).toString('hex').toUpperCase(),
      ...inBase64(Buffer.from(word)),
    ]),
    everySign(code => `%${hex(code)}`),
    everySign(code => `%${hex(code).toUpperCase()}`),
    everySign(code => `\\u00${hex(code)}`),
    everySign(code => `&#${code};`),
    password.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`),
  ]
  return [...texts.map(text => Buffer.from(text, 'utf8')), Buffer.from(password, 'utf16le')]
}

/** At each of three beginnings in a longer text, without the signs that depend on what stands around it. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap(shift => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    const first = Math.ceil((shift * 8) / 6)
    const end = Math.floor((whole.length * 8) / 6)
    return (['base64', 'base64url'] as const).map(encoding => whole.toString(encoding).slice(first, end))
  })
}
