// The presets that come with the generator. TypeScript, not YAML, because Node, workerd and the browser all read it alike.
import type { Preset } from '../../schemas/preset.ts'
import { FRITZBOX } from './built-in/fritzbox.ts'
import { SIPGATE } from './built-in/sipgate.ts'
import { SMALL_OFFICE } from './built-in/small-office.ts'
import { TELEPHONE_SYSTEMS } from './built-in/telephone-systems.ts'

export const BUILT_IN: readonly Preset[] = [...FRITZBOX, ...TELEPHONE_SYSTEMS, SIPGATE, ...SMALL_OFFICE]

export const builtInPreset = (name: string): Preset | undefined => BUILT_IN.find(({ preset }) => preset === name)
