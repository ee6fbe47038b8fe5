// Time zones: IANA names, which people know, and the words that the phone's firmware has for them.

/**
 * The phone's words are names of Windows, each with an offset and rules in the firmware, which know nothing of later
 * changes of law. Source: usecallmanager, sepmac-cnf-xml, timeZone. Its table gives Romance and Central Europe +120 and
 * GTB +60 minutes, and a second public list contradicts a part of that; so every country with Central European Time has
 * the one that all sources agree on, W. Europe, and Athens waits for a source that can be believed.
 */
export const TIME_ZONES: Readonly<Record<string, string>> = {
  'Etc/UTC': 'Greenwich Standard Time',
  'Europe/Amsterdam': 'W. Europe Standard/Daylight Time',
  'Europe/Berlin': 'W. Europe Standard/Daylight Time',
  'Europe/Brussels': 'W. Europe Standard/Daylight Time',
  'Europe/Budapest': 'W. Europe Standard/Daylight Time',
  'Europe/London': 'GMT Standard/Daylight Time',
  'Europe/Madrid': 'W. Europe Standard/Daylight Time',
  'Europe/Paris': 'W. Europe Standard/Daylight Time',
  'Europe/Prague': 'W. Europe Standard/Daylight Time',
  'Europe/Rome': 'W. Europe Standard/Daylight Time',
  'Europe/Stockholm': 'W. Europe Standard/Daylight Time',
  'Europe/Vienna': 'W. Europe Standard/Daylight Time',
  'Europe/Zurich': 'W. Europe Standard/Daylight Time',
}

export const timeZoneWords = (name: string): string | undefined =>
  Object.hasOwn(TIME_ZONES, name) ? TIME_ZONES[name] : undefined
