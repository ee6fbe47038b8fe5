// The builder as the server draws it: before its script runs, nothing can be pressed, but everything can be read.

import type { Lang } from '../../problem.ts'
import type { Actions } from './builder.tsx'
import { createDesk, type Desk } from './desk.ts'
import { factsOf } from './facts-of.ts'
import { de } from './text-de.ts'
import { en } from './text-en.ts'

const SAY = { de, en }
const FACTS = { de: factsOf('de'), en: factsOf('en') }

/** @param preset the name of a built-in one; another name is that of the first. */
export function firstDesk(lang: Lang, origin: string, preset: string | undefined): Desk {
  const facts = FACTS[lang]
  const known = facts.presets.find(({ name }) => name === preset) ?? facts.presets[0]
  return createDesk({ lang, say: SAY[lang], facts, origin, text: known?.starter ?? '' })
}

const nothing = () => {}
export const NO_ACTIONS: Actions = {
  make: nothing,
  check: nothing,
  saveSecrets: nothing,
  restore: nothing,
  show: nothing,
  open: nothing,
  generate: nothing,
  applyOffer: nothing,
  refuseOffer: nothing,
  share: nothing,
  store: nothing,
  copy: nothing,
}
