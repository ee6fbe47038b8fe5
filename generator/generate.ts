// The generator's core in two verbs: `check` turns the text of a site into a plan, `generate` turns it into a signed
// bundle (`bundleParts` part by part). Pure: the time and the keys are arguments, so that the same input always gives the same bytes.
import { concat } from '../schemas/bundle/concat.ts'
import type { Manifest } from '../schemas/manifest.ts'
import { type BundleIssuer, seal } from './bundle/seal.ts'
import { renderFiles } from './files/files.ts'
import type { Plan } from './plan/plan.ts'
import { planSite } from './plan/plan-site.ts'
import type { LookedUp } from './presets/named.ts'
import { type Finding, isAboutKey, isError, type Lang, type Problem, toProblem } from './problem.ts'
import { siteId } from './site/id.ts'
import { type Limits, ON_THE_WEB } from './site/limits.ts'
import { type ReadSite, readSite } from './site/read.ts'
import { type Rest, resolveSite } from './site/resolve.ts'

/** A site as somebody wrote it. YAML is the default, and reads JSON too; `json` insists on JSON. */
export interface SiteText {
  text: string
  /** Of the messages, and of the README in the bundle. */
  lang: Lang
  format?: 'yaml' | 'json'
  /** Those of the web when nothing is said. */
  limits?: Limits
  /** What was looked up for a preset that the site names by its id; it is checked against that. Nothing is fetched here. */
  presets?: LookedUp
  /** Whether the problems of an accepted site are wanted; putting them into words, with places, takes a look at the whole text. */
  warnings?: boolean
}

/** A site that can be made into a bundle; `problems` then holds warnings only. */
export interface Accepted {
  ok: true
  plan: Plan
  /** 52 characters of base32: SHA-256 over the merged site with its defaults. */
  siteId: string
  /** What the site calls itself; fit for a file name. */
  name: string
  problems: Problem[]
}

/** Every error of the site at once, with its place in the text; warnings too. */
export interface Refused {
  ok: false
  problems: Problem[]
}

export type Checked = Accepted | Refused

/** A bundle, and what it was made from. */
export interface Generated extends Accepted {
  bundle: Uint8Array<ArrayBuffer>
  manifest: Manifest
}

/** Reads, merges, validates and plans. It never throws for what stands in the text. */
export function check({ text, format = 'yaml', limits = ON_THE_WEB, ...how }: SiteText): Promise<Checked> {
  return checkRead(readSite(text, format, limits), { limits, ...how })
}

/** The same for a text that was read already. */
export async function checkRead(
  document: ReadSite,
  { lang, limits = ON_THE_WEB, presets, warnings = true }: Omit<SiteText, 'text' | 'format'>,
): Promise<Checked> {
  const report = (findings: readonly Finding[]): Problem[] =>
    findings
      .map(finding =>
        toProblem(finding, lang, document.positionOf(finding.path, isAboutKey(finding) ? 'key' : 'value')),
      )
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  const refuse = (findings: readonly Finding[]): Refused => ({
    ok: false,
    problems: report(foremost(findings, limits)),
  })
  if (!document.ok) return refuse(document.findings)
  const many = tooMany(document.value, limits)
  if (many) return refuse([many])

  const resolved = await resolveSite(document.value, presets)
  if (!resolved.ok) {
    const { findings, rest } = resolved
    const more = rest ? planSite(rest.site, rest.preset).findings.map(finding => inDocument(finding, rest)) : []
    return refuse([...findings, ...more.filter(isError)])
  }
  const planned = planSite(resolved.site, resolved.preset)
  if (!planned.ok) return refuse(planned.findings)
  return {
    ok: true,
    plan: planned.plan,
    siteId: await siteId(resolved.site),
    name: resolved.site.site,
    problems: warnings ? report(planned.findings) : [],
  }
}

/** As many as may be told, errors first, and how many more there are. */
function foremost(findings: readonly Finding[], { problems: max }: Limits): readonly Finding[] {
  if (findings.length <= max) return findings
  const sorted = [...findings.filter(isError), ...findings.filter(finding => !isError(finding))]
  const { path = [], at } = sorted[max] ?? {}
  const details = { have: String(findings.length), max: String(max) }
  return [...sorted.slice(0, max), { code: 'site.problems-many', path, details, ...(at && { at }) }]
}

/** Asked before anything is done for each of them. */
function tooMany({ phones }: Record<string, unknown>, { phones: max }: Limits): Finding | undefined {
  if (!Array.isArray(phones) || phones.length <= max) return undefined
  return { code: 'site.phones-many', path: ['phones'], details: { have: String(phones.length), max: String(max) } }
}

/** The place of a phone among those that are left → its place in what was written. */
function inDocument(finding: Finding, { phones }: Rest): Finding {
  const [first, index, ...more] = finding.path
  if (first !== 'phones' || typeof index !== 'number') return finding
  return { ...finding, path: [first, phones[index] ?? index, ...more] }
}

/** When a bundle is made, and who signs it. */
export interface Issue {
  /** UTC to the second, `2026-11-23T09:00:00Z`. */
  issued: string
  issuer: BundleIssuer
}

/**
 * Makes the bundle in one pass, part by part, so that a large site needs little more memory than a small one.
 * @param lang of the README in the bundle.
 * @returns the manifest, after the last part.
 * @throws BundleError `bundle.*`: a fault of the generator, never of the site. What was given out until then is worthless.
 */
export function bundleParts(
  { plan, siteId: id, name }: Accepted,
  lang: Lang,
  { issued, issuer }: Issue,
): AsyncGenerator<Uint8Array, Manifest, undefined> {
  const names = { id, name, issued, issuer: issuer.issuer }
  return seal(plan, renderFiles(plan, { ...names, lang }), names, issuer)
}

/** Checks the site and makes the bundle in one piece. @throws as {@link bundleParts} */
export async function generate(input: SiteText, by: Issue): Promise<Generated | Refused> {
  const checked = await check(input)
  if (!checked.ok) return checked
  const sealing = bundleParts(checked, input.lang, by)
  const parts: Uint8Array[] = []
  for (;;) {
    const { done, value } = await sealing.next()
    if (done) return { ...checked, manifest: value, bundle: concat(parts) }
    parts.push(value)
  }
}
