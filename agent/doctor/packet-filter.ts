// Asks the rules of Linux's packet filter what would become of a phone's question. What cannot be understood makes it unsure, never sure.

/** What arrives. */
export interface Packet {
  interface: string
  protocol: 'udp' | 'tcp'
  port: number
  /** Whether it answers something that we sent. */
  known: boolean
}

/** As `nft -j list ruleset` prints it; libnftables-json(5). */
export interface Ruleset {
  nftables: { chain?: Chain; rule?: Rule }[]
}
interface Place {
  family: string
  table: string
}
interface Chain extends Place {
  name: string
  /** Only of a chain that the kernel itself calls. */
  type?: string
  hook?: string
  policy?: string
}
interface Rule extends Place {
  chain: string
  expr: Statement[]
}
interface Statement {
  match?: { op: string; left: Left; right: unknown }
  vmap?: { key: Left; data: unknown }
  jump?: { target: string }
  goto?: { target: string }
  [verdict: string]: unknown
}
interface Left {
  meta?: { key: string }
  ct?: { key: string }
  payload?: { protocol?: string; field?: string }
}

/** `on`: nobody decided, and the next rule has its turn; `back`: so has the chain that called this one. */
type Outcome = 'accept' | 'drop' | 'on' | 'back'

/** What neither decides nor asks anything. */
const BYSTANDERS = /^(counter|log|comment|mangle|notrack|continue|xt_comment|ct helper)$/

/** @returns what may become of the packet, and the chains that may drop it, as `nft` names them. */
export function fateOf(
  { nftables }: Ruleset,
  packet: Packet,
): { fate: 'passes' | 'dropped' | 'unsure'; gates: string[] } {
  const chains = nftables.flatMap(({ chain }) => chain ?? [])
  const rules = nftables.flatMap(({ rule }) => rule ?? [])
  const entered = chains.filter(
    ({ family, type, hook = '' }) =>
      /^(ip|inet)$/.test(family) && type === 'filter' && /^(input|prerouting)$/.test(hook),
  )
  const gates = entered.flatMap(chain => {
    const ends = walk(chain, chain.name, { rules, packet, depth: 0 })
    if (ends.delete('on') || ends.has('back')) ends.add(chain.policy === 'drop' ? 'drop' : 'accept')
    ends.delete('back')
    return ends.has('drop') ? [{ name: `${chain.family} ${chain.table} ${chain.name}`, sure: ends.size === 1 }] : []
  })
  const fate = gates.length === 0 ? 'passes' : gates.some(({ sure }) => sure) ? 'dropped' : 'unsure'
  return { fate, gates: gates.map(({ name }) => name) }
}

interface Walk {
  rules: readonly Rule[]
  packet: Packet
  depth: number
}

function walk({ family, table }: Place, name: string, { rules, packet, depth }: Walk): Set<Outcome> {
  const ends = new Set<Outcome>()
  if (depth > 16) return new Set(['accept', 'drop'])
  for (const rule of rules) {
    if (rule.family !== family || rule.table !== table || rule.chain !== name) continue
    const all = follow(rule, { rules, packet, depth })
    for (const end of all) if (end !== 'on') ends.add(end)
    if (!all.has('on')) return ends
  }
  return ends.add('on')
}

/** One rule: its statements from left to right, until one does not match or decides. */
function follow(rule: Rule, around: Walk): Set<Outcome> {
  const ends = new Set<Outcome>()
  for (const statement of rule.expr) {
    const { match, vmap, jump, goto: leap } = statement
    const [word = ''] = Object.keys(statement)
    if (BYSTANDERS.test(word)) continue
    const met = match && meets(match, around.packet)
    if (met === true) continue
    if (met === false) return ends.add('on')
    let decided: Set<Outcome> | undefined
    if (vmap) decided = choose(vmap, rule, around)
    else if (jump) decided = call(jump.target, 'on', rule, around)
    else if (leap) decided = call(leap.target, 'back', rule, around)
    else if (Object.hasOwn(VERDICTS, word)) decided = new Set([VERDICTS[word] ?? 'on'])
    // What is not understood may match or not: the rest of the rule counts, and so do the next ones.
    for (const end of decided ?? ['on' as const]) ends.add(end)
    if (decided && !decided.delete('on')) return ends
  }
  return ends.add('on')
}

