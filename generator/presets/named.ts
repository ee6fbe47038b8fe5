// The preset that a site names: one that is built in, one by its id, or one in a link. Nothing is fetched here; what was
// looked up by id is given, and checked.
import type { Preset } from '../../schemas/preset.ts'
import type { Finding } from '../problem.ts'
import { canonicalJson } from '../site/id.ts'
import { BUILT_IN, builtInPreset } from './built-in.ts'
import { checkPreset } from './check.ts'
import { PRESET_ID, presetId } from './id.ts'
import { contentOf, isLink } from './link.ts'

/** Id → what was found under it, a preset or not. */
export type LookedUp = Readonly<Record<string, unknown>>

export type NamedPreset =
  /** `name` is the same however the site names the preset: that of the built-in one, else the id. */
  { ok: true; name: string; preset: Preset } | { ok: false; findings: Finding[] }

/** What of a preset comes under a site: all but what it says about itself. */
export function underSite(preset: Preset | undefined): Record<string, unknown> {
  const { preset: _, description: __, language: ___, licence: ____, author: _____, ...under } = preset ?? {}
  return under
}

/** @returns the id in an id, or in the address of a preset's page: `https://…/p/<id>`. */
export function idNamedBy(text: string): string | undefined {
  const [, id = text] = /^https?:\/\/[^/?#]+\/p\/([a-z2-7]{26})\/?(?:[?#].*)?$/.exec(text) ?? []
  return PRESET_ID.test(id) ? id : undefined
}

/** @param text what stands behind `preset:`. */
export async function namedPreset(text: string, lookedUp: LookedUp = {}): Promise<NamedPreset> {
  const builtIn = builtInPreset(text)
  if (builtIn) return { ok: true, name: text, preset: builtIn }
  if (isLink(text)) return linked(text)
  const id = idNamedBy(text.trim())
  if (id === undefined) {
    const known = BUILT_IN.map(({ preset }) => preset).join(', ')
    return refuse({ code: 'site.preset-unknown', path: ['preset'], details: { known } })
  }
  if (!Object.hasOwn(lookedUp, id)) {
    const preset = await builtInWith(id)
    if (preset) return { ok: true, name: preset.preset, preset }
    return refuse({ code: 'site.preset-lookup', path: ['preset'], details: { id } })
  }
  const checked = checkPreset(lookedUp[id], ['preset'])
  if (!checked.ok) return { ok: false, findings: checked.findings }
  const have = await presetId(checked.preset)
  if (have !== id) return refuse({ code: 'site.preset-id', path: ['preset'], details: { id, have } })
  return named(checked.preset, id)
}

const refuse = (finding: Finding): NamedPreset => ({ ok: false, findings: [finding] })

async function linked(text: string): Promise<NamedPreset> {
  const content = await contentOf(text)
  if (content === undefined) return refuse({ code: 'site.preset-link', path: ['preset'] })
  const checked = checkPreset(content, ['preset'])
  return checked.ok ? named(checked.preset, await presetId(checked.preset)) : { ok: false, findings: checked.findings }
}

const named = (preset: Preset, id: string): NamedPreset => ({
  ok: true,
  name: isBuiltIn(preset) ? preset.preset : id,
  preset,
})

/** Whether it says what the built-in preset of its name says. */
export function isBuiltIn(preset: Preset): boolean {
  const builtIn = builtInPreset(preset.preset)
  return builtIn !== undefined && canonicalJson(builtIn) === canonicalJson(preset)
}

async function builtInWith(id: string): Promise<Preset | undefined> {
  for (const preset of BUILT_IN) if ((await presetId(preset)) === id) return preset
  return undefined
}
