// Tries whether the ports can be had, each only for the moment of the test, and says who has those that cannot.
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import type { Cures } from './cures.ts'
import type { Finding } from './finding.ts'
import type { Holder, Ports } from './system.ts'

export async function judgePorts({ udp, tcp }: Ports, holders: readonly Holder[], cures: Cures): Promise<Finding[]> {
  const findings: Finding[] = []
  const forbidden: number[] = []
  const all = [...udp, ...tcp]
  for (const [i, port] of all.entries()) {
    const trouble = await tryPort(port, i < udp.length)
    if (trouble === undefined) continue
    const by = holders.filter(holder => holder.port === port)
    // Several processes of one service are ended by one command.
    const ends = new Set(by.flatMap(holder => cures.end(holder)))
    const names = [...new Set(by.map(({ name }) => name))].join(', ') || 'unseen'
    const commands = ends.size > 0 ? [...ends] : cures.show(port)
    if (trouble === 'EADDRINUSE') findings.push({ code: 'port.taken', about: { port, by: names }, commands })
    else forbidden.push(port)
  }
  if (forbidden.length > 0)
    findings.push({ code: 'port.forbidden', about: { port: forbidden.join(', ') }, commands: cures.rights() })
  return findings.length > 0 ? findings : [{ code: 'port.free', about: { port: all.join(', ') } }]
}

/** @returns the system's code, or undefined when the port was ours. Alone: a shared port would be given to us although it is used. */
function tryPort(port: number, datagrams: boolean): Promise<string | undefined> {
  return new Promise(resolve => {
    const socket = datagrams ? createSocket('udp4') : createServer()
    const free = () => socket.close(() => resolve(undefined))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    const at = { port, exclusive: true }
    if ('bind' in socket) socket.bind({ ...at, address: '0.0.0.0' }, free)
    else socket.listen({ ...at, host: '0.0.0.0' }, free)
  })
}
