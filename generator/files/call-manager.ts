// The group of call managers, of which a SIP registrar is one: the same in every file that names it.
import type { Plan } from '../plan/plan.ts'
import { element, leaves, type XmlElement } from './xml.ts'

/** The other two ports are the phone's defaults for SCCP and TLS; a phone with SIP over UDP uses neither. */
export function callManagerGroup({ address, port }: Plan['registrar']): XmlElement {
  const ports = leaves({ ethernetPhonePort: 2000, sipPort: port, securedSipPort: 5061 })
  const callManager = element('callManager', [element('ports', ports), ...leaves({ processNodeName: address })])
  return element('callManagerGroup', [element('members', [element('member', [callManager], { priority: 0 })])])
}
