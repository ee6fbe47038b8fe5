// The part of `vendorConfig` about radio and USB, and what only the wireless 8821 knows. The generator writes none of it.
import { list, type Node, node, number, text, URL, type Value, values, ZERO_ONE } from './node.ts'
import { SAMPLE } from './sources.ts'
import { vendorNode } from './vendor-node.ts'

const RIGHTS = values({ 0: 'off', 1: 'read and write', 2: 'read' })
const wireless = (name: string, content: Value) => vendorNode(name, content, ['88xx'])

export const vendorWireless: readonly Node[] = [
  vendorNode('bluetooth', ZERO_ONE, ['88xx', '89xx', '99xx']),
  vendorNode('bluetoothProfile', list({ 0: 'hands free', 1: 'human interface' })),
  ...['btpbap', 'bthfu'].map(name => vendorNode(name, ZERO_ONE)),
  vendorNode('wifi', ZERO_ONE, ['88xx', '99xx']),
  node('sdio', ZERO_ONE, SAMPLE),
  ...['usb1', 'usb2'].map(name => vendorNode(name, ZERO_ONE)),
  vendorNode('usbClasses', list({ 0: 'storage', 1: 'human interface', 2: 'audio' })),
  ...['accessContacts', 'accessFavorites'].map(name => wireless(name, RIGHTS)),
  ...['accessVoicemail', 'accessApps', 'powerOffWhenCharging'].map(name => wireless(name, ZERO_ONE)),
  wireless('applicationURL', URL),
  wireless('appButtonTimer', number(0, 5, 's')),
  wireless('appButtonPriority', values({ 0: 'low', 1: 'medium', 2: 'high' })),
  wireless('homeScreen', values({ 0: 'applications', 1: 'lines' })),
  wireless('sendKeyAction', values({ 0: 'on hook', 1: 'off hook' })),
  wireless('specialNumbers', text()),
  wireless('outOfRangeAlert', values({ 0: 'none', 1: 'once', 2: 'every 10 s', 3: 'every 30 s', 4: 'every 60 s' })),
  wireless('scanningMode', values({ 0: 'in a call', 1: 'when needed', 2: 'always' })),
]
