import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshFolder } from '../../test/folder.ts'
import { statePaths } from './files.ts'
import { openPhonesState } from './phones.ts'
import { readTrust, writeTrust } from './trust.ts'

const fresh = () => join(freshFolder(), 'deep', 'phones.json')
const lease = { mac: '00:1d:45:2d:2b:f0', address: '192.168.178.201', expires: 5, state: 'bound' as const }
const hop = { mac: lease.mac, load: 'SIP75.8-5-2S', runs: '' }
const awaited = [{ mac: lease.mac, since: 1_790_000_000_000 }]
const never = () => {
  throw new Error('unwritable')
}

it('remembers leases, claims, hops and whom it waits for, per site, for nobody else to read', () => {
  const path = fresh()
  const one = openPhonesState(path, 'one', undefined, never)
  expect(one.remembered).toEqual({ leases: [], claims: [], hops: [], awaited: [] })
  one.save(() => ({ leases: [lease], claims: [{ mac: lease.mac, entry: 0 }], hops: [hop], awaited }))
  one.flush()
  const two = openPhonesState(path, 'two', undefined, never)
  two.save(() => ({ leases: [], claims: [], hops: [], awaited: [] }))
  two.flush()
  expect(openPhonesState(path, 'one', undefined, never).remembered).toEqual({
    leases: [lease],
    claims: [{ mac: lease.mac, entry: 0 }],
    hops: [hop],
    awaited,
  })
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('goes on with a file from before hops were remembered', () => {
  const path = join(freshFolder(), 'phones.json')
  writeFileSync(path, JSON.stringify({ format: 'cp-phones/1', sites: { one: { leases: [lease], claims: [] } } }))
  const { broken, remembered } = openPhonesState(path, 'one', undefined, never)
  expect([broken, remembered]).toEqual([false, { leases: [lease], claims: [], hops: [], awaited: [] }])
})

it.each([
  '{',
  '[]',
  '{"format":"cp-phones/1","sites":{"one":{"leases":[{"mac":"x"}],"claims":[]}}}',
  '{"format":"cp-phones/1","sites":{"one":{"leases":[],"claims":[],"hops":[{"mac":"00:1d:45:2d:2b:f0","load":"../x","runs":""}]}}}',
])('drops the damaged file %j and begins afresh', text => {
  const path = join(freshFolder(), 'phones.json')
  writeFileSync(path, text)
  const state = openPhonesState(path, 'one', undefined, never)
  expect(state).toMatchObject({ broken: true, remembered: { leases: [], claims: [], hops: [], awaited: [] } })
  state.save(() => ({ leases: [lease], claims: [], hops: [], awaited: [] }))
  state.flush()
  expect(JSON.parse(readFileSync(path, 'utf8')).sites.one.leases).toEqual([lease])
})

it('refuses a damaged trust file, because who was trusted cannot be guessed', () => {
  const path = fresh()
  expect(readTrust(path)).toEqual([])
  const roots = [{ fingerprint: 'SHA256:x', issuer: 'http://localhost:8787', accepted: true, version: 3 }]
  writeTrust(path, roots)
  expect(readTrust(path)).toEqual(roots)
  writeFileSync(path, '{"format":"cp-trust/1"}')
  expect(() => readTrust(path)).toThrow(expect.objectContaining({ code: 'trust.broken', exit: 3 }))
})

it('keeps its files where the system expects them', () => {
  expect(statePaths(undefined, { XDG_STATE_HOME: '/s' }, '/h', 'linux').phones).toBe('/s/cp-agent/phones.json')
  expect(statePaths(undefined, {}, '/h', 'linux').trust).toBe('/h/.local/state/cp-agent/trust.json')
  expect(statePaths(undefined, { LOCALAPPDATA: '/l' }, '/h', 'win32').phones).toBe('/l/cp-agent/phones.json')
  expect(statePaths('x.json', {}).trust).toBe('x.trust.json')
})
