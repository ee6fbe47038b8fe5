// Which firmware a file names, and whether a phone could take it.
import { isMpp } from '../../catalog/families.ts'
import { loadsFor } from '../../catalog/loads.ts'
import type { PhoneModel } from '../../catalog/phone-model.ts'
import { PHONES } from '../../catalog/phones.ts'
import { childrenOf, type LooseElement } from '../tolerant-xml.ts'
import type { Tell } from './mistake.ts'

const SUFFIX = /\.(loads|sbn|bin|sb2)$/i

/** `SIP42` in `SIP42.9-4-2SR3-1S`, `P003` in `P0030801SR02`. */
const familyOf = (load: string): string => /^(p0[0-9a-z]{2}|\w+)/i.exec(load)?.[0].toLowerCase() ?? ''

/** Models that a load is for, by its family. */
export const modelsOf = (load: string): readonly PhoneModel[] =>
  PHONES.filter(({ loadFamilies }) => loadFamilies.value.some(name => name.toLowerCase() === familyOf(load)))

/** @param model where it is certain */
export function lintLoads(device: LooseElement, model: PhoneModel | undefined, tell: Tell): void {
  const loads = childrenOf(device, 'loadInformation')
  const [first] = loads
  const other = loads.find(({ text }) => text !== first?.text)
  if (other) tell('lint.load-twice', other.line)
  if (!first || first.text === '') return
  lintLoad(first, first.text, tell)
  const fits = model?.loadFamilies.value.some(name => name.toLowerCase() === familyOf(first.text))
  if (model && !fits) {
    const known = loadsFor(model.name).map(({ name }) => name)
    tell('lint.load-model', first.line, { load: first.text, model: model.name, known: known.join(', ') })
  }
  if (/^sccp/i.test(first.text)) {
    const known = new Set((model ? [model] : modelsOf(first.text)).flatMap(({ name }) => loadsFor(name)))
    tell('lint.load-sccp', first.line, {
      load: first.text,
      known: [...known].map(({ name }) => name).join(', ') || '-',
    })
  }
}

/** What is wrong with a load wherever it is named. */
export function lintLoad({ line }: LooseElement, load: string, tell: Tell): void {
  if (SUFFIX.test(load)) tell('lint.load-suffix', line, { load: load.replace(SUFFIX, '') })
  if (isMpp(load)) tell('lint.load-mpp', line, { load })
}
