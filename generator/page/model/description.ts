// What the form shows of a site's text. It takes what it finds: a value of the wrong type is an empty field, and what is wrong
// with it is said by the check. The text stays the truth; model/edit.ts changes it.
import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import { ON_THE_WEB } from '../../site/limits.ts'
import { placesIn, type Tree } from '../../site/tree.ts'
import { faultIn } from './fault.ts'
import { treeOf } from './tree.ts'

/** Where something stands in a site: `['phones', 0, 'lines', 1, 'label']`. */
export type Place = readonly (string | number)[]

export interface DescribedLine {
  username: string
  /** Name of the secret. */
  secret: string
  label: string
  displayName: string
}

export interface DescribedKey {
  kind: (typeof KEY_KINDS)[number]
  /** The number, the feature, the URL; of an intercom its user name. */
  value: string
  label: string
  position?: number
  pickup: boolean
}

export interface DescribedPhone {
  model: string
  mac: string
  running: string
  load: string
  label: string
  address: string
  lines: DescribedLine[]
  keys: DescribedKey[]
  /** Whether it has a list of keys of its own, be it an empty one. */
  ownKeys: boolean
  addOns: string[]
  lineMode: boolean
  /** What else the text says of it, for which the form has no field: `hotline`, `lines.authName`. */
  more: string[]
}

export interface Description {
  site: string
  preset: string
  registrar: { kind: string; address: string; port: string; transport: string }
  network: { agent: string; leases: string }
  /** For phones that have none of their own. */
  keys: DescribedKey[]
  phones: DescribedPhone[]
  /** What else the text says: `dialPlan`, `network.router`. */
  more: string[]
}

/** The entries of each list are at the same index as in the text, whatever they are. */
export type ReadDescription = { ok: true; description: Description } | { ok: false; line: number; column: number }

export { addAt, moveAt, removeAt, setAt } from './edit.ts'

const KEY_KINDS = ['dial', 'blf', 'park', 'feature', 'service', 'intercom'] as const
const FIELDS = {
  site: ['site', 'preset', 'registrar', 'network', 'keys', 'phones'],
  registrar: ['kind', 'address', 'port', 'transport'],
  network: ['agent', 'leases'],
  phone: ['model', 'mac', 'running', 'load', 'label', 'address', 'lines', 'keys', 'addOns', 'lineMode'],
  line: ['username', 'password', 'label', 'displayName'],
}

/** Never throws. @returns where the text stops being YAML, counted from 1. */
export function readDescription(text: string): ReadDescription {
  const source = text.replace(/^\ufeff/, '')
  if (source.length > ON_THE_WEB.bytes) return { ok: false, line: 1, column: 1 }
  try {
    const tree = treeOf(source)
    const fault = faultIn(tree)
    if (fault !== undefined) {
      const { line, column } = placesIn(source)(fault)
      return { ok: false, line, column }
    }
    return { ok: true, description: describe(tree) }
  } catch {
    return { ok: false, line: 1, column: 1 } // nested deeper than anything can follow
  }
}

function describe(tree: Tree): Description {
  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(tree) : node)
  const entries = (node: unknown): Map<string, unknown> => {
    const map = resolved(node)
    return new Map(isMap(map) ? map.items.map(({ key, value }) => [text(key), resolved(value)] as const) : [])
  }
  const list = (node: unknown): unknown[] => (isSeq(node) ? node.items.map(resolved) : [])
  const others = (node: unknown, known: readonly string[], before = '') =>
    [...entries(node).keys()].filter(key => !known.includes(key)).map(key => before + key)

  function key(node: unknown): DescribedKey {
    const map = entries(node)
    const kind = KEY_KINDS.find(name => map.has(name)) ?? 'dial'
    const value = map.get(kind)
    const position = Number(text(map.get('position')) || Number.NaN)
    return {
      kind,
      value: kind === 'intercom' ? text(entries(value).get('username')) : text(value),
      label: text(map.get('label')),
      ...(Number.isInteger(position) && { position }),
      pickup: text(map.get('pickup')) === 'true',
    }
  }

  function line(node: unknown): DescribedLine {
    const map = entries(node)
    return {
      username: text(map.get('username')),
      secret: text(entries(map.get('password')).get('secret')),
      label: text(map.get('label')),
      displayName: text(map.get('displayName')),
    }
  }

  function phone(node: unknown): DescribedPhone {
    const map = entries(node)
    const say = (name: string) => text(map.get(name))
    const lines = list(map.get('lines'))
    return {
      model: say('model'),
      mac: say('mac'),
      running: say('running'),
      load: say('load'),
      label: say('label'),
      address: say('address'),
      lines: lines.map(line),
      keys: list(map.get('keys')).map(key),
      ownKeys: isSeq(map.get('keys')),
      addOns: list(map.get('addOns')).map(text),
      lineMode: say('lineMode') === 'true',
      more: [...others(node, FIELDS.phone), ...new Set(lines.flatMap(each => others(each, FIELDS.line, 'lines.')))],
    }
  }

  const site = entries(tree.contents)
  const registrar = entries(site.get('registrar'))
  const network = entries(site.get('network'))
  return {
    site: text(site.get('site')),
    preset: text(site.get('preset')),
    registrar: {
      kind: text(registrar.get('kind')),
      address: text(registrar.get('address')),
      port: text(registrar.get('port')),
      transport: text(registrar.get('transport')),
    },
    network: { agent: text(network.get('agent')), leases: text(network.get('leases')) },
    keys: list(site.get('keys')).map(key),
    phones: list(site.get('phones')).map(phone),
    more: [
      ...others(tree.contents, FIELDS.site),
      ...others(site.get('registrar'), FIELDS.registrar, 'registrar.'),
      ...others(site.get('network'), FIELDS.network, 'network.'),
    ],
  }
}

/** As it stands there: `0123` without quotes is a number for YAML, but not for the person who wrote it. */
function text(node: unknown): string {
  if (!isScalar(node) || node.value === null || node.value === undefined) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}
