// Clients that nobody here wrote, on a wire of their own: leases, files, and what a stranger gets.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LOAD, type RunningAgent, SECRETS, type Stock, startAgent, stock } from './agent.ts'
import { AGENT, CISCO_CLASS, layWire, leaseHook, PHONE_MAC, STRANGER_MAC, type Wire } from './wire.ts'

const CONFIG = 'SEP001D452D2BF0.cnf.xml'
const IMAGE = 'apps75sip.9-4-2ES26.sbn'
const BIG = 'apps75.9-4-2ES26.sbn'
const PHONE = '192.168.178.201'

let wire: Wire
let paths: Stock
let agent: RunningAgent

beforeAll(async () => {
  wire = layWire()
  paths = stock(wire)
  agent = startAgent(wire, paths)
  const ready = await agent.until('agent.ready')
  expect(ready).toMatchObject({
    interface: 'eth0',
    address: AGENT,
    dhcp: 'on',
    dhcpPort: 67,
    tftpPort: 69,
    httpPort: 6970,
  })
})
afterAll(async () => {
  await agent?.stop()
  wire?.remove()
})

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const fetched = (name: string) => join(wire.folder, name)
const udhcpc = (script: string, ...more: string[]) => [
  ...['-i', 'eth0', '-f', '-n', '-q', '-t', '3', '-T', '1', '-O', 'tftp', '-O', '150', '-s', script],
  ...more,
]

/** Of what the stranger asks for over HTTP. */
const httpStatus = (name: string): string =>
  wire.run('stranger', 'curl', [
    '-s',
    '-m',
    '10',
    '-w',
    '%{http_code}',
    '-o',
    '/dev/null',
    `http://${AGENT}:6970/${name}`,
  ]).out

describe('an address, with options 66 and 150', () => {
  beforeEach(() => wire.ip('phone', 'address', 'flush', 'dev', 'eth0'))

  it('for udhcpc', async () => {
    const hook = leaseHook(wire)
    const { status, err } = wire.run('phone', 'udhcpc', udhcpc(hook.script, '-V', CISCO_CLASS))
    expect(status, err).toBe(0)
    expect(hook.told()).toMatchObject({
      ip: PHONE,
      subnet: '255.255.255.0',
      tftp: AGENT,
      siaddr: AGENT,
      opt150: 'c0a8b201',
    })
    expect(Number(hook.told().lease)).toBeLessThanOrEqual(1800)
    await agent.until('dhcp.ack', event => event.phone === PHONE_MAC && event.address === PHONE)
  })

  it('for dhclient', () => {
    const hook = leaseHook(wire)
    const conf = join(wire.folder, 'dhclient.conf')
    writeFileSync(
      conf,
      `option cisco-tftp code 150 = array of ip-address;
send vendor-class-identifier "${CISCO_CLASS}";
request subnet-mask, routers, domain-name-servers, tftp-server-name, cisco-tftp;
timeout 10;
`,
    )
    const { status, err } = wire.run(
      'phone',
      'dhclient',
      [
        ...['-4', '-1', '-d', '-v', '-cf', conf, '-lf', join(wire.folder, 'dhclient.leases')],
        ...['-pf', join(wire.folder, 'dhclient.pid'), '-sf', hook.script, 'eth0'],
      ],
      3000,
    )
    // -d keeps it in the foreground for ever; what counts is the lease that it took within its time.
    expect(hook.told(), `${status} ${err}`).toMatchObject({
      new_ip_address: PHONE,
      new_tftp_server_name: AGENT,
      new_cisco_tftp: AGENT,
    })
  })

  it('for dhcpcd', () => {
    const hook = leaseHook(wire)
    const conf = join(wire.folder, 'dhcpcd.conf')
    writeFileSync(
      conf,
      `vendorclassid ${CISCO_CLASS}
define 150 array ipaddress cisco_tftp
option tftp_server_name, cisco_tftp
noarp
`,
    )
    const { status, err, out } = wire.run(
      'phone',
      'dhcpcd',
      ['-4', '-1', '-B', '-d', '-f', conf, '--script', hook.script, 'eth0'],
      20_000,
    )
    expect(hook.told(), `${status} ${out} ${err}`).toMatchObject({
      new_ip_address: PHONE,
      new_tftp_server_name: AGENT,
      new_cisco_tftp: AGENT,
    })
  })

  it('for a listed MAC without a Cisco vendor class', () => {
    const hook = leaseHook(wire)
    expect(wire.run('phone', 'udhcpc', udhcpc(hook.script)).status).toBe(0)
    expect(hook.told().ip).toBe(PHONE)
  })

  it('but not for a device that is not in the bundle, whatever it says it is', async () => {
    const hook = leaseHook(wire)
    const { status } = wire.run('stranger', 'udhcpc', udhcpc(hook.script, '-V', CISCO_CLASS))
    expect(status).not.toBe(0)
    expect(hook.told()).toEqual({ '': '' })
    await agent.until('dhcp.ignored', event => event.phone === STRANGER_MAC)
    expect(agent.events.some(({ event, phone }) => event === 'dhcp.offer' && phone === STRANGER_MAC)).toBe(false)
  })
})

