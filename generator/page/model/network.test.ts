import { expect, it } from 'vitest'
import { suggestNetwork } from './network.ts'

it.each([
  ['192.168.178.1', 'fritzbox', '192.168.178.1/24', '192.168.178.201-192.168.178.220'],
  [' fritz.box ', 'fritzbox', '192.168.178.1/24', '192.168.178.201-192.168.178.220'],
  ['192.168.2.210', 'fritzbox', '192.168.2.210/24', '192.168.2.221-192.168.2.240'],
  ['10.0.0.5', 'asterisk-pjsip', '10.0.0.2/24', '10.0.0.201-10.0.0.220'],
  ['172.31.4.2', 'freepbx', '172.31.4.3/24', '172.31.4.201-172.31.4.220'],
])('the laptop beside %s (%s) is %s', (registrar, kind, agent, leases) => {
  expect(suggestNetwork(registrar, kind)).toEqual({ agent, leases })
})

it.each([
  'sipgate.de',
  '217.10.68.150',
  '172.32.0.1',
  '192.168.178.0',
  '192.168.178.255',
  '192.168.178',
  '',
  'fritz.box',
])('of %j nothing can be told', registrar => {
  expect(suggestNetwork(registrar, 'generic')).toBeUndefined()
})
