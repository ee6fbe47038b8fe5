import { beforeEach, expect, it } from 'vitest'
import type { AgentEvent, Emit } from '../events.ts'
import { createTerminal } from './terminal.ts'

const MAC = '00:1d:45:2d:2b:f0'
const BUNDLE: AgentEvent = {
  event: 'agent.bundle',
  site: 'a'.repeat(52),
  name: 'home',
  issuer: 'http://localhost:8787',
  signedBy: 'SHA256:x',
  root: 'SHA256:y',
  trustedBy: 'pinned',
  issued: '2026-11-23T09:00:00Z',
  registrar: '192.168.178.1:5060',
  hosts: ['192.168.178.1'],
  phones: [{ mac: MAC, model: 'CP-7975G', label: 'Buero', load: 'SIP75.9-4-2SR3-1S', lines: ['Line1'] }],
}
let text: string
let emit: Emit

const start = (lang: 'de' | 'en', interactive = false) => {
  text = ''
  emit = createTerminal({
    lang,
    color: false,
    interactive,
    write: more => {
      text += more
    },
    now: () => new Date(2026, 10, 24, 9, 0, 0),
  })
  emit(BUNDLE)
}
beforeEach(() => start('en'))

it('names the site, the signer, the hosts and the phones before anything else', () => {
  for (const part of ['home', 'aaaaaaaaaa', 'SHA256:x', '192.168.178.1:5060', 'Buero', 'SIP75.9-4-2SR3-1S']) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain('trusted')
})

it('tells the story of a phone by its label, in both languages', () => {
  emit({ event: 'phone.state', phone: MAC, state: 'flashing', image: 2, images: 5 })
  emit({ event: 'phone.state', phone: MAC, state: 'done' })
  expect(text).toContain('09:00:00  Buero: takes image 2 of 5. Do not unplug it!')
  start('de')
  emit({ event: 'phone.state', phone: MAC, state: 'done' })
  expect(text).toContain('Buero: ist fertig.')
})

it('draws progress over itself at a terminal, and by quarters in a pipe', () => {
  const send = (sent: number) =>
    emit({ event: 'tftp.progress', phone: MAC, address: 'x', file: 'jar.sbn', sent, bytes: 100 })
  for (const sent of [10, 30, 35, 60, 99]) send(sent)
  expect(text.match(/jar\.sbn/g)).toHaveLength(3)
  start('en', true)
  for (const sent of [10, 30, 35]) send(sent)
  expect(text.match(/\r\x1b\[K/g)).toHaveLength(3)
})

it('says what is missing once, unless the phone does without', () => {
  const missing = (file: string, harmless: boolean) =>
    emit({ event: 'tftp.missing', phone: MAC, address: 'x', file, harmless })
  missing('CTLSEP.tlv', true)
  missing('SIP75.loads', false)
  missing('SIP75.loads', false)
  expect(text).not.toContain('CTLSEP')
  expect(text.match(/SIP75\.loads, which is not here/g)).toHaveLength(1)
})

it('shows what a stranger sends harmlessly', () => {
  emit({ event: 'dhcp.ignored', phone: '3c:22:fb:00:00:01', vendorClass: '\x1b]0;owned\x07', why: 'not in the bundle' })
  emit({ event: 'tftp.refused', address: '192.168.178.9', file: 'a\r\nb', why: 'not a phone of this bundle' })
  expect(text).not.toContain('\x1b')
  expect(text).not.toContain('\r')
})
