// Turns any failure into a code, a sentence, a cure and an exit code.
import { BundleError } from '../../schemas/bundle/errors.ts'
import { AgentError, EXIT, type Exit } from '../error.ts'
import { fill, type Lang, TEXT } from './text.ts'

export interface Explanation {
  code: string
  message: string
  cure: string
  exit: Exit
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
    message: fill(message, { '': known.detail }),
    cure: fill(cure, { '': setAddressHint(known, platform) }),
    exit: known.exit,
  }
}

/** The command that gives an interface its address, in this system's words. */
function setAddressHint({ code, detail }: AgentError, platform: NodeJS.Platform): string {
  if (code !== 'interface.no-address' && code !== 'address.nowhere') return ''
  const [first = '', second = ''] = detail.split('; ')
  const [name, cidr] = code === 'interface.no-address' ? [first, second] : [second.split(', ')[0] ?? '', first]
  const [address = '', prefix = '24'] = cidr.split('/')
  const mask = [0, 8, 16, 24].map(shift => (0xff00 >> Math.min(8, Math.max(0, Number(prefix) - shift))) & 255).join('.')
  const command = {
    win32: `netsh interface ipv4 add address "${name}" ${address} ${mask}`,
    darwin: `sudo ifconfig ${name} alias ${address} ${mask}`,
    linux: `sudo ip address add ${cidr} dev ${name}`,
  }[platform === 'win32' || platform === 'darwin' ? platform : 'linux']
  return `: ${command}`
}
