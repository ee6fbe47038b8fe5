// Which files a phone asks for besides its firmware and its locale, and which of them it goes on without.
import type { PhoneModel } from '../phone-model.ts'

type Asks = PhoneModel['asks']['value']

export const needed = (...files: readonly string[]): Asks => files.map(file => ({ file, harmless: false }))
export const harmless = (...files: readonly string[]): Asks => files.map(file => ({ file, harmless: true }))

/** Of every phone that reads XML. */
export const XML_BOOT: Asks = [
  ...harmless('CTLSEP{MAC}.tlv', 'ITLSEP{MAC}.tlv', 'ITLFile.tlv'),
  ...needed('SEP{MAC}.cnf.xml'),
  ...harmless('XMLDefault.cnf.xml'),
  ...needed('dialplan.xml'),
  ...harmless('softkeys.xml', 'DISTINCTIVERINGLIST.XML'),
]
