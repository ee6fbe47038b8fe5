// Languages of the screen and countries of the tones, by the names of the folders in the vendor's locale archives.

export interface UserLocale {
  /** Folder that the phone asks in. */
  name: string
  langCode: string
  /** Built into the firmware, so that nothing needs to be fetched. */
  builtIn: boolean
}

/** Folder → code. Source: folders and archive names of locales in dkgroot/provision_sccp [C]. */
const LANGUAGES: Readonly<Record<string, string>> = {
  Arabic_Saudi_Arabia: 'ar_SA',
  Bulgarian_Bulgaria: 'bg_BG',
  Chinese_China: 'zh_CN',
  Chinese_Taiwan: 'zh_TW',
  Croatian_Croatia: 'hr_HR',
  Czech_Czech_Republic: 'cs_CZ',
  Danish_Danmark: 'da_DK',
  Dutch_Belgium: 'nl_BE',
  Dutch_Netherlands: 'nl_NL',
  English_Australia: 'en_AU',
  English_United_Kingdom: 'en_GB',
  Estonian_Estonia: 'et_EE',
  Finnish_Finland: 'fi_FI',
  French_Canada: 'fr_CA',
  French_France: 'fr_FR',
  German_Germany: 'de_DE',
  Greek_Greece: 'el_GR',
  Hebrew_Israel: 'he_IL',
  Hungarian_Hungary: 'hu_HU',
  Italian_Italy: 'it_IT',
  Japanese_Japan: 'ja_JP',
  Korean_Korea: 'ko_KR',
  Latvian_Latvia: 'lv_LV',
  Lithuanian_Lithuania: 'lt_LT',
  Norwegian_Norway: 'no_NO',
  Polish_Poland: 'pl_PL',
  Portuguese_Brazil: 'pt_BR',
  Portuguese_Portugal: 'pt_PT',
  Romanian_Romania: 'ro_RO',
  Russian_Russian_Federation: 'ru_RU',
  Serbian_Republic_of_Montenegro: 'sr_ME',
  Serbian_Republic_of_Serbia: 'sr_RS',
  Slovakian_Slovakia: 'sk_SK',
  Slovenian_Slovenia: 'sl_SI',
  Spanish_Spain: 'es_ES',
  Swedish_Sweden: 'sv_SE',
  Thailand_Thailand: 'th_TH',
  Turkish_Turkey: 'tr_TR',
}

export const USER_LOCALES: readonly UserLocale[] = [
  { name: 'English_United_States', langCode: 'en_US', builtIn: true },
  ...Object.entries(LANGUAGES).map(([name, langCode]) => ({ name, langCode, builtIn: false })),
]

/** Of the firmware itself (usecallmanager, network-locale) [C]. */
export const BUILT_IN_TONES = 'United_States'

/** Those that are not built in are folders in dkgroot/provision_sccp [C]. */
export const NETWORK_LOCALES: readonly string[] = [
  BUILT_IN_TONES,
  ...['Algeria', 'Argentina', 'Australia', 'Austria', 'Bahrain', 'Belgium', 'Brazil', 'Bulgaria'],
  ...['Canada', 'Chile', 'China', 'Colombia', 'Croatia', 'Cyprus', 'Czech_Republic', 'Denmark'],
  ...['Egypt', 'Estonia', 'Finland', 'France', 'Germany', 'Ghana', 'Greece', 'Hong_Kong', 'Hungary'],
  ...['Iceland', 'India', 'Indonesia', 'Iraq', 'Ireland', 'Israel', 'Italy', 'Japan', 'Jordan'],
  ...['Kenya', 'Korea_Republic', 'Kuwait', 'Latvia', 'Lebanon', 'Lithuania', 'Luxembourg', 'Malaysia'],
  ...['Mauritania', 'Mexico', 'Morocco', 'Nepal', 'Netherlands', 'New_zealand', 'Nigeria', 'Norway'],
  ...['Oman', 'Pakistan', 'Panama', 'Peru', 'Philippines', 'Poland', 'Portugal', 'Qatar'],
  ...['Republic_of_Montenegro', 'Republic_of_Serbia', 'Romania', 'Russian_Federation', 'Saudi_Arabia'],
  ...['Singapore', 'Slovakia', 'Slovenia', 'South_Africa', 'Spain', 'Sudan', 'Sweden', 'Switzerland'],
  ...['Taiwan', 'Thailand', 'Tunisia', 'Turkey', 'United_Arab_Emirates', 'United_Kingdom'],
  ...['Venezuela', 'Vietnam', 'Yemen', 'Zimbabwe'],
]

export const userLocale = (name: string): UserLocale | undefined => USER_LOCALES.find(locale => locale.name === name)

/**
 * The vendor's archives, as the start and the end of their names: words by language, and the tones of all countries in one
 * (usecallmanager, network-locale and user-locale; id:31237704746 has po-locale-de_DE-k3-11.5.1.3000-1.cop.sgn) [C]. Later
 * ones end in .cop.sha512.
 */
export const wordsArchive = ({ langCode }: UserLocale): string => `po-locale-${langCode}-*.cop.sgn`
export const TONES_ARCHIVE = 'po-locale-combined_network-*.cop.sgn'
/** What the vendor calls them among the downloads of its call manager (usecallmanager, network-locale; id:63113902494) [C]. */
export const LOCALE_DOWNLOAD = 'Unified Communications Manager Endpoints Locale Installer'
