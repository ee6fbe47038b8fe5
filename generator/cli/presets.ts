// The preset of a site at the command line: one by its id is looked up, and one that is not built in is shown before it applies.
import { createInterface } from 'node:readline/promises'
import { presetChange } from '../presets/differences.ts'
import { PRESET_BYTES } from '../presets/link.ts'
import { idNamedBy, isBuiltIn, type LookedUp, namedPreset } from '../presets/named.ts'
import { type Lang, printable } from '../problem.ts'
import { SAY } from './text.ts'

export interface PresetOptions {
  /** Of the generator that has it; nobody is asked without. */
  url?: string
  yes: boolean
  /** Whether there is a person at the terminal. */
  canAsk: boolean
  lang: Lang
}

const ORIGIN = /^https?:\/\/[^/?#@\s]+\/?$/
const PATIENCE_MS = 10_000

export const isOrigin = (url: string): boolean => ORIGIN.test(url)

const say = (text: string) => void process.stderr.write(`${text}\n`)

/**
 * Looks up the preset that a site names, shows what it changes and asks.
 * @returns what was looked up, to be checked with the site; undefined when it cannot be had or was not agreed to, which was said.
 */
export async function agreeOnPreset(
  written: Record<string, unknown>,
  { url, yes, canAsk, lang }: PresetOptions,
): Promise<LookedUp | undefined> {
  const text = written.preset
  if (typeof text !== 'string') return {}
  const words = SAY[lang]
  const id = idNamedBy(text.trim())
  let named = await namedPreset(text)
  let found: LookedUp = {}
  if (!named.ok && id !== undefined && url !== undefined) {
    const content = await fetchPreset(url.replace(/\/$/, ''), id)
    if ('failed' in content) {
      say(content.failed === 'gone' ? words.presetGone(id, url) : words.presetUnreachable(url))
      return undefined
    }
    found = { [id]: content.value }
    named = await namedPreset(text, found)
  }
  // What is wrong is told with all else that is wrong with the site.
  if (!named.ok || isBuiltIn(named.preset)) return found
  const changes = presetChange(undefined, named.preset, written)
  say(words.presetChanges(printable(named.preset.preset)))
  for (const { path, preset, site } of changes) {
    say(`  ${printable(path)}: ${printable(preset)}${site === '' ? '' : ` (${words.presetNow}: ${printable(site)})`}`)
  }
  if (changes.length === 0) say(`  ${words.presetNothing}`)
  if (yes) return found
  const agreed = canAsk && words.presetYes.test(await ask(words.presetAsk))
  if (agreed) return found
  say(canAsk ? words.presetRefused : words.presetNeedsYes)
  return undefined
}

async function fetchPreset(
  origin: string,
  id: string,
): Promise<{ value: unknown } | { failed: 'gone' | 'unreachable' }> {
  try {
    const answer = await fetch(`${origin}/api/presets/${id}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status === 404) return { failed: 'gone' }
    if (!answer.ok || !answer.body) return { failed: 'unreachable' }
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of answer.body) {
      size += part.length
      if (size > PRESET_BYTES) return { failed: 'unreachable' }
      parts.push(part)
    }
    return { value: JSON.parse(Buffer.concat(parts).toString('utf8')) }
  } catch {
    return { failed: 'unreachable' }
  }
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(question)).trim()
  } finally {
    terminal.close()
  }
}
