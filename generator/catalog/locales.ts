// Languages of the screen and countries of the tones, by the names of the folders in the vendor's locale archives.

export interface UserLocale {
  /** Folder that the phone asks in. */
  name: string
  langCode: string
  /** Built into the firmware, so that nothing needs to be fetched. */
  builtIn: boolean
}

/** Source: names and codes of the `po-locale-*` archives; German_Germany in dkgroot/provision_sccp [C]. */
export const USER_LOCALES: readonly UserLocale[] = [
  { name: 'English_United_States', langCode: 'en_US', builtIn: true },
  { name: 'English_United_Kingdom', langCode: 'en_GB', builtIn: false },
  { name: 'German_Germany', langCode: 'de_DE', builtIn: false },
]

/** United_States is built in (usecallmanager, network-locale). */
export const NETWORK_LOCALES: readonly string[] = [
  'United_States',
  'United_Kingdom',
  'Germany',
  'Austria',
  'Switzerland',
]

export const userLocale = (name: string): UserLocale | undefined => USER_LOCALES.find(locale => locale.name === name)