const VERDICTS: Readonly<Record<string, Outcome>> = { accept: 'accept', drop: 'drop', reject: 'drop', return: 'back' }

/** @param then what a chain that decides nothing leads to: after a jump the next rule, after a goto that of the caller. */
function call(target: string, then: 'on' | 'back', at: Place, around: Walk): Set<Outcome> {
  const ends = walk(at, target, { ...around, depth: around.depth + 1 })
  const undecided = [ends.delete('on'), ends.delete('back')].includes(true)
  return undecided ? ends.add(then) : ends
}

/** A map from what a packet has to what becomes of it. */
function choose({ key, data }: NonNullable<Statement['vmap']>, at: Rule, around: Walk): Set<Outcome> {
  const ends = new Set<Outcome>()
  const entries: unknown = typeof data === 'object' && data !== null && 'set' in data ? data.set : undefined
  if (!Array.isArray(entries)) return new Set(['accept', 'drop', 'on'])
  for (const [right, verdict] of entries) {
    const met = meets({ op: '==', left: key, right }, around.packet)
    if (met === false) continue
    for (const end of follow({ ...at, expr: [verdict] }, around)) ends.add(end)
    if (met) return ends
  }
  return ends.add('on')
}

/** @returns undefined for what cannot be said. */
function meets({ op, left, right }: NonNullable<Statement['match']>, packet: Packet): boolean | undefined {
  const { meta, ct, payload } = left
  const { protocol, port } = packet
  if (payload?.field === 'dport' && /^(udp|tcp|th)$/.test(payload.protocol ?? ''))
    return payload.protocol === 'th' || payload.protocol === protocol ? compare(op, right, [port]) : false
  if (payload && /^(udp|tcp|icmp|icmpv6|ip6|sctp|dccp|arp)$/.test(payload.protocol ?? ''))
    return payload.protocol === protocol ? undefined : false
  if (meta?.key === 'l4proto' || (payload?.protocol === 'ip' && payload.field === 'protocol'))
    return compare(op, right, [protocol, protocol === 'udp' ? 17 : 6])
  if (meta?.key === 'iifname' || meta?.key === 'iif') return compare(op, right, [packet.interface])
  if (meta?.key === 'nfproto') return compare(op, right, ['ipv4', 2])
  if (meta?.key === 'protocol') return compare(op, right, ['ip', 2048])
  if (ct?.key === 'state') return compare(op, right, [packet.known ? 'established' : 'new'])
  if (ct?.key === 'status' && right === 'dnat') return op === '!='
  return undefined
}

function compare(op: string, right: unknown, own: readonly (string | number)[]): boolean | undefined {
  const is = contains(right, own)
  if (is === undefined) return undefined
  if (op === '!=') return !is
  return op === '==' || op === 'in' ? is : undefined
}

/** @param right a value, several, a range, or what cannot be looked into: the name of a set. */
function contains(right: unknown, own: readonly (string | number)[]): boolean | undefined {
  if (typeof right === 'number') return own.includes(right)
  if (typeof right === 'string') {
    if (right.startsWith('@')) return undefined
    return own.some(each =>
      right.endsWith('*') ? String(each).startsWith(right.slice(0, -1)) : String(each) === right,
    )
  }
  if (Array.isArray(right)) {
    const each = right.map(one => contains(one, own))
    return each.includes(true) ? true : each.includes(undefined) ? undefined : false
  }
  if (typeof right !== 'object' || right === null) return undefined
  if ('set' in right) return contains(right.set, own)
  if ('range' in right && Array.isArray(right.range)) {
    const [from, to] = right.range.map(Number)
    return own.some(each => Number(each) >= Number(from) && Number(each) <= Number(to))
  }
  return undefined
}
