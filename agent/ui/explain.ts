// Turns any failure into a code, a sentence, a cure and an exit code.
import { BundleError } from '../../schemas/bundle/errors.ts'
import { AgentError } from '../error.ts'
import * as EXIT from '../exit.ts'
import { addressCommand } from './address.ts'
import { asDoctor, asRoot, commandLine, ownRights, started } from './shell.ts'
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
  const parts = Object.fromEntries(known.detail.split('; ').entries())
  return {
    code: known.code,
    message: fill(message, { '': known.detail, ...parts }),
    cure: fill(cure, { '': setAddressHint(known, platform), ...parts, again: again(known, platform) }),
    exit: known.exit,
  }
}

/** The command that mends it, or that says more. */
function again({ code }: AgentError, platform: NodeJS.Platform): string {
  const rights = code === 'port.forbidden' || code === 'address.failed'
  const line = commandLine(rights ? started() : asDoctor(), platform)
  return rights && platform !== 'win32' ? asRoot(line) : line
}

/** The commands that give an interface its address; NetworkManager has to be told, or it takes the address away again. */
function setAddressHint({ code, detail }: AgentError, platform: NodeJS.Platform): string {
  const [first = '', second = '', third = ''] = detail.split('; ')
  const [name, cidr] =
    code === 'interface.no-address'
      ? [first, second]
      : code === 'address.failed'
        ? [second, third]
        : [code === 'address.nowhere' ? (second.split(', ')[0] ?? '') : '', first]
  if (!name || name === '-') return ''
  const byManager =
    platform === 'linux' && ownRights.has('nmcli')
      ? ` (NetworkManager: \`nmcli device modify ${name} ipv4.method manual +ipv4.addresses ${cidr}\`)`
      : ''
  return `: \`${addressCommand('add', name, cidr, platform)}\`${byManager}`
}
