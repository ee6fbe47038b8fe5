// XMLDefault.cnf.xml: whether each entry has the number of the model that it is meant for.
import type { PhoneModel } from '../../catalog/phone-model.ts'
import { PHONES } from '../../catalog/phones.ts'
import type { LooseElement } from '../tolerant-xml.ts'
import { lintMember } from './device.ts'
import { lintLoad, modelsOf } from './load.ts'
import type { Tell } from './mistake.ts'

interface Numbered {
  id: number
  /** Without the maker and the letters behind: `7962`. */
  digits: string
  name: string
}

const digitsOf = (model: string): string => /\d{4}/.exec(model)?.[0] ?? ''
const numbered = ({ name, deviceType }: Pick<PhoneModel, 'name' | 'deviceType'>): Numbered => ({
  ...{ id: deviceType.value.id, digits: digitsOf(name), name },
})
const MODELS: readonly Numbered[] = PHONES.map(numbered)
const write = (models: readonly Numbered[]): string =>
  models.map(({ id, digits }) => `loadInformation${id} model="Cisco ${digits}"`).join(', ')
const names = (models: readonly Numbered[]): string => models.map(({ name }) => name).join(', ')

/** @param root `<Default>` */
export function lintDefault(root: LooseElement, tell: Tell): void {
  lintMember(root, tell)
  const entries = root.children.filter(({ name }) => /^loadInformation/i.test(name))
  if (!entries.some(({ name }) => /\d$/.test(name))) {
    tell('lint.default-none', entries[0]?.line ?? root.line, { right: write(MODELS.filter(({ id }) => id === 437)) })
  }
  for (const entry of entries) {
    lintLoad(entry, entry.text, tell)
    lintEntry(entry, tell)
  }
}

function lintEntry(entry: LooseElement, tell: Tell): void {
  const { name: node, line, text: load } = entry
  const id = /(\d+)$/.exec(node)?.[1]
  if (id === undefined) return
  const own = MODELS.filter(model => model.id === Number(id))
  const said = digitsOf(entry.attributes.get('model') ?? '')
  // A -GE has a number of its own; the digits alone mean either.
  const meant = MODELS.filter(({ digits }) => digits === said)
  if (meant.length > 0 && !own.some(model => meant.includes(model))) {
    tell('lint.default-id', line, { node, model: said, right: write(meant) })
    return
  }
  const fitting = modelsOf(load).map(numbered)
  if (own.length === 0) tell('lint.default-unknown', line, { node })
  else if (fitting.length > 0 && !own.some(model => fitting.some(other => other.id === model.id))) {
    tell('lint.default-load', line, { node, model: names(own), load, right: write(fitting) })
  }
}
