// What the worker does with a text: reads it once, checks it, and makes of it all that the page shows and sends.

import { registrarSnippet } from '../../files/registrar-snippet.ts'
import { checkRead } from '../../generate.ts'
import { summarise } from '../../plan/summary.ts'
import { builtInPreset } from '../../presets/built-in.ts'
import { type Difference, overruled, presetChange } from '../../presets/differences.ts'
import { toLink } from '../../presets/link.ts'
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
export async function liveCheck({ text, lang, presets = {} }: CoreRequest, making: Making): Promise<CoreAnswer> {
  const document = readSite(text, 'yaml')
  const checked = await checkRead(document, { lang })
  if (!checked.ok || !document.ok) return { ok: false, problems: checked.problems }
  const { plan, siteId, name, problems } = checked
  const preset = presetOf(document.value, presets)
  const json = await toJson(document.value, presets)
  return {
    ok: true,
    problems,
    siteId,
    name,
    summary: summarise(plan),
    files: preview(plan, { id: siteId, name, lang, ...making }),
    previewed: Math.min(plan.phones.length, PREVIEWED_MAX),
    snippet: registrarSnippet(plan, lang),
    differences: preset ? overruled(preset, document.value) : [],
    ...(new TextEncoder().encode(json).length <= ON_THE_WEB.bytes && { json }),
  }
}

/** Nothing for a text that cannot be read: then nobody knows. */
export function liveChange({ text, to, presets = {} }: ChangeRequest): Difference[] {
  const document = readSite(text, 'yaml')
  return document.ok ? presetChange(presetOf(document.value, presets), to, document.value) : []
}

type Presets = NonNullable<CoreRequest['presets']>
/** The id itself, or an address that ends with it. */
const ID = /^(?:https?:\/\/[^/?#]+\/p\/)?([a-z2-7]{26})$/

function presetOf({ preset: name }: Record<string, unknown>, presets: Presets) {
  return typeof name === 'string' ? (builtInPreset(name) ?? lookedUp(name, presets)) : undefined
}

function lookedUp(name: string, presets: Presets) {
  const id = ID.exec(name.trim())?.[1] ?? name
  return Object.hasOwn(presets, id) ? presets[id] : undefined
}

async function toJson(written: Record<string, unknown>, presets: Presets): Promise<string> {
  const { preset: name } = written
  const preset = typeof name === 'string' && !builtInPreset(name) ? lookedUp(name, presets) : undefined
  return JSON.stringify(preset ? { ...written, preset: await toLink(preset) } : written)
}
