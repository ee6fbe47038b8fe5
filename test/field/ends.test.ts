// How the agent ends: done, interrupted, or with a sentence that says what to do.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOAD, type RunningAgent, type Stock, startAgent, stock } from './agent.ts'
import { AGENT, AGENT_CIDR, CISCO_CLASS, layWire, leaseHook, ROOT, systemNode, type Wire } from './wire.ts'

let wire: Wire
let paths: Stock
beforeAll(() => {
  wire = layWire()
  paths = stock(wire)
})
afterAll(() => wire?.remove())

const errorOf = ({ events }: RunningAgent) => events.find(({ event }) => event === 'agent.error')
const curl = (file: string) =>
  wire.run('phone', 'curl', ['-sf', '-m', '30', `tftp://${AGENT}/${file}`, '-o', '/dev/null'])
const lease = () => {
  const { script } = leaseHook(wire)
  return wire.run('phone', 'udhcpc', [
    '-i',
    'eth0',
    '-f',
    '-n',
    '-q',
    '-t',
    '5',
    '-T',
    '1',
    '-s',
    script,
    '-V',
    CISCO_CLASS,
  ])
}

it('ends with 0 when the phone has taken its firmware and its last configuration', async () => {
  const agent = startAgent(wire, paths, ['--once', '--settle', '3', '--dhcp', 'on'])
  await agent.until('agent.ready')
  expect(lease().status).toBe(0)
  expect(curl('SEP001D452D2BF0.cnf.xml').status).toBe(0)
  const list = readFileSync(join(paths.firmware, `${LOAD}.loads`), 'latin1')
  for (const file of [`${LOAD}.loads`, ...(list.match(/^\w+\.9-4-2ES26\.sbn/gm) ?? [])])
    expect(curl(file).status).toBe(0)
  expect(lease().status).toBe(0)
  expect(curl('SEP001D452D2BF0.cnf.xml').status).toBe(0)
  expect(await agent.exit).toBe(0)
  const states = agent.events.flatMap(({ event, state }) => (event === 'phone.state' ? [state] : []))
  expect(states.at(-1)).toBe('done')
  expect(states).toContain('restarting')
  expect(agent.events.find(({ event }) => event === 'phone.hop')).toMatchObject({ from: 'SCCP75.8-3-4S', to: LOAD })
  expect(agent.events).toContainEqual(expect.objectContaining({ event: 'agent.done', phones: 1 }))
})

it('keeps a lease over a restart, so that the phone is known again at once', async () => {
  const agent = startAgent(wire, paths, ['--dhcp', 'on'])
  await agent.until('agent.ready')
  expect(curl('SEP001D452D2BF0.cnf.xml').status).toBe(0)
  expect(agent.events.some(({ event }) => event === 'dhcp.ack')).toBe(false)
  expect(await agent.stop('SIGINT')).toBe(130)
})

it('says so when it is interrupted in the middle of a flash, and only then', async () => {
  const fresh = { ...paths, state: join(wire.folder, 'cut-off', 'phones.json') }
  const agent = startAgent(wire, fresh, ['--dhcp', 'on'])
  await agent.until('agent.ready')
  expect(lease().status).toBe(0)
  expect(curl('SEP001D452D2BF0.cnf.xml').status).toBe(0)
  expect(curl(`${LOAD}.loads`).status).toBe(0)
  await agent.until('phone.state', ({ state }) => state === 'loading')
  expect(await agent.stop('SIGINT')).toBe(130)
  const notices = agent.events.filter(({ code }) => code === 'serve.cut-off')
  expect(notices).toMatchObject([{ detail: expect.stringMatching(/./), message: expect.stringContaining('at once') }])
  const calm = startAgent(wire, fresh, ['--dhcp', 'on'])
  await calm.until('agent.ready')
  expect(await calm.stop('SIGINT')).toBe(130)
  expect(calm.events.some(({ code }) => code === 'serve.cut-off')).toBe(false)
})

