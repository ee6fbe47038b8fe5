// A phone that asks for an address every two milliseconds, and says when it got the first offer: `node ask.ts MAC CLASS`.
import { createSocket } from 'node:dgram'
import { DISCOVER, decodeReply, encodeRequest, OFFER } from '../agent/rehearsal/dhcp-message.ts'
import * as OPTION from '../agent/rehearsal/dhcp-option.ts'

const EVERY_MS = 2
const [mac = '', vendorClass = ''] = process.argv.slice(2)
const discover = encodeRequest(1, mac, DISCOVER, [
  [OPTION.vendorClass, Buffer.from(`${vendorClass}\0`)],
  [OPTION.parameters, Uint8Array.of(1, 66, 6, 3, 15, 150, 35)],
])
const socket = createSocket('udp4')
socket.on('message', bytes => {
  const reply = decodeReply(bytes)
  if (typeof reply === 'string' || reply.type !== OFFER) throw new Error(`no offer: ${JSON.stringify(reply)}`)
  console.log(performance.timeOrigin + performance.now())
  process.exit()
})
socket.bind(68, () => {
  socket.setBroadcast(true)
  setInterval(() => socket.send(discover, 67, '255.255.255.255', () => undefined), EVERY_MS)
  console.log('asks')
})
