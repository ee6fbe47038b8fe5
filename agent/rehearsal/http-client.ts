// HTTP as later phones do it: one GET for a file, over a connection of its own (field guide, phones 3.3).
import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { FileRequest } from './tftp-client.ts'

/** @returns the status and what came with it; undefined when nobody answered, or the answer broke off. */
export function fetchByHttp({
  file,
  server,
  localAddress,
  timeoutMs,
  socketReady,
  signal,
}: FileRequest): Promise<{ status: number; bytes: Uint8Array } | undefined> {
  return new Promise(resolve => {
    const nothing = () => resolve(undefined)
    const request = get({
      host: server.address,
      port: server.port,
      path: encodeURI(`/${file}`),
      localAddress,
      agent: false,
      timeout: timeoutMs,
      signal,
    })
    request.on('response', response =>
      buffer(response).then(bytes => resolve({ status: response.statusCode ?? 0, bytes }), nothing),
    )
    request.on('socket', socket => socket.once('connect', () => socketReady(socket.localPort ?? 0)))
    request.on('timeout', () => request.destroy())
    request.on('error', nothing)
  })
}
