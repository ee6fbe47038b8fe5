import { expect, it } from 'vitest'
import { judgeGlance } from '../commands/doctor.ts'
import { createCures } from './cures.ts'
import { judgeNetwork } from './network.ts'
import { judgeClock, judgeFirewall } from './surroundings.ts'
import type { Nic } from './system.ts'

const CIDR = '192.168.178.1/24'
const nic = (name: string, more: Partial<Nic> = {}): Nic => ({
  ...{ name, label: name, kind: 'cable', up: true, addresses: [], ipv6: false },
  ...more,
})
const cures = createCures(['node', 'cp-agent.js', 'bundle.zip'], 'linux')
const judge = (nics: Nic[], cidr: string | undefined = CIDR, name?: string) => {
  const { findings, nic: chosen } = judgeNetwork({ nics, cidr, name, cures })
  return { codes: findings.map(({ code }) => code), findings, chosen: chosen?.name }
}

it('takes the interface that has the address, else the only cable, and asks for its name where there are more', () => {
  const wifi = nic('wlan0', { kind: 'wifi', addresses: ['10.0.0.5/24'] })
  expect(judge([nic('eth0'), nic('eth1', { addresses: [CIDR] })])).toMatchObject({
    chosen: 'eth1',
    codes: ['address.good'],
  })
  expect(judge([nic('eth0'), wifi])).toMatchObject({ chosen: 'eth0', codes: ['address.missing'] })
  expect(judge([nic('eth0'), nic('eth1', { up: false })]).chosen).toBe('eth0')
  expect(judge([nic('eth0'), nic('eth1')]).codes).toEqual(['interface.choose'])
  expect(judge([nic('eth0'), nic('eth1')], CIDR, 'eth1').chosen).toBe('eth1')
  expect(judge([nic('eth0')], CIDR, 'eth7').codes).toEqual(['interface.unknown'])
  expect(judge([wifi]).codes).toEqual(['interface.none'])
  expect(judge([nic('docker0', { kind: 'other' })]).codes).toEqual(['interface.none'])
  const veth = nic('veth0', { kind: 'virtual' })
  expect(judge([nic('eth0', { up: false }), veth]).chosen).toBe('eth0')
  expect(judge([wifi, veth]).chosen).toBe('veth0')
})

it('says that a link is down, that it is Wi-Fi, and that a router is on the cable', () => {
  expect(judge([nic('eth0', { up: false, addresses: [CIDR] })]).codes).toEqual(['link.down', 'address.good'])
  expect(judge([nic('wlan0', { kind: 'wifi', addresses: [CIDR] })]).codes).toEqual(['link.wifi', 'address.good'])
  expect(judge([nic('eth0', { ipv6: true, addresses: [CIDR] })]).codes).toEqual(['ipv6.router', 'address.good'])
})

it('names another interface in the same network, also in a part of it, with what takes it out of the way', () => {
  const wifi = (address: string) => nic('wlan0', { kind: 'wifi', managed: true, addresses: [address] })
  const own = nic('eth0', { addresses: [CIDR] })
  expect(judge([own, wifi('192.168.178.30/24')]).codes).toEqual(['subnet.shared', 'address.good'])
  expect(judge([own, wifi('192.168.30.3/16')]).codes).toContain('subnet.shared')
  expect(judge([own, wifi('192.168.178.200/28')]).codes).toContain('subnet.shared')
  expect(judge([own, wifi('192.168.179.30/24')]).codes).toEqual(['address.good'])
  expect(judge([own, wifi('192.168.178.30/24')]).findings[0]?.commands).toEqual(['nmcli radio wifi off'])
})

it('says nothing of addresses where no bundle wants one', () => {
  expect(judgeNetwork({ nics: [nic('eth0')], cures })).toMatchObject({ findings: [], nic: { name: 'eth0' } })
})

it('a rule that shuts us out counts more than one that lets us through', () => {
  const code = (firewall: Parameters<typeof judgeFirewall>[0]['firewall']) =>
    judgeFirewall({ nics: [], sleeps: false, holders: [], firewall }, undefined, { udp: [67], tcp: [] }, cures)[0]?.code
  expect(code(undefined)).toBe('firewall.unknown')
  expect(code({ name: 'Windows', on: false })).toBe('firewall.none')
  expect(code({ name: 'Windows', on: true, open: true, shut: [] })).toBe('firewall.open')
  expect(code({ name: 'Windows', on: true, open: true, shut: ['x'] })).toBe('firewall.on')
  expect(code({ name: 'ufw', on: true, open: false })).toBe('firewall.on')
})

it('doubts a clock before this program, or before the bundle by more than a day', () => {
  const at = (now: string, issued?: string) => judgeClock(Date.parse(now), issued, cures).map(({ code }) => code)
  expect(at('1970-01-01')).toEqual(['clock.wrong'])
  expect(at('2026-11-28')).toEqual([])
  expect(at('2026-11-28', '2026-11-28T20:00:00Z')).toEqual([])
  expect(at('2026-11-28', '2026-11-30T00:00:00Z')).toEqual(['clock.wrong'])
})

it('before serving only what serving would not notice is said, and nothing of an interface that is well', () => {
  const ports = { udp: [67, 69], tcp: [6970] }
  const glance = (nics: Nic[], on: boolean, sleeps: boolean) =>
    judgeGlance(
      { nics, sleeps, holders: [], firewall: { name: 'ufw', on } },
      { wire: 'eth0', cidr: CIDR, ports, cures },
    ).map(({ code }) => code)
  expect(glance([nic('eth0', { up: false })], false, false)).toEqual([])
  expect(glance([nic('eth0', { kind: 'wifi' }), nic('eth1', { addresses: ['192.168.178.9/24'] })], true, true)).toEqual(
    [...['link.wifi', 'subnet.shared', 'firewall.on', 'sleep.possible']],
  )
})
