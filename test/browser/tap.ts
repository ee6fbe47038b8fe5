// Between the browser and the Worker: passes every byte on and keeps all that the browser sent, whatever made it send that.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Tap {
  origin: string
  /** All that was sent so far, one buffer for each connection. */
  sent(): Buffer[]
  close(): Promise<void>
}

/** @param target an origin such as http://localhost:8787. */
export async function openTap(target: string): Promise<Tap> {
  const { hostname, port } = new URL(target)
  const sent: Buffer[][] = []
  const open = new Set<Socket>()
  const server = createServer(client => {
    const bytes: Buffer[] = []
    sent.push(bytes)
    const worker = connect(Number(port), hostname)
    client.on('data', data => bytes.push(data))
    client.pipe(worker).pipe(client)
    for (const socket of [client, worker]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        worker.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://localhost:${address.port}`,
    sent: () => sent.map(bytes => Buffer.concat(bytes)),
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
