// The lists of ring tones: empty, so that a phone whose menu is opened shows its built-in tones and no error.
import { element, type PhoneFile, writeXml } from './xml.ts'

/** Names as 79xx phones ask for them; the agent's shelf takes any case. Format: usecallmanager, ring-tones. */
export function ringLists(): PhoneFile[] {
  const list = element('CiscoIPPhoneRingList', '')
  return ['RINGLIST.XML', 'DISTINCTIVERINGLIST.XML'].map(name => writeXml(`files/${name}`, list))
}
