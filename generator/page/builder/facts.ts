// What the builder must know of the catalogue. The server puts it into the page as data, so that the script stays small.

import type { SecretLimits } from '../../../schemas/secret.ts'
import type { Face } from '../../catalog/models/faces.ts'
import type { DescribedKey } from '../model/description.ts'

export interface ModelFacts {
  /** As on the sticker. */
  name: string
  /** `79xx`; the phones of a family stand together in the list. */
  family: string
  lineKeys: number
  /** The same when the keys on both sides of the screen are line keys. */
  lineModeKeys?: number
  face: Face
  /** Modules with more keys that it takes: name and keys. */
  addOns: [name: string, keys: number][]
  /** Whether the label at the top of the screen may have blanks. */
  blanks: boolean
  password: SecretLimits
}

export interface PresetFacts {
  name: string
  /** For people, in their language. */
  title: string
  kind: string
  /** Those of phones without keys of their own. */
  keys: readonly DescribedKey[]
  /** The description that the builder opens with. */
  starter: string
}

export interface Facts {
  models: ModelFacts[]
  presets: PresetFacts[]
  registrars: { kind: string; name: string }[]
  /** What a key can do by itself: as the text says it, and for people. */
  features: { name: string; title: string }[]
}
