// Turns any failure into a code, a sentence, a cure and an exit code.
import { BundleError } from '../../schemas/bundle/errors.ts'
import { AgentError } from '../error.ts'
import * as EXIT from '../exit.ts'
import { addressCommand } from './address.ts'
import { fill, type Lang, TEXT } from './text.ts'

export interface Explanation {
  code: string
  message: string
  cure: string
  exit: EXIT.Exit
}

export function explain(error: unknown, lang: Lang, platform: NodeJS.Platform = process.platform): Explanation {
  if (error instanceof BundleError) return { code: error.code, ...error.explain(lang), exit: EXIT.refused }
  const known =
    error instanceof AgentError
      ? error
      : new AgentError('agent.bug', error instanceof Error ? error.message : String(error))
  const { message, cure } = TEXT[lang].errors[known.code]
  return {
    code: known.code,
    message: fill(message, { '': known.detail, ...Object.fromEntries(known.detail.split('; ').entries()) }),
    cure: fill(cure, { '': setAddressHint(known, platform) }),
    exit: known.exit,
  }
}

/** The command that gives an interface its address. */
function setAddressHint({ code, detail }: AgentError, platform: NodeJS.Platform): string {
  if (code !== 'interface.no-address' && code !== 'address.nowhere') return ''
  const [first = '', second = ''] = detail.split('; ')
  const [name, cidr] = code === 'interface.no-address' ? [first, second] : [second.split(', ')[0] ?? '', first]
  return `: ${addressCommand('add', name, cidr, platform)}`
}
