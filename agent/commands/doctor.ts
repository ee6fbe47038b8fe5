// `cp-agent doctor [bundle]`: looks at the computer, the wire and the bundle before anything is answered. Changes nothing, serves nothing.
import { secretKey } from '../../schemas/secret-name.ts'
import { openRivalProbe } from '../dhcp/rival.ts'
import { createCures } from '../doctor/cures.ts'
import { askFilter } from '../doctor/filter.ts'
import { FINDINGS, type Finding } from '../doctor/finding.ts'
import { candidatesOf, type Judged, judgeNetwork, judgeOthers, judgeWire } from '../doctor/network.ts'
import { judgePorts } from '../doctor/ports.ts'
import { judgeClock, judgeFirewall, judgeSleep } from '../doctor/surroundings.ts'
import { type Computer, readComputer } from '../doctor/system.ts'
import * as EXIT from '../exit.ts'
import { gatherSecrets } from '../secrets/gather.ts'
import { doubtsAbout } from '../shelf/doubts.ts'
import { missingFirmware, wordsFor } from '../shelf/needed.ts'
import { atTerminal } from '../ui/ask.ts'
import { describeBundle } from '../ui/describe.ts'
import { started } from '../ui/shell.ts'
import { fill, TEXT } from '../ui/text.ts'
import { chooseInterface } from './choose-interface.ts'
import { type Context, notify, openNamedBundle, secretSources } from './context.ts'
import { putFinding, seen } from './put-finding.ts'
import { stockFirmware } from './stock.ts'

type Opened = Awaited<ReturnType<typeof openNamedBundle>>

/** Exits 0 when nothing stands in the way, 4 when the computer or the wire does, 5 when firmware or a password is missing. */
export async function doctor(context: Context): Promise<EXIT.Exit> {
  const { args, emit, signal } = context
  const bundle = args.bundle ? await openNamedBundle(context) : undefined
  if (bundle) emit(describeBundle(bundle))
  const count = { good: 0, note: 0, warning: 0, error: 0, environment: 0, blocking: 0 }
  let commands = false
  const say = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      const { code } = finding
      count[FINDINGS[code]]++
      if (FINDINGS[code] === 'error' && !/^(firmware|secret)/.test(code)) count.environment++
      // At a terminal serving asks for what is missing.
      if (FINDINGS[code] === 'error' && !(code === 'secret.missing' && atTerminal())) count.blocking++
      if (finding.commands?.length) commands = true
      emit(putFinding(finding, args.lang))
    }
  }
  const cidr = args.address ?? bundle?.manifest.network.agent
  const ports = {
    udp: args.dhcp === 'off' ? [args.tftpPort] : [args.dhcpPort, args.tftpPort],
    tcp: [args.httpPort],
  }
  let cures = createCures(started())
  const computer = await readComputer(ports)
  say(computer.nics.map(seen))
  const question = { nics: computer.nics, cidr, name: args.interface, cures }
  let judged = judgeNetwork(question)
  if (judged.findings.some(({ code }) => code === 'interface.choose')) {
    const name = await chooseInterface(context, candidatesOf(computer.nics))
    if (name !== undefined) {
      // From now on every command says it, too.
      cures = createCures([...started(), '--interface', name])
      judged = judgeNetwork({ ...question, name, cures })
    }
  }
  const { findings, nic } = judged
  const firewall = nic ? await askFilter(computer.firewall, nic.name, ports) : computer.firewall
  say([
    ...findings,
    ...(await judgePorts(ports, computer.holders, cures)),
    ...judgeFirewall({ ...computer, firewall }, nic, ports, cures),
    ...judgeSleep(computer, cures),
    ...judgeClock(Date.now(), bundle?.manifest.issued, cures),
  ])
  const rivals = args.dhcp === 'off' ? [] : await lookForRivals(context, nic, cidr, cures.rights())
  // Who drops a phone's questions drops the answers to ours, too.
  const deaf: Finding = { code: 'dhcp.unsure', about: { why: 'filtered' } }
  say(rivals.map(each => (each.code === 'dhcp.alone' && firewall?.drops ? deaf : each)))
  if (bundle) say(await judgeBundle(context, bundle))
  signal.throwIfAborted()
  const { error: errors, warning: warnings } = count
  const { well, warned, wrong, next, windows } = TEXT[args.lang].doctor.ends
  const sentences = [
    fill(errors > 0 ? wrong : warnings > 0 ? warned : well, { errors, warnings }),
    ...(process.platform === 'win32' && commands ? [windows] : []),
    ...(count.blocking === 0 && bundle ? [fill(next, { serve: cures.serve() })] : []),
  ]
  const message = sentences.join('\n')
  emit({ event: 'doctor.done', errors, warnings, message })
  return count.environment > 0 ? EXIT.environment : count.error > 0 ? EXIT.missing : EXIT.done
}

