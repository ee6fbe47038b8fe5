// Takes from the catalogue what the builder needs, on the server, once for each language.
import { KEY_FEATURES } from '../../../schemas/line-key.ts'
import type { Preset } from '../../../schemas/preset.ts'
import { ADD_ON_MODULES } from '../../catalog/models/add-on-modules.ts'
import { faceOf } from '../../catalog/models/faces.ts'
import { TEXT_PASSWORD_LIMITS } from '../../catalog/models/text-7940.ts'
import { PHONES } from '../../catalog/phones.ts'
import { PASSWORD_LIMITS, REGISTRARS } from '../../catalog/registrars.ts'
import { BUILT_IN } from '../../presets/built-in.ts'
import { starter } from '../../presets/starter.ts'
import type { Lang } from '../../problem.ts'
import { presetTitle } from '../gallery/facts.ts'
import type { DescribedKey } from '../model/description.ts'
import type { Facts } from './facts.ts'
import { FEATURE_WORDS } from './feature-words.ts'

export const factsOf = (lang: Lang): Facts => ({
  models: PHONES.map(({ name, family, lineKeys, lineModeKeys, addOnModules }) => ({
    name,
    family: family.name,
    lineKeys: lineKeys.value,
    ...(lineModeKeys && { lineModeKeys: lineModeKeys.value }),
    face: faceOf(name).value,
    addOns: ADD_ON_MODULES.flatMap(({ name, keys }): [string, number][] =>
      addOnModules?.value.includes(name) ? [[name, keys]] : [],
    ),
    blanks: family.blankInLabel.value,
    password: family.configuration === 'text' ? TEXT_PASSWORD_LIMITS : PASSWORD_LIMITS,
  })),
  presets: BUILT_IN.map(preset => ({
    name: preset.preset,
    title: presetTitle(preset, lang) ?? preset.preset,
    kind: preset.registrar?.kind ?? '',
    keys: (preset.keys ?? []).map(describedKey),
    starter: starter(preset.preset, lang),
  })),
  registrars: REGISTRARS.map(({ kind, name }) => ({ kind, name })),
  features: KEY_FEATURES.map(name => ({ name, title: FEATURE_WORDS[name][lang] })),
})

function describedKey(key: NonNullable<Preset['keys']>[number]): DescribedKey {
  const { dial, blf, park, feature, label = '', position, pickup = false } = key
  const kind = dial !== undefined ? 'dial' : blf !== undefined ? 'blf' : park !== undefined ? 'park' : 'feature'
  return {
    kind,
    value: dial ?? blf ?? park ?? feature ?? '',
    label,
    pickup,
    ...(position !== undefined && { position }),
  }
}
