import { describe, expect, it } from 'vitest'
import { type Added, fateOf, type Journal, readAdded, type Surroundings, writeAdded } from './addresses.ts'

const NOW = 1_800_000_000_000
const ADDED: Added = { name: 'Ethernet 2', cidr: '192.168.178.1/24', since: NOW - 3_600_000, pid: 4711 }
const fate = (around: Partial<Surroundings> = {}, entry = ADDED) =>
  fateOf(entry, {
    ...{ now: NOW, booted: NOW - 86_400_000, platform: 'win32', isAlive: () => false, holds: () => true },
    ...around,
  })

describe('what an agent that was killed left', () => {
  it('is taken away when the interface has exactly that', () => {
    const asked: string[] = []
    expect(fate({ holds: (name, cidr) => asked.push(`${name} ${cidr}`) > 0 })).toBe('undo')
    expect(asked).toEqual(['Ethernet 2 192.168.178.1/24'])
  })
  it('is forgotten when the interface has it no more', () => expect(fate({ holds: () => false })).toBe('forget'))
  it('waits while the interface is not to be seen', () => expect(fate({ holds: () => undefined })).toBe('wait'))
  it('is forgotten after a start of the system', () => expect(fate({ booted: NOW - 60_000 })).toBe('forget'))
  it('is somebody else’s on Linux when its lifetime is over', () => {
    expect(fate({ platform: 'linux' })).toBe('forget')
    expect(fate({ platform: 'linux' }, { ...ADDED, since: NOW - 100_000 })).toBe('undo')
  })
  it('is left to an agent that still runs', () => expect(fate({ isAlive: pid => pid === 4711 })).toBe('wait'))
})

it('is read as it was written; what is broken, or is commands, says nothing', () => {
  let file: string | undefined
  const journal: Journal = {
    read: () => file && JSON.parse(file),
    write(content) {
      file = JSON.stringify(content)
    },
  }
  expect(readAdded(journal)).toEqual([])
  writeAdded(journal, [ADDED])
  expect(readAdded(journal)).toEqual([ADDED])
  writeAdded(journal, [])
  expect(file).toBeUndefined()
  const { pid: _, ...nobodys } = ADDED
  for (const added of [{}, ['rm -rf /'], [null], [nobodys], [{ ...ADDED, cidr: '1.2.3.4; reboot' }]]) {
    file = JSON.stringify({ format: 'cp-addresses/1', added })
    expect(readAdded(journal)).toEqual([])
  }
  file = JSON.stringify({ format: 'cp-addresses/2', added: [ADDED] })
  expect(readAdded(journal)).toEqual([])
})
