// Takes what iptables prints of its old kind of rules for the rules that nft would print.
import type { Ruleset } from './packet-filter.ts'

type Entry = Ruleset['nftables'][number]
type Statement = NonNullable<Entry['rule']>['expr'][number]

const PLACE = { family: 'ip' }

/** @param saved of `iptables-save`: `*filter`, `:INPUT DROP [0:0]`, `-A INPUT -i eth0 -p udp -m udp --dport 69 -j ACCEPT`. */
export function fromIptables(saved: string): Ruleset {
  let table = ''
  const nftables = saved.split('\n').flatMap((line): Entry[] => {
    const [, name] = /^\*(\w+)/.exec(line) ?? []
    if (name !== undefined) table = name
    const [, chain = '', policy = ''] = /^:(\S+) (\S+)/.exec(line) ?? []
    const hook = { INPUT: 'input', PREROUTING: 'prerouting' }[chain]
    // Addresses are changed in the table `nat`; nothing is dropped there.
    const type = table === 'nat' ? 'nat' : 'filter'
    const base = policy === '-' || !hook ? {} : { type, hook, policy: policy.toLowerCase() }
    if (chain) return [{ chain: { ...PLACE, table, name: chain, ...base } }]
    const [, at, rest = ''] = /^-A (\S+)(.*)/.exec(line) ?? []
    return at === undefined ? [] : [{ rule: { ...PLACE, table, chain: at, expr: statements(rest) } }]
  })
  return { nftables }
}

const match = (left: NonNullable<Statement['match']>['left'], right: unknown, not = false): Statement => ({
  match: { op: not ? '!=' : '==', left, right },
})

const OPTIONS: Record<string, (value: string, not: boolean) => Statement> = {
  '-i': (value, not) => match({ meta: { key: 'iifname' } }, value.replace(/\+$/, '*'), not),
  '-p': (value, not) => match({ meta: { key: 'l4proto' } }, value, not),
  '--dport': (value, not) => match({ payload: { protocol: 'th', field: 'dport' } }, ports(value), not),
  '--dports': (value, not) => match({ payload: { protocol: 'th', field: 'dport' } }, ports(value), not),
  '--state': (value, not) => match({ ct: { key: 'state' } }, value.toLowerCase().split(','), not),
  '--ctstate': (value, not) => match({ ct: { key: 'state' } }, value.toLowerCase().split(','), not),
  '-j': value =>
    /^(ACCEPT|DROP|REJECT|RETURN)$/.test(value)
      ? { [value.toLowerCase()]: null }
      : /^(LOG|NFLOG|MARK|CONNMARK|CT)$/.test(value)
        ? { log: null }
        : { jump: { target: value } },
  '-g': value => ({ goto: { target: value } }),
}

const ports = (value: string) =>
  value.split(',').map(each => (each.includes(':') ? { range: each.split(':').map(Number) } : Number(each)))

/** An option that is not known makes one statement that nobody understands. */
function statements(text: string): Statement[] {
  const words = text.trim().split(/\s+/)
  const all: Statement[] = []
  for (let i = 0, not = false; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '!') {
      not = true
      continue
    }
    if (word === '-m' || word === '--reject-with' || word === '--comment') i++
    else if (Object.hasOwn(OPTIONS, word)) all.push(OPTIONS[word]?.(words[++i] ?? '', not) ?? {})
    else all.push({ unknown: word })
    not = false
  }
  return all
}
