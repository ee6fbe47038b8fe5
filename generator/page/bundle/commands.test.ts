import { describe, expect, it } from 'vitest'
import { addressCommand } from '../../../agent/ui/address.ts'
import { commandsFor } from './commands.ts'
import { SYSTEMS, systemOf } from './system.ts'

const FACTS = {
  file: 'home-mjtyju3ek7.zip',
  origin: 'https://phones.example.org',
  issuer: 'https://phones.example.org',
  cidr: '192.168.178.1/24',
  port: '',
  hasSecrets: true,
}
const PLATFORMS = { windows: 'win32', macos: 'darwin', linux: 'linux' } as const
/** Of whoever has sudo and is not root. */
const RIGHTS = { root: false, has: () => true }
const PORTS = { windows: 'Ethernet 2', macos: 'en7', linux: 'enp0s31f6' }

describe('the commands for the laptop', () => {
  it.each(SYSTEMS)('give and take the address as the agent says: %s', system => {
    for (const cidr of ['192.168.178.1/24', '10.0.0.1/8', '172.16.4.1/22', '192.0.2.1/30']) {
      const { addAddress, removeAddress } = commandsFor(system, { ...FACTS, cidr, port: PORTS[system] })
      expect(addAddress).toBe(addressCommand('add', PORTS[system], cidr, PLATFORMS[system], RIGHTS))
      expect(removeAddress).toBe(addressCommand('delete', PORTS[system], cidr, PLATFORMS[system], RIGHTS))
    }
  })

  it.each(SYSTEMS)('take no name that a shell could read as something else: %s', system => {
    for (const name of [
      '$(reboot).zip',
      'a`b`.zip',
      "it's.zip",
      '-rf',
      'a;b.zip',
      'a\nb.zip',
      'a"b.zip',
      '‘a’.zip',
      '',
    ]) {
      const all = JSON.stringify(commandsFor(system, { ...FACTS, file: name, port: name }))
      expect(all).toContain('bundle.zip')
      if (name !== '') expect(all).not.toContain(JSON.stringify(name).slice(1, -1))
    }
  })

  it('quote a name with blanks', () => {
    expect(commandsFor('linux', { ...FACTS, file: 'home (1).zip' }).serve).toBe(
      `sudo "$(command -v node)" cp-agent.js 'home (1).zip' --set-address --secrets secrets.env`,
    )
  })

  it('name the passwords only where the page made a file of them', () => {
    expect(commandsFor('windows', FACTS).serve).toBe(
      'node cp-agent.js home-mjtyju3ek7.zip --set-address --secrets secrets.env',
    )
    expect(commandsFor('windows', { ...FACTS, hasSecrets: false }).serve).toBe(
      'node cp-agent.js home-mjtyju3ek7.zip --set-address',
    )
    expect(commandsFor('macos', { ...FACTS, hasSecrets: false }).ownSecrets).toBeUndefined()
  })
})

it.each([
  ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', undefined],
  ['windows', '', 'Windows'],
  [
    'macos',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15',
    undefined,
  ],
  ['macos', '', 'macOS'],
  ['linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', undefined],
  ['linux', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/140.0.0.0', 'Chrome OS'],
  ['windows', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile', 'Android'],
  ['windows', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15', undefined],
  ['windows', 'Node.js/24', undefined],
] as const)('the system of the laptop is %s: %s %s', (system, userAgent, platform) => {
  expect(systemOf({ userAgent, platform })).toBe(system)
})