describe('files', () => {
  beforeAll(() => {
    const hook = leaseHook(wire)
    wire.ip('phone', 'address', 'flush', 'dev', 'eth0')
    expect(wire.run('phone', 'udhcpc', udhcpc(hook.script, '-V', CISCO_CLASS)).status).toBe(0)
  })
  beforeEach(() => {
    for (const name of ['got.xml', 'got.sbn']) rmSync(fetched(name), { force: true })
  })

  const clients: [string, (remote: string, local: string) => [string, string[]]][] = [
    ['tftp-hpa', (remote, local) => ['tftp', ['-m', 'binary', AGENT, '-c', 'get', remote, local]]],
    ['atftp', (remote, local) => ['atftp', ['-g', '-r', remote, '-l', local, AGENT]]],
    [
      'atftp with blksize 1428 and windowsize 16',
      (remote, local) => [
        'atftp',
        [
          '--option',
          'blksize 1428',
          '--option',
          'windowsize 16',
          '--option',
          'tsize 0',
          '-g',
          '-r',
          remote,
          '-l',
          local,
          AGENT,
        ],
      ],
    ],
    ['busybox tftp', (remote, local) => ['busybox', ['tftp', '-g', '-r', remote, '-l', local, AGENT]]],
    [
      'busybox tftp with blksize 1428',
      (remote, local) => ['busybox', ['tftp', '-b', '1428', '-g', '-r', remote, '-l', local, AGENT]],
    ],
    ['curl tftp', (remote, local) => ['curl', ['-sf', '-m', '60', `tftp://${AGENT}/${remote}`, '-o', local]]],
    [
      'curl tftp without options',
      (remote, local) => ['curl', ['-sf', '-m', '60', '--tftp-no-options', `tftp://${AGENT}/${remote}`, '-o', local]],
    ],
    ['curl http', (remote, local) => ['curl', ['-sf', '-m', '60', `http://${AGENT}:6970/${remote}`, '-o', local]]],
  ]

  it.each(clients)(
    '%s fetches the configuration, its passwords filled in, and an image of 6 MB intact',
    (_, command) => {
      const [program, args] = command(CONFIG, fetched('got.xml'))
      const config = wire.run('phone', program, args)
      expect(config.status, config.err).toBe(0)
      const text = readFileSync(fetched('got.xml'), 'utf8')
      expect(text).toContain('<authPassword>Geheim-4711&amp;&lt;1&gt;</authPassword>')
      expect(text).toContain('<authPassword>Geheim-0815&quot;2</authPassword>')
      expect(text).toContain(`<loadInformation>${LOAD}</loadInformation>`)

      const [again, more] = command(BIG, fetched('got.sbn'))
      const image = wire.run('phone', again, more)
      expect(image.status, image.err).toBe(0)
      expect(sha256(fetched('got.sbn'))).toBe(sha256(join(paths.firmware, BIG)))
    },
  )

  it('are found in any case, and missing ones are said to be missing', async () => {
    expect(
      wire.run('phone', 'curl', ['-sf', `tftp://${AGENT}//sep001d452d2bf0.CNF.XML`, '-o', fetched('got.xml')]).status,
    ).toBe(0)
    // 68: TFTP "file not found"; 22: HTTP error.
    expect(wire.run('phone', 'curl', ['-sf', `tftp://${AGENT}/CTLSEP001D452D2BF0.tlv`]).status).toBe(68)
    expect(wire.run('phone', 'curl', ['-sf', `http://${AGENT}:6970/${IMAGE}`]).status).toBe(22)
    await agent.until('tftp.missing', event => event.file === 'CTLSEP001D452D2BF0.tlv' && event.harmless === true)
    await agent.until('http.missing', event => event.file === IMAGE && event.harmless === false)
  })

  it('cannot be written', () => {
    writeFileSync(fetched('put.xml'), 'x')
    const { out, err } = wire.run('phone', 'tftp', ['-m', 'binary', AGENT, '-c', 'put', fetched('put.xml'), CONFIG])
    expect(out + err).toMatch(/error code 2/i)
  })

  it('outside the shelf do not exist', () => {
    for (const name of ['../secrets.env', '/etc/passwd', '..%2fsecrets.env', '....//secrets.env', 'secrets.env']) {
      expect(wire.run('phone', 'curl', ['-sf', '--path-as-is', `tftp://${AGENT}/${name}`]).status, name).toBe(68)
      expect(wire.run('phone', 'curl', ['-sf', '--path-as-is', `http://${AGENT}:6970/${name}`]).status, name).toBe(22)
    }
  })

  it('are refused to another device on the wire, even one that takes the phone’s address', async () => {
    wire.ip('stranger', 'address', 'add', '192.168.178.77/24', 'dev', 'eth0')
    for (const name of [CONFIG, 'dialplan.xml', `${LOAD}.loads`]) {
      // 69: TFTP "access violation".
      expect(wire.run('stranger', 'curl', ['-sf', '-m', '10', `tftp://${AGENT}/${name}`]).status, name).toBe(69)
      expect(httpStatus(name), name).toBe('403')
    }
    await agent.until('tftp.refused', event => event.address === '192.168.178.77' && event.file === CONFIG)

    wire.plug('phone', false)
    wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
    wire.ip('stranger', 'address', 'add', `${PHONE}/24`, 'dev', 'eth0')
    wire.ip('agent', 'neighbour', 'flush', 'dev', 'eth0')
    expect(httpStatus(CONFIG)).toBe('403')
    expect(wire.run('stranger', 'curl', ['-sf', '-m', '10', `tftp://${AGENT}/${CONFIG}`]).status).toBe(69)
    wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
    wire.plug('phone', true)
    wire.ip('agent', 'neighbour', 'flush', 'dev', 'eth0')
  })

  it('go on after the cable was out for a moment', async () => {
    const started = agent.events.length
    const copy = wire.spawn('phone', 'tftp', ['-m', 'binary', AGENT, '-c', 'get', BIG, fetched('got.sbn')])
    const end = new Promise(resolve => copy.once('close', resolve))
    await expect
      .poll(() => agent.events.slice(started).map(({ event }) => event), { interval: 5 })
      .toContain('tftp.start')
    wire.plug('agent', false)
    await new Promise(resolve => setTimeout(resolve, 1500))
    wire.plug('agent', true)
    await end
    expect(sha256(fetched('got.sbn'))).toBe(sha256(join(paths.firmware, BIG)))
  })
})

it('leaves the passwords nowhere: not in the bundle, its words, its state or its command line', async () => {
  expect(await agent.stop()).toBe(130)
  const state = readdirSync(join(wire.folder, 'state')).map(name =>
    readFileSync(join(wire.folder, 'state', name), 'latin1'),
  )
  expect(state.join()).toContain(PHONE)
  const places = [agent.output(), readFileSync(paths.bundle, 'latin1'), agent.process.spawnargs.join(' '), ...state]
  for (const secret of Object.values(SECRETS)) {
    const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64'), secret.slice(0, 11)]
    for (const text of places) for (const form of forms) expect(text.includes(form), form).toBe(false)
  }
  expect(existsSync(paths.secrets)).toBe(true)
})
