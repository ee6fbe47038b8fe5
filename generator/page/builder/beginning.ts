// What the builder begins with.
import { setAt } from '../model/description.ts'
import { recall } from './draft.ts'
import type { Facts } from './facts.ts'

/** What the visitor wrote before; a preset that the address names is put into it. */
export function beginning(facts: Facts, fresh: string): string {
  const address = new URL(location.href)
  const preset = address.searchParams.get('preset')
  const draft = recall()
  if (preset !== null) {
    address.searchParams.delete('preset') // once, not at every reload
    history.replaceState(null, '', address)
  }
  if (draft === null || facts.presets.some(({ starter }) => starter === draft))
    return preset === null ? (draft ?? fresh) : fresh
  return preset === null ? draft : setAt(draft, ['preset'], preset)
}
