// The part of `vendorConfig` about the screen: when it is lit, pictures, and video.
import { CLOCK_TIME, list, type Node, node, number, values, ZERO_ONE } from './node.ts'
import { page } from './sources.ts'
import { vendorNode } from './vendor-node.ts'

const DAYS = list({ 1: 'Sunday', 2: 'Monday', 3: 'Tuesday', 4: 'Wednesday', 5: 'Thursday', 6: 'Friday', 7: 'Saturday' })

export const vendorScreen: readonly Node[] = [
  vendorNode('displayRefreshRate', values({ 0: 'normal', 1: 'against flicker' })),
  vendorNode('daysDisplayNotActive', DAYS),
  ...['displayOnTime', 'displayOnDuration', 'displayIdleTimeout'].map(name => vendorNode(name, CLOCK_TIME)),
  vendorNode('displayOnWhenIncomingCall', ZERO_ONE),
  vendorNode('daysBacklightNotActive', DAYS),
  ...['backlightOnTime', 'backlightOnDuration'].map(name => vendorNode(name, CLOCK_TIME)),
  node('backlightIdleTimeout', CLOCK_TIME, page('sepmac-cnf-xml', 'vendorConfig.backlightOnIdleTimeout')),
  vendorNode('backlightOnWhenIncomingCall', ZERO_ONE),
  vendorNode('incomingCallToastTimer', number(0, 60, 's')),
  vendorNode('videoCapability', ZERO_ONE),
  vendorNode('separateMute', ZERO_ONE, ['99xx']),
  vendorNode('hideVideoByDefault', ZERO_ONE, ['89xx', '99xx']),
  vendorNode('ciscoCamera', ZERO_ONE),
  vendorNode('kemOneColumn', ZERO_ONE),
]
