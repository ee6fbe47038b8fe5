// What a model and a family of phones are, in facts: each with its source and how certain it is.

/** C certain, L likely, U uncertain. */
export type Certainty = 'C' | 'L' | 'U'

export interface Fact<T> {
  value: T
  certainty: Certainty
  source: string
}

/** Two independent sources, or one at first hand. */
export const certain = <T>(value: T, source: string): Fact<T> => ({ value, certainty: 'C', source })
/** One good source. */
export const likely = <T>(value: T, source: string): Fact<T> => ({ value, certainty: 'L', source })
/** A guess, or sources that contradict each other. */
export const uncertain = <T>(value: T, source: string): Fact<T> => ({ value, certainty: 'U', source })

/** What phones with the same kind of firmware have in common: how their files must look. */
export interface PhoneFamily {
  /** `79xx`; the x stands for any digit. */
  name: string
  /** SEP<MAC>.cnf.xml, or SIPDefault.cnf and SIP<MAC>.cnf. */
  configuration: 'xml' | 'text'
  /** Whether digits are reported one by one: 0 never; 3 always, to a registrar that asks for it. */
  kpml: Fact<0 | 3>
  /** Every line registers with the name and password of the first. */
  oneCredential: Fact<boolean>
  /** Larger dial plans are passed over without a word. */
  dialPlanMaxBytes?: Fact<number>
  /** How a switch that the person may not change is written, on and off: the same words mean other things elsewhere. */
  fixedSwitch: Fact<{ on: number; off: number }>
  /** Whether the label at the top of the screen may have blanks. */
  blankInLabel: Fact<boolean>
  /** What decides which soft keys there are: a file of soft keys, or the policy of features besides it. */
  softKeys: Fact<'file' | 'policy' | 'none'>
  /** Whether it reads its file of soft keys only when `softkeyControl` says so. */
  softKeySwitch: Fact<boolean>
  /** The kinds of ring tones: `ulaw` are 8 kHz and end in .raw, `wideband` 16 kHz and .rwb. */
  ringTones: Fact<'ulaw' | 'wideband'>
}

export interface PhoneModel {
  /** As on the sticker. */
  name: string
  family: PhoneFamily
  /** DHCP option 60 without its trailing NUL. */
  vendorClass: Fact<string>
  lineKeys: Fact<number>
  /** The same when the keys on the other side of the screen are line keys, too. */
  lineModeKeys?: Fact<number>
  /** Calls of one line at a time, at most. */
  maxCalls: Fact<number>
  /** In `XMLDefault.cnf.xml`: `<loadInformation437 model="Cisco 7975">`. */
  deviceType: Fact<{ id: number; name: string }>
  /** Families of loads; the first is the SIP one. */
  loadFamilies: Fact<readonly [string, ...string[]]>
  resetKeys: Fact<string>
  /** The list that the loader asks for after a reset; undefined when the phone keeps its firmware. */
  resetLoad?: Fact<string>
  /** What shows that # was held long enough: the line keys' lamps run amber, or the lamp of handset, message or headset is red. */
  resetLamps: Fact<'lines' | 'handset' | 'unknown'>
  /** Formats the flash, so that the phone has nothing but its loader: the last resort. */
  eraseKeys?: Fact<string>
  /** The vendor's power supply. */
  power: Fact<string>
  /** File with the words of the screen, inside the folder of the language. */
  localeJar?: Fact<string>
  /** File with the tones, inside the folder of the country. */
  tones?: Fact<string>
  /** What it asks for besides firmware and locale; `harmless` when it goes on without. `{MAC}` is its own. */
  asks: Fact<readonly { file: string; harmless: boolean }[]>
  codecs: Fact<readonly Codec[]>
  /** Names of the modules with more keys that it takes (add-on-modules.ts). */
  addOnModules?: Fact<readonly string[]>
  /** Folder of its background pictures, below `Desktops`: width, height and depth. */
  wallpaper?: Fact<string>
  /** What a person must know of this model before it is flashed. */
  note?: Fact<{ en: string; de: string }>
}

export type Codec = 'g711alaw' | 'g711ulaw' | 'g722' | 'g729a'

export const CHAN_SCCP =
  'chan-sccp/chan-sccp src/sccp_device.c and src/sccp_enum.in; chan-sccp/sccp_manager install.php'
export const WAZO = 'wazo-platform/wazo-provd-plugins dhcp/dhcp/dhcpd_update/cisco.conf'
export const USECALLMANAGER = 'usecallmanagernz.github.io'
export const TAC = 'Cisco TAC K43691258'
/** Known to people who work with these phones; no stored source was found (field guide, phones, mark K). */
export const COMMON_KNOWLEDGE = 'common knowledge, without a source that could be cited'

/** As call managers write it: `CP-7975G` is a `Cisco 7975`. */
export const deviceName = (model: string): string => `Cisco ${model.slice(3).replace(/G$/, '')}`
