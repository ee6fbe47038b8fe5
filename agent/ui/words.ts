// What happens to a phone, in words that the terminal and the local board share.
import type { AgentEvent } from '../events.ts'
import { harmless } from './harmless.ts'
import { fill, type Lang, TEXT } from './text.ts'

export type StateEvent = AgentEvent & { event: 'phone.state' }

export function stateWords(
  { state, address = '', image = 0, images = 0, load = '' }: Omit<StateEvent, 'event'>,
  lang: Lang,
): string {
  return fill(TEXT[lang].states[state], { address, image, images, load: harmless(load) })
}

export function hopWords({ from, to }: { from: string; to: string }, lang: Lang): string {
  const { hop, hopUnknown } = TEXT[lang].say
  return fill(from === 'unknown' ? hopUnknown : hop, { from: harmless(from), to: harmless(to) })
}