describe('exit code 4, with a cure', () => {
  it.each([
    [67, 'udp'],
    [69, 'udp'],
    [6970, 'tcp'],
  ])('port %d/%s is taken', async (port, protocol) => {
    const script =
      protocol === 'udp'
        ? `const s=require('node:dgram').createSocket({type:'udp4',reuseAddr:true});s.bind(${port},()=>console.log('up'))`
        : `require('node:net').createServer().listen(${port},()=>console.log('up'))`
    const other = wire.spawn('agent', systemNode(), ['-e', script])
    await new Promise(resolve => other.stdout?.once('data', resolve))
    const agent = startAgent(wire, paths)
    expect(await agent.exit).toBe(4)
    expect(errorOf(agent)).toMatchObject({ code: 'port.taken', message: expect.stringContaining(String(port)) })
    expect(errorOf(agent)?.cure).toMatch(/\w{3}/)
    const ended = new Promise(resolve => other.once('close', resolve))
    other.kill('SIGKILL')
    await ended
  })

  it('the right to open the ports is missing', () => {
    for (const path of [wire.folder, paths.firmware]) chmodSync(path, 0o755)
    const open = join(wire.folder, 'open.env')
    writeFileSync(open, readFileSync(paths.secrets), { mode: 0o644 })
    const { status, out } = wire.run('agent', 'setpriv', [
      ...['--reuid', '65534', '--regid', '65534', '--clear-groups', '--bounding-set=-all', systemNode()],
      ...[join(ROOT, 'dist/cp-agent.js'), paths.bundle, '--json', '--firmware', paths.firmware, '--secrets', open],
      ...['--state', '/nonexistent/phones.json'],
    ])
    expect(status, out).toBe(4)
    expect(out).toContain('"port.forbidden"')
    expect(out).toMatch(/(sudo |su -c ')\S*node \S*cp-agent\.js /)
  })

  it('the system does not know the interface', async () => {
    const agent = startAgent(wire, paths, ['--interface', 'eth7'])
    expect(await agent.exit).toBe(4)
    expect(errorOf(agent)).toMatchObject({ code: 'interface.unknown', message: expect.stringContaining('eth0') })
  })

  it('the link is up but the address is not there', async () => {
    wire.ip('agent', 'address', 'flush', 'dev', 'eth0')
    const named = startAgent(wire, paths, ['--interface', 'eth0'])
    expect(await named.exit).toBe(4)
    expect(errorOf(named)).toMatchObject({ code: 'interface.no-address' })
    expect(errorOf(named)?.cure).toContain(`ip address add ${AGENT_CIDR} dev eth0`)
    const unnamed = startAgent(wire, paths)
    expect(await unnamed.exit).toBe(4)
    expect(errorOf(unnamed)).toMatchObject({ code: 'address.nowhere' })
    wire.ip('agent', 'address', 'add', AGENT_CIDR, 'dev', 'eth0')
  })
})

it('waits for a cable that is not plugged in', async () => {
  wire.plug('agent', false)
  await new Promise(resolve => setTimeout(resolve, 1500))
  const agent = startAgent(wire, paths, ['--interface', 'eth0', '--dhcp', 'on'])
  await agent.until('agent.waiting', event => event.interface === 'eth0')
  expect(agent.process.exitCode).toBeNull()
  wire.plug('agent', true)
  await agent.until('agent.ready')
  expect(await agent.stop()).toBe(130)
})

it('ends with 5 and names the keys when passwords are missing', async () => {
  const agent = startAgent(wire, { ...paths, secrets: '/dev/null' })
  expect(await agent.exit).toBe(5)
  expect(errorOf(agent)).toMatchObject({ code: 'secret.missing', message: expect.stringContaining('CP_SECRET_LINE2') })
})

it('ends with 5 when --once would wait for firmware that is not there; without it, that is a warning', async () => {
  const none = { ...paths, firmware: wire.folder.concat('/state') }
  const once = startAgent(wire, none, ['--once'])
  expect(await once.exit).toBe(5)
  expect(errorOf(once)).toMatchObject({ code: 'firmware.missing' })
  const agent = startAgent(wire, none, ['--dhcp', 'on'])
  await agent.until('agent.notice', event => event.code === 'firmware.missing')
  await agent.until('agent.ready')
  await agent.stop()
})

it('ends with 1 when the time is over', async () => {
  const agent = startAgent(wire, paths, ['--dhcp', 'on', '--timeout', '1'])
  expect(await agent.exit).toBe(1)
  expect(errorOf(agent)).toMatchObject({ code: 'time.out' })
})

it('counts that time while it waits for a cable, too', async () => {
  wire.plug('agent', false)
  await new Promise(resolve => setTimeout(resolve, 1500))
  const agent = startAgent(wire, paths, ['--interface', 'eth0', '--timeout', '1'])
  expect(await agent.exit).toBe(1)
  expect(errorOf(agent)).toMatchObject({ code: 'time.out' })
  wire.plug('agent', true)
})

it('ends with 0 when the time is over and every phone was done before', async () => {
  const agent = startAgent(wire, paths, ['--dhcp', 'on', '--settle', '0', '--timeout', '4'])
  await agent.until('agent.ready')
  expect(lease().status).toBe(0)
  expect(curl('SEP001D452D2BF0.cnf.xml').status).toBe(0)
  await agent.until('agent.done')
  expect(await agent.exit).toBe(0)
})

it('does not answer DHCP where another server does, until that is gone', async () => {
  wire.ip('stranger', 'address', 'add', '192.168.178.254/24', 'dev', 'eth0')
  const rival = wire.spawn('stranger', 'dnsmasq', [
    ...['-k', '--port=0', '--no-ping', '--interface=eth0', '--dhcp-range=192.168.178.100,192.168.178.120,10m'],
    ...[`--dhcp-leasefile=${wire.folder}/rival.leases`, '--conf-file=/dev/null', '--user=root', '--pid-file='],
  ])
  await new Promise(resolve => setTimeout(resolve, 500))
  const agent = startAgent(wire, paths)
  expect(await agent.until('agent.ready')).toMatchObject({ dhcp: 'paused' })
  expect(agent.events).toContainEqual(expect.objectContaining({ event: 'dhcp.rival', server: '192.168.178.254' }))
  expect(lease().status).toBe(0)
  expect(agent.events.some(({ event }) => event === 'dhcp.offer')).toBe(false)
  await agent.stop()

  const told = startAgent(wire, paths, ['--dhcp', 'on'])
  expect(await told.until('agent.ready')).toMatchObject({ dhcp: 'on' })
  await told.stop()
  const ended = new Promise(resolve => rival.once('close', resolve))
  rival.kill('SIGKILL')
  await ended
  wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
})

it('is heard by the person’s next start without sudo', async () => {
  const home = join(wire.folder, 'home')
  const env = { ...process.env, SUDO_UID: '65534', SUDO_GID: '65534', XDG_STATE_HOME: join(home, 'new', 'state') }
  mkdirSync(home)
  chownSync(home, 65_534, 65_534)
  const inspect = [join(ROOT, 'dist/cp-agent.js'), 'inspect', paths.bundle]
  expect(spawnSync(systemNode(), inspect, { env }).status).toBe(0)
  const again = spawnSync(systemNode(), inspect, { env, uid: 65_534, gid: 65_534, encoding: 'utf8' })
  expect(again.status, again.stderr).toBe(0)
})

it('reads an image that only root may read while it still is root', async () => {
  const secret = join(paths.firmware, 'jar75sip.9-4-2ES26.sbn')
  chmodSync(secret, 0o600)
  const env = { ...process.env, SUDO_UID: '65534', SUDO_GID: '65534' }
  const agent = startAgent(wire, { ...paths, state: join(wire.folder, 'sudo2', 'phones.json') }, ['--dhcp', 'on'], env)
  await agent.until('agent.ready')
  expect(lease().status).toBe(0)
  expect(curl('jar75sip.9-4-2ES26.sbn').status).toBe(0)
  await agent.stop()
})

it('hears a rival that has the very address that we took', async () => {
  wire.ip('stranger', 'address', 'add', AGENT_CIDR, 'dev', 'eth0')
  // A router that hears us although we speak from its own address; on this side the agent sees to it.
  wire.run('stranger', 'sysctl', [
    '-qw',
    'net.ipv4.conf.eth0.accept_local=1',
    'net.ipv4.conf.all.rp_filter=0',
    'net.ipv4.conf.eth0.rp_filter=0',
  ])
  const rival = wire.spawn('stranger', 'dnsmasq', [
    ...['-k', '--port=0', '--no-ping', '--interface=eth0', '--dhcp-range=192.168.178.100,192.168.178.120,10m'],
    ...[
      '--dhcp-broadcast',
      `--dhcp-leasefile=${wire.folder}/same.leases`,
      '--conf-file=/dev/null',
      '--user=root',
      '--pid-file=',
    ],
  ])
  await new Promise(resolve => setTimeout(resolve, 500))
  const before = wire.run('agent', 'sysctl', ['-n', 'net.ipv4.conf.eth0.accept_local']).out
  const agent = startAgent(wire, paths)
  expect(await agent.until('agent.ready')).toMatchObject({ dhcp: 'paused' })
  expect(agent.events).toContainEqual(expect.objectContaining({ event: 'dhcp.rival', server: AGENT }))
  await agent.stop()
  expect(wire.run('agent', 'sysctl', ['-n', 'net.ipv4.conf.eth0.accept_local']).out).toBe(before)
  const ended = new Promise(resolve => rival.once('close', resolve))
  rival.kill('SIGKILL')
  await ended
  wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
})

it('is silent after the cable was moved, until it has looked again', async () => {
  const agent = startAgent(wire, paths)
  await agent.until('agent.ready', event => event.dhcp === 'on')
  wire.plug('agent', false)
  await new Promise(resolve => setTimeout(resolve, 1000))
  wire.ip('stranger', 'address', 'add', '192.168.178.254/24', 'dev', 'eth0')
  const rival = wire.spawn('stranger', 'dnsmasq', [
    ...['-k', '--port=0', '--no-ping', '--interface=eth0', '--dhcp-range=192.168.178.100,192.168.178.120,10m'],
    ...[`--dhcp-leasefile=${wire.folder}/moved.leases`, '--conf-file=/dev/null', '--user=root', '--pid-file='],
  ])
  const seen = agent.events.length
  wire.plug('agent', true)
  await new Promise(resolve => setTimeout(resolve, 500))
  expect(lease().status).toBe(0)
  await agent.until('dhcp.rival', event => event.server === '192.168.178.254')
  expect(agent.events.slice(seen).some(({ event }) => event === 'dhcp.offer')).toBe(false)
  await agent.stop()
  const ended = new Promise(resolve => rival.once('close', resolve))
  rival.kill('SIGKILL')
  await ended
  wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
})

it('goes on as the user who called sudo, once its ports are bound', async () => {
  const passwd = readFileSync('/etc/passwd', 'utf8').split('\n')
  const nobody = passwd.find(line => line.startsWith('nobody:'))?.split(':') ?? []
  const env = { ...process.env, SUDO_UID: nobody[2], SUDO_GID: nobody[3] }
  const agent = startAgent(wire, { ...paths, state: join(wire.folder, 'sudo', 'phones.json') }, [], env)
  await agent.until('agent.ready')
  const status = readFileSync(`/proc/${agent.process.pid}/status`, 'utf8')
  expect(status).toMatch(new RegExp(`^Uid:\\t${nobody[2]}\\t${nobody[2]}\\t`, 'm'))
  await agent.stop()
})
