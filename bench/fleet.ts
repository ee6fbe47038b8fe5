// Sites of many phones at an Asterisk: every model whose load is sure, a line for each phone, as a person would write them.
import { loadsFor } from '../generator/catalog/loads.ts'
import { PHONES } from '../generator/catalog/phones.ts'

const MODELS = PHONES.flatMap(({ name }) => {
  const [load] = loadsFor(name)
  return load && load.certainty !== 'U' ? [{ model: name, load: load.name }] : []
})
const HEAD = { site: 'fleet', registrar: { kind: 'asterisk-pjsip', address: '10.0.0.1' } }
const NETWORK = { agent: '10.0.0.1/16', leases: '10.0.1.0-10.0.255.250' }

/** @param models of how many models they are. */
const phonesOf = (count: number, models = MODELS.length) =>
  Array.from({ length: count }, (_, n) => {
    const mac = `001D45${n.toString(16).padStart(6, '0').toUpperCase()}`
    const line = { username: `${10_000 + n}`, password: { secret: `line-${n}` }, label: `Room ${n}` }
    return {
      ...(MODELS[n % Math.min(models, MODELS.length)] ?? { model: '', load: '' }),
      mac,
      label: `R${n}`,
      lines: [line],
    }
  })

/** YAML, as an editor would leave it. */
export function fleetYaml(count: number): string {
  const line = ({ username, password, label }: ReturnType<typeof phonesOf>[number]['lines'][number]) =>
    `      - { username: "${username}", password: { secret: ${password.secret} }, label: ${label} }\n`
  const phones = phonesOf(count).map(
    ({ model, load, mac, label, lines }) =>
      `  - model: ${model}\n    load: ${load}\n    mac: ${mac}\n    label: ${label}\n    lines:\n${lines.map(line).join('')}`,
  )
  const { site, registrar } = HEAD
  return `site: ${site}
registrar: { kind: ${registrar.kind}, address: ${registrar.address} }
network:
  agent: ${NETWORK.agent}
  leases: ${NETWORK.leases}
phones:
${phones.join('')}`
}

/** The same site as JSON, as a program would write it. */
export const fleetJson = (count: number, models?: number): string =>
  JSON.stringify({ ...HEAD, network: NETWORK, phones: phonesOf(count, models) })

/** As a table, a phone in a row. */
export function fleetCsv(count: number): string {
  const rows = phonesOf(count).map(({ model, mac, label }, n) => `${mac},${model},${n},password${n},${label}\n`)
  return `mac,model,username,password,displayName\n${rows.join('')}`
}
