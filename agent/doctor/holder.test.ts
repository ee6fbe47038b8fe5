// The shell's part with the system's own shell, and programs that write down how they were called; Linux for real is in test/field.
// What Windows would run is looked at only.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Holder, holderCommand, startHolder } from './holder.ts'

const CIDR = '192.168.178.1/24'
const { PATH } = process.env
let folder: string
let holder: Holder | undefined
const log = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : [])

/** @param status of the program, with what it says. */
function pretend(name: string, status = 0, says = ''): void {
  const path = join(folder, name)
  writeFileSync(
    path,
    `#!/bin/sh\necho "${name} $*" >>'${folder}/log'\n${says && `echo '${says}' >&2`}\nexit ${status}\n`,
  )
  chmodSync(path, 0o755)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cp-holder-'))
  process.env.PATH = `${folder}${delimiter}${PATH}`
  for (const name of ['ip', 'ifconfig', 'ping']) pretend(name)
})
afterEach(async () => {
  await holder?.end()
  holder = undefined
  process.env.PATH = PATH
  rmSync(folder, { recursive: true, force: true })
})

describe('on Linux', () => {
  it('adds with a lifetime, renews by the same, and deletes when the pipe closes', async () => {
    holder = startHolder('eth0', CIDR, 'linux')
    expect(await holder.say('add')).toEqual({ status: 0, said: '' })
    await holder.say('keep')
    await holder.end()
    const lives = `${CIDR} dev eth0 valid_lft 180 preferred_lft 180`
    expect(log()).toEqual([
      `ip address add ${lives}`,
      `ip address replace ${lives}`,
      `ip address delete ${CIDR} dev eth0`,
    ])
  })

  it('deletes nothing that it did not add', async () => {
    pretend('ip', 2, 'Error: ipv4: Address already assigned.')
    holder = startHolder('eth0', CIDR, 'linux')
    expect(await holder.say('add')).toEqual({ status: 2, said: 'Error: ipv4: Address already assigned.' })
    expect(await holder.say('keep')).toMatchObject({ status: 1 })
    expect(await holder.say('mine')).toMatchObject({ status: 1 })
    await holder.end()
    expect(log().filter(line => /delete|replace/.test(line))).toEqual([])
  })

  it('takes a name for nothing but a name', async () => {
    holder = startHolder('eth0;touch $(pwd)', CIDR, 'linux')
    await holder.say('add')
    expect(log()[0]).toContain('dev eth0;touch $(pwd) valid_lft')
  })
})

it('on macOS adds an alias and takes it away', async () => {
  holder = startHolder('en5', '10.20.0.1/22', 'darwin')
  expect(await holder.say('look')).toMatchObject({ status: 0 })
  expect(await holder.say('add')).toMatchObject({ status: 0 })
  await holder.end()
  expect(log()).toEqual([
    'ping -c1 -t1 10.20.0.1',
    'ifconfig en5 inet 10.20.0.1 netmask 0xfffffc00 alias',
    'ifconfig en5 inet 10.20.0.1 -alias',
  ])
})

it('what an earlier start added is deleted', async () => {
  holder = startHolder('en5', CIDR, 'darwin')
  await holder.say('mine')
  await holder.end()
  expect(log()).toEqual(['ifconfig en5 inet 192.168.178.1 -alias'])
})

it('outlives Ctrl-C, and deletes when its agent is killed', async () => {
  const { program, args, env } = holderCommand('en5', CIDR, 'darwin')
  const shell = spawn(program, args, { env: { ...process.env, ...env } })
  shell.stdin.write('add\n')
  await new Promise(resolve => shell.stdout.once('data', resolve))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) shell.kill(signal)
  await new Promise(resolve => setTimeout(resolve, 100))
  expect([shell.exitCode, shell.signalCode]).toEqual([null, null])
  shell.stdout.destroy()
  shell.stdin.destroy()
  await expect.poll(log).toContain('ifconfig en5 inet 192.168.178.1 -alias')
})

it('on Windows adds to what is active only, and removes exactly that; nothing of the bundle is part of the script', () => {
  const { program, args, env } = holderCommand("Ethernet 2'; calc", CIDR, 'win32')
  const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le')
  expect(program).toBe('powershell.exe')
  expect(env).toMatchObject({ NAME: "Ethernet 2'; calc", ADDRESS: '192.168.178.1', PREFIX: '24' })
  expect(script).not.toMatch(/calc|192/)
  expect(script).toContain("PolicyStore='ActiveStore'")
  expect(script).toMatch(/\nif\(\$h\)\{Remove-NetIPAddress .*;both disabled\}$/)
  expect(script.indexOf('both enabled')).toBeLessThan(script.indexOf('{New-NetIPAddress'))
})
