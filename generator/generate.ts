// The generator's core in two verbs: `check` turns the text of a site into a plan, `generate` turns it into a signed
// bundle. Pure: the time and the keys are arguments, so that the same input always gives the same bytes.
import type { Manifest } from '../schemas/manifest.ts'
import { toManifest } from './bundle/manifest.ts'
import { type BundleIssuer, seal } from './bundle/seal.ts'
import { renderFiles } from './files/files.ts'
import type { Plan } from './plan/plan.ts'
import { planSite } from './plan/plan-site.ts'
import { type Finding, isAboutKey, isError, type Lang, type Problem, toProblem } from './problem.ts'
import { siteId } from './site/id.ts'
import { readSite } from './site/read.ts'
import { type Rest, resolveSite } from './site/resolve.ts'

/** A site as somebody wrote it. YAML is the default, and reads JSON too; `json` insists on JSON. */
export interface SiteText {
  text: string
  /** Of the messages, and of the README in the bundle. */
  lang: Lang
  format?: 'yaml' | 'json'
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
  bundle: Uint8Array
  manifest: Manifest
}

/** Reads, merges, validates and plans. It never throws for what stands in the text. */
export async function check({ text, lang, format = 'yaml' }: SiteText): Promise<Checked> {
  const document = readSite(text, format)
  const report = (findings: readonly Finding[]): Problem[] =>
    findings
      .map(finding =>
        toProblem(finding, lang, document.positionOf(finding.path, isAboutKey(finding) ? 'key' : 'value')),
      )
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  if (!document.ok) return { ok: false, problems: report(document.findings) }

  const resolved = resolveSite(document.value)
  if (!resolved.ok) {
    const { findings, rest } = resolved
    const more = rest ? planSite(rest.site).findings.map(finding => inDocument(finding, rest)) : []
    return { ok: false, problems: report([...findings, ...more.filter(isError)]) }
  }
  const planned = planSite(resolved.site)
  if (!planned.ok) return { ok: false, problems: report(planned.findings) }
  return {
    ok: true,
    plan: planned.plan,
    siteId: await siteId(resolved.site),
    name: resolved.site.site,
    problems: report(planned.findings),
  }
}

/** The place of a phone among those that are left → its place in what was written. */
function inDocument(finding: Finding, { phones }: Rest): Finding {
  const [first, index, ...more] = finding.path
  if (first !== 'phones' || typeof index !== 'number') return finding
  return { ...finding, path: [first, phones[index] ?? index, ...more] }
}

/**
 * Makes the bundle.
 * @param by `issued` is UTC to the second, `2026-11-23T09:00:00Z`; the issuer signs.
 * @throws BundleError `bundle.hole` or `bundle.phone`: a fault of the generator, never of the site.
 */
export async function generate(
  input: SiteText,
  by: { issued: string; issuer: BundleIssuer },
): Promise<Generated | Refused> {
  const checked = await check(input)
  if (!checked.ok) return checked
  const { plan, siteId: id, name } = checked
  const files = renderFiles(plan, { id, name, lang: input.lang, issued: by.issued, issuer: by.issuer.issuer })
  const manifest = await toManifest(plan, files, { id, name, issuer: by.issuer.issuer, issued: by.issued })
  return { ...checked, manifest, bundle: await seal(manifest, files, by.issuer) }
}
