// What a person does by hand at the phone, step by step, for that model: a reset, a TFTP server set by hand, the way to the router.
import type { ManifestPhone } from '../../schemas/manifest.ts'
import type { Guide } from '../events.ts'
import { addressCommand } from './address.ts'
import { fill, type Lang, TEXT } from './text.ts'

export interface GuideOptions {
  lang: Lang
  /** This computer's address on the cable. */
  cidr: string
  leaseSeconds: number
  /** The interface with the cable. */
  wire: string
  /** Whether the agent takes the address away by itself. */
  keeps?: boolean
  platform?: NodeJS.Platform
}

export function guideSteps(guide: Guide, { model, facts }: ManifestPhone, options: GuideOptions): string[] {
  const { lang, cidr, leaseSeconds, wire, platform = process.platform } = options
  const { resetLamps = 'unknown', resetLoad = '', resetKeys: keys, eraseKeys = '', power = '' } = facts
  const say = TEXT[lang].guides
  const values = {
    ...{
      model,
      keys,
      eraseKeys,
      power: power && ` (${power})`,
      list: resetLoad,
      minutes: Math.round(leaseSeconds / 60),
    },
    ...{ cidr, address: cidr.split('/')[0] ?? '', undo: addressCommand('delete', wire, cidr, platform) },
  }
  const { lamps, loader, kept, erase } = say
  const steps: Record<Guide, readonly string[]> = {
    reset: [
      ...say.reset.slice(0, 3),
      lamps[resetLamps],
      ...say.reset.slice(3),
      resetLoad ? loader : kept,
      ...(eraseKeys ? [erase] : []),
    ],
    'alternate-tftp': say['alternate-tftp'],
    'hand-over': say['hand-over'].filter(step => !options.keeps || !step.includes('{undo}')),
  }
  return steps[guide].map(step => fill(step, values))
}
