// The name that a file goes by on the phone's side: short, plain letters, so that any system and any phone takes it.

/** Longest that a site may name (schemas/preset.ts). */
const MAX = 20

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' }

/** `Urlaub am Bodensee (3).png` → `Urlaub-am-Bodensee-3`. @param file with or without folders before it. */
export function mediaName(file: string): string {
  const stem = (file.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '')
  const plain = stem
    .normalize('NFC')
    .replace(/[äöüÄÖÜß]/g, letter => GERMAN[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^[_-]+/, '')
    .slice(0, MAX)
    .replace(/[_-]+$/, '')
  return plain || 'file'
}

/** So that YAML takes a name for a text: `2024` would be a number, `null` nothing. */
const quoted = (name: string): string => (/^(\d.*|true|false|null)$/i.test(name) ? `"${name}"` : name)

/** What to write into the site, so that the phones know of the files: YAML. */
export function mediaNames(made: readonly { kind: 'wallpaper' | 'tone'; name: string }[]): string {
  const names = (kind: 'wallpaper' | 'tone') => made.flatMap(file => (file.kind === kind ? quoted(file.name) : []))
  const [wallpapers, tones] = [names('wallpaper'), names('tone')]
  return [
    wallpapers.length > 0 ? `look: { wallpapers: [${wallpapers.join(', ')}] }\n` : '',
    tones.length > 0 ? `ringTones:\n${tones.map(name => `  - { name: ${name}, file: ${name} }\n`).join('')}` : '',
  ].join('')
}
