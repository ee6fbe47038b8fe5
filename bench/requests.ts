// What a request costs the Worker, and how it bears many of them.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fleetJson, fleetYaml } from './fleet.ts'
import { type Answered, load, type Sent } from './load.ts'
import type { Workerd } from './workerd.ts'

const example = (name: string) => readFileSync(new URL(`../examples/${name}.yaml`, import.meta.url), 'utf8')
const ONE = example('fritzbox-7975g')
const ONE_JSON = JSON.stringify(parse(ONE))

const JSON_TYPE = 'application/json'
const YAML_TYPE = 'application/yaml'
/** `most`: what it may cost, in ms. The page posts JSON. */
const COSTS = [
  { what: '1 phone', type: JSON_TYPE, body: ONE_JSON, most: 5 },
  { what: '1 phone as YAML', type: YAML_TYPE, body: ONE, most: undefined },
  { what: '25 phones of 3 models', type: JSON_TYPE, body: fleetJson(25, 3), most: 10 },
  { what: '25 of as many models', type: JSON_TYPE, body: fleetJson(25), most: undefined },
  { what: '… as YAML', type: YAML_TYPE, body: fleetYaml(25), most: undefined },
  { what: 'an answer of /healthz', type: undefined, body: undefined, most: undefined },
]
const BATCHES = 12
const BATCH = 25

export interface RequestCost {
  what: string
  /** Milliseconds of CPU for each, all threads of workerd together: of the least disturbed batch, and of the median one. */
  least: number
  median: number
  most: number | undefined
}

export async function requestCosts({ origin, cpuMs }: Workerd): Promise<RequestCost[]> {
  const costs: RequestCost[] = []
  for (const { what, type, body, most } of COSTS) {
    const one = async () => {
      const post = body === undefined ? {} : { method: 'POST', body, headers: { 'Content-Type': type } }
      const answer = await fetch(origin + (body === undefined ? '/healthz' : '/api/bundles'), post)
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`the Worker answers ${answer.status}`)
    }
    const batch = async () => {
      const before = cpuMs()
      for (let i = 0; i < BATCH; i++) await one()
      return (cpuMs() - before) / BATCH
    }
    await batch()
    await batch()
    const all: number[] = []
    while (all.length < BATCHES) all.push(await batch())
    const [least = 0] = all.sort((a, b) => a - b)
    costs.push({ what, least, median: all[BATCHES >> 1] ?? 0, most })
  }
  return costs
}

const PRESETS = 50
const presetNo = (n: number) =>
  JSON.stringify({ preset: 'my-office', description: { en: `No. ${n}`, de: `Nr. ${n}` }, codec: 'g722' })

/** Of ten requests, six make a bundle, two read a stored preset, one stores one, and one reads the page. */
export async function loaded({ origin }: Workerd, perSecond: number, seconds: number): Promise<Map<string, Answered>> {
  const ids: string[] = []
  for (let n = 0; n < PRESETS; n++) {
    const headers = { 'Content-Type': JSON_TYPE }
    const answer = await fetch(`${origin}/api/presets`, { method: 'POST', body: presetNo(n), headers })
    if (!answer.ok) throw new Error(`the store answers ${answer.status}: ${await answer.text()}`)
    const { id }: { id: string } = await answer.json()
    ids.push(id)
  }
  const request = (n: number): Sent => {
    const kind = n % 10
    if (kind === 0) return { what: 'page', path: '/' }
    if (kind === 1) return { what: 'preset stored', path: '/api/presets', body: presetNo(PRESETS + n) }
    if (kind === 4 || kind === 7) return { what: 'preset read', path: `/api/presets/${ids[n % PRESETS]}` }
    return { what: 'bundle', path: '/api/bundles', body: ONE_JSON }
  }
  await load(origin, request, perSecond / 2, 2)
  return load(origin, n => request(n + 10_000), perSecond, seconds)
}
