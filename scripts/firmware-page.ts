// Makes docs/firmware.md: every load of every family, newest first, with the files that were seen, so that somebody whose
// download is gone knows what else would do and how to tell whether a file is whole.
import { LOADS, type Load } from '../generator/catalog/loads.ts'
import { LOCALE_DOWNLOAD, TONES_ARCHIVE } from '../generator/catalog/locales.ts'
import { seenFile, seenIn, twinBytes } from '../generator/catalog/seen.ts'
import { inPlaceOf, newestFirst } from '../generator/catalog/which-load.ts'
import { CERTAINTY } from './certainty.ts'

const familyOf = ({ name }: Load): string => /^(?:P0S3|[^.]+)/.exec(name)?.[0] ?? name
const anchor = (family: string): string => family.toLowerCase()
const code = (text: string): string => `\`${text}\``
const size = (bytes: number): string => bytes.toLocaleString('en-GB')

function row(load: Load, presets: Load | undefined): string {
  const { name, archive, files, certainty } = load
  const seen = files.filter(file => seenFile(name, file.name)).length
  const known = seen === 0 ? 'none' : `${seen} of ${files.length}`
  const cells = [
    `${code(name)}${CERTAINTY[certainty]}${load === presets ? ', of the presets' : ''}`,
    archive ? code(archive) : '–',
    known,
  ]
  return `| ${cells.join(' | ')} |`
}

function filesOf({ name, files }: Load): string {
  if (files.every(file => !file.name.endsWith('.sbn') && !seenFile(name, file.name))) return ''
  const rows = files.map(file => {
    const seen = seenFile(name, file.name)
    const twin = twinBytes(file.name)
    const bytes = seen ? size(seen.bytes) : twin === undefined ? '–' : `${size(twin)} in the SCCP archive`
    return `| ${code(file.name)} | ${bytes} | ${seen ? code(seen.sha256) : '–'} |`
  })
  const held = seenIn(name).join(', ')
  return `
<details><summary>Files of ${name}</summary>

| file | bytes | SHA-256 |
|---|---|---|
${rows.join('\n')}
${held && `\nHeld by ${held}.\n`}
</details>
`
}

function instead(presets: Load | undefined): string {
  const [model = ''] = presets?.models ?? []
  const others = presets ? inPlaceOf(presets.name, model, false).map(({ name }) => code(name)) : []
  if (!presets || others.length === 0) return 'Nothing else is known that would do.'
  return `In place of ${code(presets.name)} would do: ${others.join(', ')}.`
}

function section(family: string, loads: readonly Load[]): string {
  const presets = loads.find(load => LOADS.find(({ models }) => models[0] === load.models[0]) === load)
  const sorted = newestFirst(loads)
  return `## <a id="${anchor(family)}"></a>${family}: ${loads[0]?.models.join(', ')}

| load | archive | files seen |
|---|---|---|
${sorted.map(load => row(load, presets)).join('\n')}

${instead(presets)}
${sorted.map(filesOf).join('')}`
}

export function firmwarePage(): string {
  const families = [...new Set(LOADS.map(familyOf))]
  const links = families.map(family => `[${family}](#${anchor(family)})`).join(', ')
  return `# Firmware

Which loads there are for which phone, newest first, and what their files look like; made from the generator's catalogue
(\`npm run docs\`). The firmware is the vendor's: it is not here, and nothing here downloads it. Cisco lists it under the name of
the phone, *Session Initiation Protocol (SIP) Software*. “Firmware files only” is the archive to take, a zip; \`.cop.sgn\` and
\`.cop.sha512\` do as well. It asks for a login, which was free for guests when people wrote about it (c’t 2017, usecallmanager).

Families: ${links}.

## <a id="instead"></a>When a download is gone or wants a login

* **Another release does.** Take any load of your phone's family that you can get, write \`load:\` at the phone in the site, and make
  the bundle anew: the configuration follows the release of the load (before 9.0 lines are written in another way).
* **A load need not be in these lists.** Its name is read by its pattern: the family, a dot, the release. The name is that of the
  \`.loads\` file in the archive, which on a 79xx ends in \`S\`; the archive's own name does not.
* **A phone that runs something older than 8.3(3)** needs a step up to 8.5(2) first ([site.md](site.md)). A phone of newer
  hardware refuses loads that are older than itself; it then fetches its list again and again and never an image.
* **A phone that already runs a load of its SIP family** needs no firmware at all for a new configuration.
* **The archive of the other protocol does not do**: SIP needs \`jar…sip\` and \`cvm…sip\`, which an SCCP archive lacks.

## <a id="check"></a>Check a file by hand

In the folder with the files:

\`\`\`
sha256sum *.loads *.sbn                                         # Linux
shasum -a 256 *.loads *.sbn                                     # macOS
Get-FileHash *.loads, *.sbn | Format-List Path, Hash            # Windows, in PowerShell
\`\`\`

* **The same**: it is, byte for byte, what the repositories named here held.
* **Another hash, and the size in the table**: may well be whole. The same image ships in the archives for SIP and for SCCP under
  one name, with another signature in front of it (\`cnu42.9-4-2ES26.sbn\`: 254 bytes differ, all of them in the header). Every list for a reset,
  \`termNN.default.loads\`, is another file in every release under the same name. “In the SCCP archive” says that only that twin was seen.
* **Another size**: the download broke off, or somebody changed the file. Get it anew.
* **Not in the table**: nobody has published one that could be compared. The phone itself checks the vendor's signature and
  refuses a file that is not Cisco's; \`cp-agent inspect BUNDLE --firmware FOLDER\` says what is missing.

None of the hashes is the vendor's own word: they are of files that public repositories held.

## <a id="locale"></a>Words and tones

The words of the screen are in \`po-locale-de_DE-….cop.sgn\` (with the code of your language), the tones of all countries in
\`${TONES_ARCHIVE.replace('*', '…')}\`; later ones end in \`.cop.sha512\`. The vendor lists both among the downloads of its call manager, not
of the phones, under “${LOCALE_DOWNLOAD}”. For a 7975G
\`po-locale-de_DE-k3-11.5.1.3000-1.cop.sgn\` was used; whether newer ones still have the files of old phones is not known
here. The agent reads them as they are.

${families
  .map(family =>
    section(
      family,
      LOADS.filter(load => familyOf(load) === family),
    ),
  )
  .join('\n')}`
}
