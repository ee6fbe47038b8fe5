// Sites of many phones: every model whose load is sure, one and two lines, as a person would write them.
import { loadsFor } from '../generator/catalog/loads.ts'
import { PHONES } from '../generator/catalog/phones.ts'

const MODELS = PHONES.flatMap(({ name, lineKeys }) => {
  const [load] = loadsFor(name)
  return load && load.certainty !== 'U' ? [{ name, load: load.name, lines: Math.min(2, lineKeys.value) }] : []
})

interface FleetPhone {
  model: string
  load: string
  mac: string
  label: string
  lines: { username: string; secret: string; label: string }[]
}

function phonesOf(count: number): FleetPhone[] {
  return Array.from({ length: count }, (_, n) => {
    const model = MODELS[n % MODELS.length]
    if (!model) throw new Error('the catalogue has no model')
    const digits = n.toString(16).padStart(6, '0').toUpperCase()
    const lines = Array.from({ length: 1 + (n % model.lines) }, (_, line) => {
      const username = `${10_000 + n}${line > 0 ? `-${line}` : ''}`
      return { username, secret: `line-${username}`, label: `Room ${n}` }
    })
    return { model: model.name, load: model.load, mac: `001D45${digits}`, label: `R${n}`, lines }
  })
}

const HEAD = { site: 'fleet', preset: 'fritzbox-de', registrar: { address: '10.0.0.1' } }
const NETWORK = { agent: '10.0.0.1/16', leases: '10.0.1.0-10.0.255.250' }

/** YAML, as an editor would leave it. */
export function fleetYaml(count: number): string {
  const phones = phonesOf(count).map(({ model, load, mac, label, lines }) => {
    const written = lines.map(
      line => `      - { username: "${line.username}", password: { secret: ${line.secret} }, label: ${line.label} }\n`,
    )
    return `  - model: ${model}\n    load: ${load}\n    mac: ${mac}\n    label: ${label}\n    lines:\n${written.join('')}`
  })
  const { site, preset, registrar } = HEAD
  return `site: ${site}
preset: ${preset}
registrar: { address: ${registrar.address} }
network:
  agent: ${NETWORK.agent}
  leases: ${NETWORK.leases}
phones:
${phones.join('')}`
}

/** The same site as JSON, as a program would write it. */
export function fleetJson(count: number): string {
  const phones = phonesOf(count).map(({ lines, ...phone }) => ({
    ...phone,
    lines: lines.map(({ secret, ...line }) => ({ ...line, password: { secret } })),
  }))
  return JSON.stringify({ ...HEAD, network: NETWORK, phones })
}

/** As a table, a line of a phone in a row. */
export function fleetCsv(count: number): string {
  const rows = phonesOf(count).flatMap(({ model, mac, lines }) =>
    lines.map(({ username, label }) => `${mac},${model},${username},password${username},${label}\n`),
  )
  return `mac,model,username,password,displayName\n${rows.join('')}`
}