/** Before serving: what serving would not notice by itself. Only Linux tells it at once; elsewhere it is said when it is known. */
export async function glanceAround(context: Context, wire: string, cidr: string): Promise<void> {
  const { args, emit } = context
  const ports = { udp: [args.dhcpPort, args.tftpPort], tcp: [args.httpPort] }
  const linux = process.platform === 'linux'
  const cures = createCures(started())
  const say = (findings: readonly Finding[]) => {
    for (const finding of findings) emit(putFinding(finding, args.lang))
  }
  const glance = async () => {
    // Who has a port is seen when it is opened.
    const computer = await readComputer(linux ? { ...ports, tcp: [] } : ports)
    say(judgeGlance(computer, { wire, cidr, ports, cures }))
    return computer
  }
  if (!linux) return void glance().catch(() => {})
  const computer = await glance()
  const nic = computer.nics.find(({ name }) => name === wire)
  // Its rules are asked for while others' DHCP is: whoever wants an answer at once gets it sooner without.
  if (args.dhcp === 'auto' && !computer.firewall?.on)
    askFilter(computer.firewall, wire, ports)
      .then(firewall => say(judgeFirewall({ ...computer, firewall }, nic, ports, cures).filter(isShut)))
      .catch(() => {})
}

const isShut = ({ code }: Finding) => code === 'firewall.on' || code === 'firewall.drops'

interface Glance {
  wire: string
  cidr: string
  ports: Parameters<typeof judgeFirewall>[2]
  cures: ReturnType<typeof createCures>
}

export function judgeGlance(computer: Computer, { wire, cidr, ports, cures }: Glance): Finding[] {
  const { nics } = computer
  const nic = nics.find(({ name }) => name === wire)
  return [
    ...(nic ? [...judgeWire(nic, nics, cures), ...judgeOthers({ nics, cidr, cures }, nic)] : []),
    ...judgeFirewall(computer, nic, ports, cures),
    ...judgeSleep(computer, cures),
  ].filter(({ code }) => /^(link.wifi|subnet|firewall.on|sleep)/.test(code))
}

/** Asks on the wire like a client, from whatever address the interface has. */
async function lookForRivals(
  { args, signal }: Context,
  nic: Judged['nic'],
  cidr = '',
  rights: string[],
): Promise<Finding[]> {
  const own = nic?.addresses.map(address => address.split('/')[0] ?? '') ?? []
  const address = own.find(each => cidr.startsWith(`${each}/`)) ?? own[0]
  // Without a link a question goes nowhere, and silence would mean nothing.
  if (!nic?.up || !address) return [{ code: 'dhcp.unsure', about: { why: 'link' } }]
  const probe = await openRivalProbe({ address, port: args.dhcpPort })
  const stopped = new Promise<undefined>(resolve => {
    signal.addEventListener('abort', () => resolve(undefined))
  })
  const look = await Promise.race([probe.look(), stopped])
  probe.close()
  signal.throwIfAborted()
  if (look?.result === 'none') return [{ code: 'dhcp.alone' }]
  if (look?.result !== 'found')
    return [{ code: 'dhcp.unsure', about: { why: look?.error.message ?? '' }, commands: rights }]
  return look.servers.map(({ server, from, offered }) => ({
    code: 'dhcp.rival',
    about: { server: server || from, offered, name: nic.name },
  }))
}

async function judgeBundle(context: Context, opened: Opened): Promise<Finding[]> {
  const { firmware, manifest } = await stockFirmware(context, opened.manifest)
  for (const { code, detail } of doubtsAbout(manifest, firmware)) notify(context, code, detail)
  const gaps: Finding[] = missingFirmware(manifest, firmware).map(gap => ({
    code: gap.onlyBelow === undefined ? 'firmware.missing' : 'firmware.older',
    about: { files: wordsFor(gap), below: gap.onlyBelow ?? '' },
  }))
  const unfit: Finding[] = []
  const { ask: _, ...sources } = secretSources(context)
  const secrets = await gatherSecrets(manifest.secrets, {
    ...sources,
    unfit: name => unfit.push({ code: 'secret.unfit', about: { name } }),
  })
  const absent = manifest.secrets.flatMap(({ name }) => (secrets.has(name) ? [] : secretKey(name)))
  const silent = absent.length > unfit.length
  return [
    ...gaps,
    ...(gaps.some(({ code }) => code === 'firmware.missing') ? [] : [{ code: 'firmware.here' } as const]),
    ...unfit,
    ...(silent
      ? [{ code: 'secret.missing', about: { keys: absent.join(', '), first: absent[0] ?? '' } } as const]
      : []),
    ...(absent.length === 0 ? [{ code: 'secret.here' } as const] : []),
  ]
}
