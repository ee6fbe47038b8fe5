// Time zones: IANA names, which people know, and the words that the phone's firmware has for them.

/**
 * Source of the phone's words: usecallmanager, sepmac-cnf-xml, timeZone. They are Windows names, mapped to IANA names as
 * Unicode CLDR does (windowsZones.xml). `Standard/Daylight` switches by the rules built into the firmware, which know
 * nothing of later changes of law.
 */
export const TIME_ZONES: Readonly<Record<string, string>> = {
  'Etc/UTC': 'Greenwich Standard Time',
  'Europe/Amsterdam': 'W. Europe Standard/Daylight Time',
  'Europe/Athens': 'GTB Standard/Daylight Time',
  'Europe/Berlin': 'W. Europe Standard/Daylight Time',
  'Europe/Brussels': 'Romance Standard/Daylight Time',
  'Europe/Budapest': 'Central Europe Standard/Daylight Time',
  'Europe/London': 'GMT Standard/Daylight Time',
  'Europe/Madrid': 'Romance Standard/Daylight Time',
  'Europe/Paris': 'Romance Standard/Daylight Time',
  'Europe/Prague': 'Central Europe Standard/Daylight Time',
  'Europe/Rome': 'W. Europe Standard/Daylight Time',
  'Europe/Stockholm': 'W. Europe Standard/Daylight Time',
  'Europe/Vienna': 'W. Europe Standard/Daylight Time',
  'Europe/Zurich': 'W. Europe Standard/Daylight Time',
}

export const timeZoneWords = (name: string): string | undefined =>
  Object.hasOwn(TIME_ZONES, name) ? TIME_ZONES[name] : undefined
