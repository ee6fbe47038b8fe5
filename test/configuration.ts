// Reads a file of a bundle with the strict reader and compares it with the format that it should have.
import { parseXml } from '../agent/rehearsal/xml.ts'
import type { PlannedPhone } from '../generator/plan/plan.ts'
import { formatOf } from '../schemas/configuration/documents.ts'
import { type Fault, faultsOf } from '../schemas/configuration/faults.ts'
import { FAMILIES, type Family } from '../schemas/configuration/node.ts'
import { type Built, served } from './build.ts'

/** @throws for a family whose files are no XML. */
function familyOf({ family, model }: PlannedPhone): Family {
  const found = FAMILIES.find(name => name === family.name)
  if (!found) throw new Error(`no format for ${model}`)
  return found
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
        const faults = phone ? faultsIn(path, served(made, phone), familyOf(phone)) : faultsIn(path, bytes)
        return [phone ? `${path} of ${phone.model}` : path, faults]
      }),
  )
}
