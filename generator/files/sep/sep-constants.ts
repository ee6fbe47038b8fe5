// The parts of a phone's configuration that are the same for every site, with why they are as they are.
import { element, leaves, type XmlElement } from '../xml.ts'

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
