import { expect, it } from 'vitest'
import { languageOf, readArguments } from './arguments.ts'
import { AGENT_ERRORS, AgentError, type AgentErrorCode } from './error.ts'
import { explain } from './ui/explain.ts'
import { harmless } from './ui/harmless.ts'
import { TEXT } from './ui/text.ts'

const read = (line: string) => readArguments(line.split(' ').filter(Boolean), { LANG: 'C' })

it('serves when no command is named', () => {
  expect(read('bundle.zip')).toMatchObject({
    command: 'serve',
    bundle: 'bundle.zip',
    dhcp: 'auto',
    dhcpPort: 67,
    tftpPort: 69,
    httpPort: 6970,
  })
  expect(read('inspect bundle.zip --json')).toMatchObject({ command: 'inspect', bundle: 'bundle.zip', json: true })
  expect(read('--lang=de rehearse b.zip --reset')).toMatchObject({ command: 'rehearse', lang: 'de', reset: true })
  expect(read('doctor')).toMatchObject({ command: 'doctor', bundle: '' })
  expect(read('doctor b.zip --dhcp off')).toMatchObject({ command: 'doctor', bundle: 'b.zip' })
  expect(read('--help').command).toBe('help')
})

it('reads values after a blank or an equal sign, and repeated ones', () => {
  const args = read(
    'b.zip --firmware a --firmware=b --settle 3 --phone 001D452D2BF0=192.168.178.20 --address 10.0.0.1/24',
  )
  expect(args).toMatchObject({ firmware: ['a', 'b'], settle: 3, address: '10.0.0.1/24' })
  expect(args.phones.get('00:1d:45:2d:2b:f0')).toBe('192.168.178.20')
})

it.each([
  ['', 'usage.bundle'],
  ['a.zip b.zip', 'usage.operand'],
  ['a.zip --frimware x', 'usage.option'],
  ['a.zip --firmware', 'usage.value-missing'],
  ['a.zip --dhcp maybe', 'usage.value'],
  ['a.zip --settle -1', 'usage.value'],
  ['a.zip --tftp-port 70000', 'usage.value'],
  ['a.zip --address 10.0.0.1', 'usage.value'],
  ['a.zip --phone x=y', 'usage.value'],
  ['a.zip --trust abc', 'usage.value'],
])('refuses %j with %s', (line, code) => {
  expect(() => read(line)).toThrow(expect.objectContaining({ code, exit: 2 }))
})

it('speaks the language of the system', () => {
  expect(languageOf({ LANG: 'de_DE.UTF-8' })).toBe('de')
  expect(languageOf({ LC_ALL: 'C', LANG: 'de_DE.UTF-8' })).toBe('en')
})

it('has a sentence and a cure for every error, in both languages', () => {
  for (const code of Object.keys(AGENT_ERRORS) as AgentErrorCode[]) {
    for (const lang of ['de', 'en'] as const) {
      expect(TEXT[lang].errors[code].message.length).toBeGreaterThan(5)
      expect(TEXT[lang].errors[code].cure.length).toBeGreaterThan(10)
    }
  }
})

it('names the command that gives an interface its address, in the system’s words', () => {
  const error = new AgentError('interface.no-address', 'eth1; 192.168.178.1/24')
  expect(explain(error, 'en', 'linux').cure).toContain('ip address add 192.168.178.1/24 dev eth1')
  expect(explain(error, 'de', 'win32').cure).toContain(
    'netsh interface ipv4 add address "eth1" 192.168.178.1 255.255.255.0 store=active',
  )
  expect(explain(error, 'en', 'darwin').cure).toContain('ifconfig eth1 inet 192.168.178.1 netmask 255.255.255.0 alias')
})

it('prints nothing from the wire that moves the cursor or turns the text', () => {
  expect(harmless('\x1b[2Jname\r\n\u202e\u0085')).toBe('\\u{1b}[2Jname\\u{d}\\u{a}\\u{202e}\\u{85}')
})
