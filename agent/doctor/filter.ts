// Reads the packet filter's rules, which only root may, and says whether they let a phone's questions through.
import { readFileSync } from 'node:fs'
import { attempt } from '../attempt.ts'
import { askSystem } from './ask-system.ts'
import { fromIptables } from './iptables.ts'
import { fateOf, type Packet, type Ruleset } from './packet-filter.ts'
import type { Firewall, Ports } from './system.ts'

/** Some port from which a file goes: its acknowledgements come back there. */
const TRANSFER = 50_000

/**
 * @param firewall what is known of it without these rules.
 * @returns undefined where nobody may know.
 */
export async function askFilter(
  firewall: Firewall | undefined,
  name: string,
  ports: Ports,
): Promise<Firewall | undefined> {
  // The rules that ufw makes are in words that nft does not know, and its file says all.
  if (process.platform !== 'linux' || firewall?.name === 'ufw') return firewall
  if (process.getuid?.() !== 0) return firewall?.on ? firewall : undefined
  const packets: Packet[] = [
    ...ports.udp.map(port => ({ interface: name, protocol: 'udp' as const, port, known: false })),
    ...ports.tcp.map(port => ({ interface: name, protocol: 'tcp' as const, port, known: false })),
    { interface: name, protocol: 'udp', port: TRANSFER, known: true },
  ]
  const filters = (await readRulesets()).map(([tool, ruleset]) => judgeFilter(tool, ruleset, packets))
  const closed = filters.find(({ drops }) => drops) ?? filters.find(({ open }) => !open)
  // What firewalld makes is mended by its own command.
  if (firewall?.on) return { ...firewall, open: filters.length > 0 && !closed }
  return closed ?? filters.find(({ on }) => on) ?? firewall
}

type Tool = 'nft' | 'iptables' | 'iptables-legacy'

export function judgeFilter(name: Tool, ruleset: Ruleset, packets: readonly Packet[]): Firewall {
  const fates = packets.map(packet => fateOf(ruleset, packet))
  const rules = ruleset.nftables.flatMap(({ rule }) => rule ?? [])
  // An empty chain that lets all through is what a firewall leaves behind.
  const on = ruleset.nftables.some(
    ({ chain }) =>
      chain?.hook === 'input' &&
      (chain.policy === 'drop' || rules.some(rule => rule.table === chain.table && rule.chain === chain.name)),
  )
  return {
    ...{ name, on },
    open: fates.every(({ fate }) => fate === 'passes'),
    drops: fates.some(({ fate }) => fate === 'dropped'),
    gates: [...new Set(fates.flatMap(({ gates }) => gates))],
  }
}

/** What iptables made is in the rules of nft, too, unless it is the old kind. */
async function readRulesets(): Promise<[Tool, Ruleset][]> {
  const all: [Tool, Ruleset][] = []
  const parsed = fromNft(await askSystem('nft', '-j', 'list', 'ruleset'))
  if (parsed) all.push(['nft', parsed])
  else {
    const saved = await askSystem('iptables-save')
    if (saved) all.push(['iptables', fromIptables(saved)])
  }
  if (attempt(() => readFileSync('/proc/net/ip_tables_names', 'utf8')))
    all.push(['iptables-legacy', fromIptables(await askSystem('iptables-legacy-save'))])
  return all
}

const fromNft = (json: string): Ruleset | undefined =>
  attempt(() => {
    const ruleset: Ruleset = JSON.parse(json)
    return Array.isArray(ruleset.nftables) ? ruleset : undefined
  })
