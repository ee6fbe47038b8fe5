// What the worker does with a text: reads it once, checks it, and makes of it all that the page shows and sends.

import { registrarSnippet } from '../../files/registrar-snippet.ts'
import { checkRead } from '../../generate.ts'
import { summarise } from '../../plan/summary.ts'
import { type Difference, overruled, presetChange } from '../../presets/differences.ts'
import { isLink, toLink } from '../../presets/link.ts'
import { type NamedPreset, namedPreset } from '../../presets/named.ts'
import { ON_THE_WEB } from '../../site/limits.ts'
import { readSite } from '../../site/read.ts'
import type { ChangeRequest, CoreAnswer, CoreRequest } from './answer.ts'
import { PREVIEWED_MAX, preview } from './preview.ts'

/** What a bundle says besides the site; the preview does not know when it will be made. */
export interface Making {
  issued: string
  /** An origin. */
  issuer: string
}

/** Never throws for what stands in the text. */
export async function liveCheck({ text, lang, presets }: CoreRequest, making: Making): Promise<CoreAnswer> {
  const document = readSite(text, 'yaml')
  const checked = await checkRead(document, { lang, ...(presets && { presets }) })
  if (!checked.ok || !document.ok) return { ok: false, problems: checked.problems }
  const { plan, siteId, name, problems } = checked
  const named = await presetOf(document.value, presets)
  const json = await toJson(document.value, named)
  return {
    ok: true,
    problems,
    siteId,
    name,
    summary: summarise(plan),
    files: preview(plan, { id: siteId, name, lang, ...making }),
    previewed: Math.min(plan.phones.length, PREVIEWED_MAX),
    snippet: registrarSnippet(plan, lang),
    differences: named?.ok ? overruled(named.preset, document.value) : [],
    ...(new TextEncoder().encode(json).length <= ON_THE_WEB.bytes && { json }),
  }
}

/** Nothing for a text that cannot be read: then nobody knows. */
export async function liveChange({ text, to, presets }: ChangeRequest): Promise<Difference[]> {
  const document = readSite(text, 'yaml')
  if (!document.ok) return []
  const named = await presetOf(document.value, presets)
  return presetChange(named?.ok ? named.preset : undefined, to, document.value)
}

async function presetOf({ preset }: Record<string, unknown>, presets: CoreRequest['presets']) {
  return typeof preset === 'string' ? namedPreset(preset, presets) : undefined
}

/** The Worker looks nothing up: an id becomes a link, which holds the preset itself. */
async function toJson(written: Record<string, unknown>, named: NamedPreset | undefined): Promise<string> {
  const { preset } = written
  const isId = named?.ok && named.name !== named.preset.preset && typeof preset === 'string' && !isLink(preset)
  return JSON.stringify(isId ? { ...written, preset: await toLink(named.preset) } : written)
}
