import { beforeEach, expect, it } from 'vitest'
import type { AgentEvent, Emit } from '../events.ts'
import { createScreen } from './screen.ts'
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
  const write = (more: string) => {
    text += more
  }
  emit = createTerminal({
    lang,
    color: false,
    screen: createScreen({ interactive, columns: () => 80, write }),
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
  const send = (percent: number) =>
    emit({
      ...{ event: 'phone.progress', phone: MAC, load: 'SIP75.9-4-2SR3-1S', file: 'jar.sbn', image: 2, images: 5 },
      ...{ percent, bytesPerSecond: 51_200, secondsLeft: 170 },
    })
  for (const percent of [10, 30, 35, 60, 99]) send(percent)
  expect(text.match(/Buero: \d+ % of SIP75/g)).toEqual([
    'Buero: 30 % of SIP75',
    'Buero: 60 % of SIP75',
    'Buero: 99 % of SIP75',
  ])
  expect(text).toContain('image 2 of 5, 51 kB/s, 3 min left')
  expect(text).not.toContain('\x1b')
  start('en', true)
  for (const percent of [10, 50]) send(percent)
  expect(
    text
      .split(/\r(?:\x1b\[\dA)?\x1b\[J/)
      .at(-1)
      ?.split('\n'),
  ).toEqual([
    'Buero             ##########..........  50 %  2/5   51 kB/s  3 min left',
    '!!! Do not unplug anything now.',
  ])
  emit({ event: 'phone.state', phone: MAC, state: 'flashing', image: 3, images: 5 })
  expect(text).not.toContain('takes image')
  emit({ event: 'phone.state', phone: MAC, state: 'restarting' })
  expect(text).toContain('\x1b[J09:00:00  Buero: has all images')
  expect(text.split('\n').at(-1)).toMatch(/^Buero {13}has all images and writes them; .*…$/)
})

it('calls a phone that took its entry at an earlier start by the label of that', () => {
  emit({ event: 'phone.state', phone: '00:1d:45:00:00:07', label: 'Lager', state: 'leased', address: '192.168.178.7' })
  expect(text).toContain('Lager: has the address 192.168.178.7')
})

it('says what is missing once to a guest; of a phone the diagnosis says it', () => {
  const missing = (file: string, harmless: boolean, phone?: string) =>
    emit({ event: 'tftp.missing', address: '192.168.178.9', file, harmless, ...(phone && { phone }) })
  missing('CTLSEP.tlv', true)
  missing('SIP75.loads', false)
  missing('SIP75.loads', false)
  missing('SIP42.loads', false, MAC)
  expect(text).not.toMatch(/CTLSEP|SIP42/)
  expect(text.match(/192\.168\.178\.9: asked for SIP75\.loads, which is not here/g)).toHaveLength(1)
})

it('shows what a stranger sends harmlessly', () => {
  emit({ event: 'dhcp.ignored', phone: '3c:22:fb:00:00:01', vendorClass: '\x1b]0;owned\x07', why: 'not in the bundle' })
  emit({ event: 'tftp.refused', address: '192.168.178.9', file: 'a\r\nb', why: 'not a phone of this bundle' })
  expect(text).not.toContain('\x1b')
  expect(text).not.toContain('\r')
})

it('says why a device got no address: not ours, none left, or a yes is wanted', () => {
  const ignored = (why: string, phone = '3c:22:fb:00:00:01') =>
    emit({ event: 'dhcp.ignored', phone, vendorClass: 'guest', why })
  ignored('not in the bundle')
  ignored('no address left', MAC)
  ignored('waits for a yes')
  ignored('paused', '3c:22:fb:00:00:02')
  expect(text.split('\n').slice(-4)).toEqual([
    '09:00:00  3c:22:fb:00:00:01 asked for an address and is not ours (guest)',
    expect.stringMatching(/No address is left for Buero: .*network\.leases/),
    expect.stringMatching(/3c:22:fb:00:00:01 may be a phone of this bundle and waits for your yes.*--yes/),
    '',
  ])
  start('en', true)
  ignored('waits for a yes')
  ignored('waits for another')
  expect(text).not.toContain('3c:22:fb')
})

it('says what a person needs without colours: the warning stands out by itself, and only once', () => {
  for (let i = 0; i < 2; i++) emit({ event: 'phone.state', phone: MAC, state: 'loading' })
  expect(text.match(/!!! From now on a power cut can destroy the phone/g)).toHaveLength(1)
})

it('shows a finding of the doctor with its reason, and its command in one piece however narrow the terminal is', () => {
  start('en', true)
  const command = `sudo ufw allow in on eth0 proto udp to any port 67,69 ${'x'.repeat(60)}`
  emit({
    ...{ event: 'doctor.finding', code: 'firewall.on', severity: 'warning', text: 'A firewall is on: ufw' },
    ...{ why: 'Nothing may be heard of the phone.', cure: 'Let it through:', commands: [command] },
  })
  for (const part of ['! A firewall is on: ufw\n', 'Nothing may be heard', 'Let it through:', `      ${command}\n`])
    expect(text).toContain(part)
})
