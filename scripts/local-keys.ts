// The keys of this checkout.
import { fileURLToPath } from 'node:url'
import { localKeys as keysIn, type LocalKeys } from '../generator/cli/local-keys.ts'

export function localKeys(): Promise<LocalKeys> {
  return keysIn(fileURLToPath(new URL('../.cp/keys', import.meta.url)))
}
