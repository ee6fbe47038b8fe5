// What is known of each model. Facts only, with their source and how certain they are: C certain, L likely, U uncertain.

export interface Fact<T> {
  value: T
  certainty: 'C' | 'L' | 'U'
  source: string
}

export interface PhoneModel {
  /** As on the sticker. */
  name: string
  /** DHCP option 60 without its trailing NUL. */
  vendorClass: Fact<string>
  lineKeys: Fact<number>
  /** In `XMLDefault.cnf.xml`: `<loadInformation437 model="Cisco 7975">`. */
  deviceType: Fact<{ id: number; name: string }>
  /** Families of loads; the first is the SIP one. */
  loadFamilies: Fact<readonly [string, ...string[]]>
  resetKeys: Fact<string>
  resetLoad: Fact<string>
  /** File with the words of the screen, inside the folder of the language. */
  localeJar: Fact<string>
  /** File with the tones, inside the folder of the country. */
  tones: Fact<string>
  /** What it asks for besides firmware and locale; `harmless` when it goes on without. `{MAC}` is its own. */
  asks: Fact<readonly { file: string; harmless: boolean }[]>
}

const CHAN_SCCP = 'chan-sccp/chan-sccp src/sccp_device.c and src/sccp_enum.in; chan-sccp/sccp_manager install.php'
const USECALLMANAGER = 'usecallmanagernz.github.io'

const CP_7975G: PhoneModel = {
  name: 'CP-7975G',
  vendorClass: {
    value: 'Cisco Systems, Inc. IP Phone CP-7975G',
    certainty: 'C',
    source: 'wazo-platform/wazo-provd-plugins dhcp/dhcp/dhcpd_update/cisco.conf',
  },
  lineKeys: { value: 8, certainty: 'C', source: CHAN_SCCP },
  deviceType: { value: { id: 437, name: 'Cisco 7975' }, certainty: 'C', source: CHAN_SCCP },
  loadFamilies: { value: ['SIP75', 'SCCP75'], certainty: 'C', source: 'dkgroot/provision_sccp; firmware archives' },
  resetKeys: {
    value: '123456789*0#',
    certainty: 'C',
    source: 'Cisco TAC K43691258 (the same on every 79xx with a colour or grey screen)',
  },
  resetLoad: { value: 'term75.default.loads', certainty: 'C', source: 'dkgroot/provision_sccp' },
  localeJar: { value: 'td-sip.jar', certainty: 'C', source: `${USECALLMANAGER} user-locale.html` },
  tones: { value: 'g3-tones.xml', certainty: 'C', source: `${USECALLMANAGER} network-locale.html` },
  asks: {
    value: [
      { file: 'CTLSEP{MAC}.tlv', harmless: true },
      { file: 'ITLSEP{MAC}.tlv', harmless: true },
      { file: 'ITLFile.tlv', harmless: true },
      { file: 'SEP{MAC}.cnf.xml', harmless: false },
      { file: 'XMLDefault.cnf.xml', harmless: true },
      { file: 'dialplan.xml', harmless: false },
      { file: 'softkeys.xml', harmless: true },
      { file: 'RINGLIST.XML', harmless: true },
      { file: 'DISTINCTIVERINGLIST.XML', harmless: true },
    ],
    certainty: 'L',
    source: 'traces of 7942, 7962 and 7965 with 9.x: waynemerricks; no public trace of a 7975 was found',
  },
}

export const PHONES: readonly PhoneModel[] = [CP_7975G]

export const phoneModel = (name: string): PhoneModel | undefined => PHONES.find(model => model.name === name)
