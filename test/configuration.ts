// Reads a file of a bundle with the strict reader and compares it with the format that it should have.
import { parseXml } from '../agent/rehearsal/xml.ts'
import type { PhoneModel } from '../generator/catalog/phones.ts'
import { formatOf } from '../schemas/configuration/documents.ts'
import { type Fault, faultsOf } from '../schemas/configuration/faults.ts'
import { FAMILIES, type Family } from '../schemas/configuration/node.ts'
import { type Built, served } from './build.ts'

/** What the catalogue says, else by the digits of the name: the 99xx are read as the 89xx. */
export function familyOf(model: Pick<PhoneModel, 'name'>): Family {
  const said = 'family' in model ? FAMILIES.find(family => family === model.family) : undefined
  const series = /\d\d/.exec(model.name)?.[0].replace('99', '89')
  const family = said ?? FAMILIES.find(name => name === `${series}xx`)
  if (!family) throw new Error(`no family: ${model.name}`)
  return family
}

/** @throws XmlFault, or when nobody knows what the file should be. */
export function faultsIn(path: string, bytes: Uint8Array, family?: Family): string[] {
  const root = parseXml(bytes)
  const format = formatOf(path, root.name)
  if (!format) throw new Error(`no format for ${path}`)
  return faultsOf(root, format, family).map(faultLine)
}

export const faultLine = ({ code, path, wanted }: Fault): string =>
  `${code} ${path}${wanted === undefined ? '' : ` (${wanted})`}`

const isXml = (path: string) => /\.xml$/i.test(path)

/** Path → faults of every file in XML, each phone's configuration as the agent serves it. */
export function faultsOfAll(made: Built): Record<string, string[]> {
  const configs = new Map(made.plan.phones.map(phone => [phone.config, phone]))
  return Object.fromEntries(
    [...made.files.values()]
      .filter(({ path }) => isXml(path))
      .map(({ path, bytes }) => {
        const phone = configs.get(path)
        const faults = phone
          ? faultsIn(path, served(made, phone), familyOf({ name: phone.model }))
          : faultsIn(path, bytes)
        return [phone ? `${path} of ${phone.model}` : path, faults]
      }),
  )
}
