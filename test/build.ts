// A site built for a test: its plan, its files, and each phone's configuration as the agent serves it, all holes filled.
import { Secret } from '../agent/secrets/secret.ts'
import { fillHoles } from '../agent/shelf/fill.ts'
import { renderFiles } from '../generator/files/files.ts'
import type { PhoneFile } from '../generator/files/xml.ts'
import { check } from '../generator/generate.ts'
import type { Plan, PlannedPhone } from '../generator/plan/plan.ts'
import type { Lang, Problem } from '../generator/problem.ts'

export interface Built {
  plan: Plan
  /** Warnings. */
  problems: Problem[]
  /** Path → file, holes empty. */
  files: ReadonlyMap<string, PhoneFile>
}

const BY = { issued: '2026-11-23T09:00:00Z', issuer: 'https://example.org' }

/** @param text YAML, which JSON is too. @param id stands for the site's own where a test wants it fixed. */
export async function built(text: string, lang: Lang = 'en', id?: string): Promise<Built> {
  const checked = await check({ text, lang })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  const { plan, siteId, name, problems } = checked
  const files = [...renderFiles(plan, { id: id ?? siteId, name, lang, ...BY })]
  return { plan, problems, files: new Map(files.map(file => [file.path, file])) }
}

/** What a phone gets. @param passwordOf a value for each secret. */
export function served(
  { files, plan }: Built,
  phone: PlannedPhone,
  passwordOf: (secret: string) => string = () => 'geheim',
): Uint8Array {
  const file = files.get(phone.config)
  if (!file) throw new Error(`no ${phone.config}`)
  const secrets = new Map(plan.secrets.map(({ name }) => [name, new Secret(passwordOf(name))]))
  const load = phone.route.at(-1)?.load ?? ''
  const filled = fillHoles(file.bytes, file.holes, { mac: phone.mac, load, secrets })
  if (!(filled instanceof Uint8Array)) throw new Error(`a hole in ${phone.config}`)
  return filled
}
