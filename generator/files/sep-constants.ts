// The parts of a phone's configuration that are the same for every site, with why they are as they are.
import { element, leaves, type XmlElement } from './xml.ts'

/** `vendorConfig`. No remote access of any kind: a preset or site cannot switch it on either. */
export const VENDOR: Readonly<Record<string, string | number | boolean>> = {
  disableSpeaker: false,
  disableSpeakerAndHeadset: false,
  pcPort: 0, // the port for a computer stays in use
  settingsAccess: 1,
  garp: 0,
  voiceVlanAccess: 0,
  videoCapability: 0,
  autoSelectLineEnable: 0,
  webAccess: 1, // off: it would take commands without a password, since authenticationURL is empty
  sshAccess: 1, // off
  spanToPCPort: 1, // off: calls are not copied to the computer
  loggingDisplay: 1,
  // Dark after an hour without use, on every day; 00:00 means no fixed hours.
  daysDisplayNotActive: '1,2,3,4,5,6,7',
  displayOnTime: '00:00',
  displayOnDuration: '00:00',
  displayIdleTimeout: '01:00',
  displayOnWhenIncomingCall: 1,
  // Firmware comes from the agent, where it was looked at, and from nobody else on the network.
  peerFirmwareSharing: 0,
  loadServer: '',
}

/** No service is asked anywhere; an element that is missing could keep an old value. */
export const URLS: Readonly<Record<string, string>> = {
  authenticationURL: '',
  directoryURL: '',
  idleURL: '',
  informationURL: '',
  messagesURL: '',
  proxyServerURL: '',
  servicesURL: '',
}

function service(type: number, name: string, application: string): XmlElement {
  const content = leaves({ name, url: `Application:Cisco/${application}`, vendor: '', version: '' })
  return element('phoneService', content, { type, category: 0 })
}

/** The phone's own lists of calls, which its menus show only when they are named. 2: besides the URLs above. */
export const SERVICES: readonly XmlElement[] = [
  element(
    'phoneServices',
    [
      ...leaves({ provisioning: 2 }),
      service(1, 'Missed Calls', 'MissedCalls'),
      service(1, 'Received Calls', 'ReceivedCalls'),
      service(1, 'Placed Calls', 'PlacedCalls'),
      service(2, 'Voicemail', 'Voicemail'),
    ],
    { useHTTPS: false },
  ),
]
