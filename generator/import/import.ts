// From a person's own configuration file to a site, and what generating it again would change: nothing is dropped silently.
import { stringify } from 'yaml'
import { secretKey } from '../../schemas/secret-name.ts'
import { renderFiles } from '../files/files.ts'
import { check } from '../generate.ts'
import type { Lang, Problem } from '../problem.ts'
import { type Difference, differencesOf } from './differences.ts'
import type { ImportNote } from './note.ts'
import { type ImportedSep, importSep, type SepFile } from './sep/sep.ts'
import { readLooseText } from './sip-text/loose-text.ts'
import { importSipText, isSipText, treeOf } from './sip-text/sip-text.ts'
import { type LooseElement, readLooseXml } from './tolerant-xml.ts'

export interface Imported {
  ok: true
  /** A site file. */
  yaml: string
  /** `KEY=value` lines for the agent's `--secrets`; empty when the file had no password. */
  secrets: string
  notes: ImportNote[]
  /** What is still wrong with the site, at its place in `yaml`. */
  problems: Problem[]
  /** What the phone would be told otherwise; empty while the site has errors. */
  differences: Difference[]
}

/** Never throws for what stands in the file; neither notes nor problems nor differences hold a password. */
export async function importConfiguration(
  file: SepFile,
  lang: Lang,
): Promise<Imported | Extract<ImportedSep, { ok: false }>> {
  const isText = isSipText(file.text)
  const imported = isText ? importSipText(file) : importSep(file)
  if (!imported.ok) return imported
  const { site, device, secrets, notes } = imported
  const yaml = `# Imported from a configuration file; passwords are named here and stand in a file of their own.\n${stringify(site, { lineWidth: 120 })}`
  const checked = await check({ text: yaml, lang })
  return {
    ok: true,
    yaml,
    secrets: secrets.map(({ name, value }) => `${secretKey(name)}=${value}\n`).join(''),
    notes: checked.ok ? notes : [...notes, { code: 'import.not-compared' }],
    problems: checked.problems,
    differences: checked.ok ? differencesOf(device, again(checked, isText) ?? device) : [],
  }
}

/** What the phone would get now; undefined for a phone of the other kind, whose files cannot be compared. */
function again(
  { plan, name, siteId }: Extract<Awaited<ReturnType<typeof check>>, { ok: true }>,
  isText: boolean,
): LooseElement | undefined {
  const moment = { issued: '', issuer: '', lang: 'en' as const }
  const rendered = [...renderFiles(plan, { id: siteId, name, ...moment })]
  const files = new Map(rendered.map(({ path, bytes }) => [path, bytes]))
  const [phone] = plan.phones
  const own = files.get(phone?.config ?? '')
  if ((phone?.family.configuration === 'text') !== isText) return undefined
  if (!isText) return readLooseXml(new TextDecoder().decode(own)).root
  const settings = (bytes?: Uint8Array) => readLooseText(new TextDecoder('latin1').decode(bytes)).settings
  return treeOf(new Map([...settings(files.get('files/SIPDefault.cnf')), ...settings(own)]))
}
