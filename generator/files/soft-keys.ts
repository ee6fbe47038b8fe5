// softkeys.xml: the keys below the screen. Format: usecallmanager, soft-keys.
import { SOFT_KEY_NUMBERS } from '../../schemas/configuration/soft-keys.ts'
import { SOFT_KEY_STATES, SOFT_KEYS } from '../../schemas/device.ts'
import { SOFT_KEY_SETS } from '../catalog/keys/soft-keys.ts'
import type { PlannedSoftKeys } from '../plan/soft-keys.ts'
import { element, leaves, type PhoneFile, writeXml } from './xml.ts'

export const SOFT_KEY_FILE = 'softkeys.xml'

/** @param versionStamp a phone reads the file anew only when it is another one. */
export function softKeys(sets: PlannedSoftKeys, versionStamp: string): PhoneFile {
  const definitions = SOFT_KEYS.map(keyID => {
    const [tag, eventID, helpID] = SOFT_KEY_NUMBERS[keyID]
    return element('softKeyDef', leaves({ tag, eventID, helpID }), { keyID })
  })
  const states = SOFT_KEY_STATES.map(state =>
    element(
      'softKeySet',
      sets[state].map(keyID => element('softKey', undefined, { keyID })),
      { id: SOFT_KEY_SETS[state].id },
    ),
  )
  // No key may be pressed for a call on a shared line elsewhere.
  const remote = element('softKeySet', [], { id: 'Remote In Use' })
  return writeXml(
    `files/${SOFT_KEY_FILE}`,
    element('softKeyCfg', [
      ...leaves({ versionStamp }),
      element('typeSoftKey', definitions),
      element('softKeySets', [...states, remote]),
    ]),
  )
}
