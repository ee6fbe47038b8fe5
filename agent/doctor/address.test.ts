import { describe, expect, it } from 'vitest'
import { planAddress } from './address.ts'
import { createCures } from './cures.ts'
import type { Nic } from './system.ts'

const CIDR = '192.168.178.1/24'
const nic = (name: string, facts: Partial<Nic> = {}): Nic => ({
  ...{ name, label: name, kind: 'cable', up: true, addresses: [], ipv6: false },
  ...facts,
})
const wifi = (...addresses: string[]) => nic('wlan0', { kind: 'wifi', addresses })
const plan = (nics: Nic[], name?: string, platform: NodeJS.Platform = 'linux') =>
  planAddress({ nics, cidr: CIDR, name, cures: createCures([], platform, { root: false, has: () => true }) })
const refusal = (...question: Parameters<typeof plan>) => {
  const planned = plan(...question)
  return 'refused' in planned ? `${planned.refused}: ${planned.detail}` : planned
}

describe('the address is added', () => {
  it('to the only cable, whatever else the computer has', () => {
    expect(plan([wifi('10.0.0.7/24'), nic('eth0'), nic('docker0', { kind: 'other' })])).toEqual({
      name: 'eth0',
      add: true,
    })
  })
  it('to the interface that was named, beside an address that it has', () => {
    const nics = [nic('eth0'), nic('eth1', { addresses: ['169.254.7.7/16'] })]
    expect(plan(nics, 'eth1')).toEqual({ name: 'eth1', add: true })
  })
})

it('is not added where it is already', () => {
  expect(plan([nic('eth0'), nic('eth1', { addresses: [CIDR] })])).toEqual({ name: 'eth1', add: false })
})

describe('refuses', () => {
  it('to choose between two cables', () => {
    expect(refusal([nic('eth0'), nic('eth1'), wifi()])).toBe('interface.several: eth0, eth1')
  })
  it('where there is no cable', () => {
    expect(refusal([wifi('10.0.0.7/24')])).toBe(`address.nowhere: ${CIDR}; wlan0`)
  })
  it('an interface that nobody knows', () => {
    expect(refusal([nic('eth0')], 'eth7')).toBe('interface.unknown: eth7; eth0')
  })
  it.each([
    ['the same', '192.168.178.20/24'],
    ['a smaller', '192.168.178.130/25'],
    ['a wider', '192.168.0.5/16'],
  ])('while another interface sits in %s network, and says how that one is taken out of the way', (_, own) => {
    expect(refusal([nic('eth0'), wifi(own)])).toBe(`address.subnet: wlan0; ${own}; sudo ip link set wlan0 down`)
    expect(refusal([nic('eth0'), wifi(own)], 'eth0', 'darwin')).toContain('networksetup -setairportpower wlan0 off')
  })
  it('while another interface has the very address', () => {
    expect(refusal([nic('eth0'), wifi(CIDR)], 'eth0')).toMatch(/^address\.subnet: wlan0; /)
  })
})
