// The world that tests put a virtual phone into: DHCP by hand, and a real TFTP server with files that may change on the way.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach } from 'vitest'
import { bootPhone, type VirtualPhoneOptions } from '../agent/rehearsal/phone.ts'
import { makeFirmware } from '../agent/rehearsal/synthetic.ts'
import { createTftpServer } from '../agent/tftp/server.ts'

export const MAC = '00:1d:45:2d:2b:f0'
export const CONFIG = 'SEP001D452D2BF0.cnf.xml'
export const SIP = 'SIP75.9-4-2SR3-1S'
export const SCCP = 'SCCP75.8-3-4S'
export const IMAGES = ['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(kind => `${kind}.9-4-2ES26.sbn`)
export const FACTS: VirtualPhoneOptions['facts'] = {
  vendorClass: 'Cisco Systems, Inc. IP Phone CP-7975G',
  lineKeys: 8,
  resetKeys: '123456789*0#',
  resetLoad: 'term75.default.loads',
  loadFamilies: ['SIP75', 'SCCP75'],
  asks: [
    { file: 'German_Germany/td-sip.jar', harmless: true },
    { file: 'Germany/g3-tones.xml', harmless: true },
  ],
}
export const PASSWORD = 'geheim77'

export const config = (load: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<device><deviceProtocol>SIP</deviceProtocol><devicePool>
<dateTimeSetting><dateTemplate>D.M.YY</dateTemplate><timeZone>W. Europe Standard/Daylight Time</timeZone></dateTimeSetting>
<callManagerGroup><members><member priority="0"><callManager><processNodeName>192.168.178.1</processNodeName></callManager></member></members></callManagerGroup>
</devicePool><vendorConfig/><loadInformation>${load}</loadInformation>
<userLocale><name>German_Germany</name></userLocale><networkLocale>Germany</networkLocale>
<transportLayerProtocol>2</transportLayerProtocol>
<sipProfile><sipProxies/><sipCallFeatures/><sipStack/><sipLines>
<line button="1"><featureID>9</featureID><proxy>USECALLMANAGER</proxy><port>5060</port><name>Line1</name><authName>Line1</authName><authPassword>${PASSWORD}</authPassword></line>
</sipLines><phoneLabel>Buero</phoneLabel><dialTemplate>dialplan.xml</dialTemplate></sipProfile></device>
`
const small = (load: string) =>
  makeFirmware({
    load,
    files: ['term75.default.loads', ...IMAGES],
    sizes: { jar: 4000, cnu: 2000, apps: 5000, dsp: 1500, cvm: 3072 },
  })

export type Files = Record<string, string | Uint8Array>
export const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
/** Every file of a good server, by its exact name. */
export function shelf(load = SIP): Files {
  const files: Files = {
    [CONFIG]: config(load),
    'dialplan.xml': '<DIALTEMPLATE><TEMPLATE MATCH="*" Timeout="5"/></DIALTEMPLATE>',
  }
  for (const { name, bytes } of small(load).values()) files[name] = bytes()
  return files
}
export const without = (name: string, files = shelf()): Files =>
  Object.fromEntries(Object.entries(files).filter(([key]) => key !== name))

export const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** DHCP by hand, with option 150; `hears` says whether a message is answered. @returns its port. */
export async function serveDhcp(
  hears: () => boolean = () => true,
  { address: own = [192, 168, 178, 201], files = [192, 168, 178, 1] } = {},
): Promise<number> {
  const socket = createSocket('udp4')
  closers.push(() => socket.close())
  socket.on('message', (bytes, { address, port }) => {
    if (!hears()) return
    const head = Buffer.from(bytes.subarray(0, 240))
    head[0] = 2
    head.set(own, 16)
    const type = bytes[242] === 1 ? 2 : 5
    const options = [53, 1, type, 54, 4, 192, 168, 178, 1, 51, 4, 0, 0, 7, 8, 1, 4, 255, 255, 255, 0]
    socket.send(Buffer.from([...head, ...options, 150, 4, ...files, 255]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return socket.address().port
}

export type Said = Parameters<VirtualPhoneOptions['onEvent']>[0]

/** A phone against a world of files; `files` is asked each time, so that it may change on the way. */
export async function start(
  files: Files | (() => Files),
  more: Partial<VirtualPhoneOptions> = {},
  further: { httpPort?: number } = {},
) {
  const asked: string[] = []
  const strangers: number[] = []
  const said: Said[] = []
  const ports = new Set<number>()
  const tftp = createTftpServer({
    address: '127.0.0.1',
    port: 0,
    transferAddress: '127.0.0.1',
    read(file, remote) {
      asked.push(file)
      if (!ports.has(remote.port)) strangers.push(remote.port)
      const content = (typeof files === 'function' ? files() : files)[file]
      if (content === undefined) return { found: false, why: 'missing', message: 'no such file' }
      return { found: true, name: file, bytes: bytesOf(content) }
    },
    onEvent: () => undefined,
    onError: error => {
      throw error
    },
  })
  const tftpPort = (await tftp.open()).port
  closers.push(() => tftp.close())
  const dhcpPort = await serveDhcp()
  const phone = bootPhone({
    mac: MAC,
    model: 'CP-7975G',
    facts: FACTS,
    running: SCCP,
    network: {
      localAddress: '127.0.0.1',
      server: { address: '127.0.0.1', port: dhcpPort },
      clientPort: 0,
      tftpPort,
      ...further,
    },
    attribute: port => ports.add(port),
    onEvent: event => said.push(event),
    speed: { rebootMs: 1 },
    ...more,
  })
  return { phone, asked, strangers, said }
}
