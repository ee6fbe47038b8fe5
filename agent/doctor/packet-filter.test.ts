import { describe, expect, it } from 'vitest'
import { judgeFilter } from './filter.ts'
import { fromIptables } from './iptables.ts'
import { fateOf, type Packet, type Ruleset } from './packet-filter.ts'

const DHCP: Packet = { interface: 'eth0', protocol: 'udp', port: 67, known: false }
const BLOCK: Packet = { interface: 'eth0', protocol: 'udp', port: 50_000, known: true }
const filter = (policy: string, ...rules: string[]) =>
  fromIptables(
    [`*filter`, `:INPUT ${policy} [0:0]`, ':OTHER - [0:0]', ...rules.map(rule => `-A ${rule}`), 'COMMIT'].join('\n'),
  )

describe('what iptables prints', () => {
  it.each<[string, string, ReturnType<typeof filter>]>([
    ['an open chain', 'passes', filter('ACCEPT')],
    ['a policy', 'dropped', filter('DROP')],
    ['a rule before the policy', 'passes', filter('DROP', 'INPUT -i eth0 -p udp -m udp --dport 67 -j ACCEPT')],
    ['a rule for another interface', 'dropped', filter('DROP', 'INPUT -i lo -j ACCEPT')],
    ['a rule for all others', 'passes', filter('DROP', 'INPUT ! -i lo -j ACCEPT')],
    [
      'a rule for what was asked for',
      'dropped',
      filter('DROP', 'INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT'),
    ],
    [
      'a rule for some ports',
      'dropped',
      filter('ACCEPT', 'INPUT -p udp -m multiport --dports 60:69,6970 -j REJECT --reject-with icmp-port-unreachable'),
    ],
    ['a rule for TCP', 'passes', filter('ACCEPT', 'INPUT -p tcp -m tcp --dport 67 -j DROP')],
    ['a chain of its own', 'dropped', filter('ACCEPT', 'INPUT -j OTHER', 'OTHER -p udp -j DROP')],
    ['a chain that is left again', 'passes', filter('ACCEPT', 'INPUT -j OTHER', 'OTHER -j RETURN', 'OTHER -j DROP')],
    ['a chain that is gone to', 'dropped', filter('DROP', 'INPUT -g OTHER', 'INPUT -j ACCEPT')],
    ['a rule with something that is not known', 'unsure', filter('ACCEPT', 'INPUT -s 10.0.0.0/8 -j DROP')],
    ['a limit', 'unsure', filter('DROP', 'INPUT -m limit --limit 5/min -j ACCEPT')],
    ['what is only written down', 'passes', filter('ACCEPT', 'INPUT -j LOG')],
  ])('%s: %s', (_, fate, rules) => expect(fateOf(rules, DHCP).fate).toBe(fate))

  it('tells what was asked for from what was not', () => {
    const rules = filter('DROP', 'INPUT -m state --state ESTABLISHED -j ACCEPT')
    expect(fateOf(rules, BLOCK)).toEqual({ fate: 'passes', gates: [] })
    expect(fateOf(rules, DHCP)).toEqual({ fate: 'dropped', gates: ['ip filter INPUT'] })
  })
})

/** What firewalld makes, shortened. */
const FIREWALLD: Ruleset = {
  nftables: [
    { chain: { family: 'inet', table: 'firewalld', name: 'in', type: 'filter', hook: 'input', policy: 'accept' } },
    ...[
      [{ match: { op: 'in', left: { ct: { key: 'state' } }, right: ['established', 'related'] } }, { accept: null }],
      [{ match: { op: 'in', left: { ct: { key: 'status' } }, right: 'dnat' } }, { accept: null }],
      [{ match: { op: '==', left: { meta: { key: 'iifname' } }, right: 'lo' } }, { accept: null }],
      [{ vmap: { key: { meta: { key: 'iifname' } }, data: { set: [['eth0', { goto: { target: 'public' } }]] } } }],
      [{ match: { op: 'in', left: { ct: { key: 'state' } }, right: 'invalid' } }, { drop: null }],
      [{ reject: { type: 'icmpx', expr: 'admin-prohibited' } }],
    ].map(expr => ({ rule: { family: 'inet', table: 'firewalld', chain: 'in', expr } })),
    {
      rule: {
        ...{ family: 'inet', table: 'firewalld', chain: 'public' },
        expr: [
          {
            match: {
              op: '==',
              left: { payload: { protocol: 'udp', field: 'dport' } },
              right: { set: [67, { range: [69, 70] }] },
            },
          },
          { accept: null },
        ],
      },
    },
  ],
}

it('follows the maps, sets and states of nft', () => {
  const of = (packet: Partial<Packet>) => fateOf(FIREWALLD, { ...DHCP, ...packet }).fate
  expect(of({})).toBe('passes')
  expect(of({ port: 69 })).toBe('passes')
  expect(of({ port: 68 })).toBe('passes') // goes to a chain that decides nothing, and so to the policy
  expect(of({ interface: 'eth1' })).toBe('dropped')
  expect(of({ interface: 'eth1', known: true })).toBe('passes')
})

it('is unsure of a set whose members stand elsewhere', () => {
  const rule = {
    ...{ family: 'ip', table: 't', chain: 'in' },
    expr: [{ match: { op: '==', left: { meta: { key: 'iifname' } }, right: '@trusted' } }, { accept: null }],
  }
  const chain = { family: 'ip', table: 't', name: 'in', type: 'filter', hook: 'input', policy: 'drop' }
  const ruleset = { nftables: [{ chain }, { rule }] }
  expect(fateOf(ruleset, DHCP)).toEqual({ fate: 'unsure', gates: ['ip t in'] })
  expect(judgeFilter('nft', ruleset, [DHCP])).toEqual({
    ...{ name: 'nft', on: true, open: false, drops: false, gates: ['ip t in'] },
  })
})
