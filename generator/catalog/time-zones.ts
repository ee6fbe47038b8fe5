// Time zones: IANA names, which people know, and the words that the phone's firmware has for them.

/**
 * The phone's words are names of Windows, each with an offset and rules in the firmware, which know nothing of later
 * changes of law. Sources: usecallmanager, sepmac-cnf-xml, timeZone, and wazo-cisco-sip common.py; a zone is here only
 * where both, and the clock of that place today, agree. They contradict each other for Romance, Central Europe, E. Europe,
 * GTB and Egypt: so every country with Central European Time has W. Europe, of which all are sure, and Athens, Helsinki
 * and Cairo wait for a source that can be believed. Words with a daylight time are left out where that was abolished.
 */
export const TIME_ZONES: Readonly<Record<string, string>> = {
  'Africa/Johannesburg': 'South Africa Standard Time',
  'America/Anchorage': 'Alaskan Standard/Daylight Time',
  'America/Argentina/Buenos_Aires': 'SA Eastern Standard Time',
  'America/Bogota': 'SA Pacific Standard Time',
  'America/Chicago': 'Central Standard/Daylight Time',
  'America/Denver': 'Mountain Standard/Daylight Time',
  'America/Edmonton': 'Mountain Standard/Daylight Time',
  'America/Halifax': 'Atlantic Standard/Daylight Time',
  'America/Lima': 'SA Pacific Standard Time',
  'America/Los_Angeles': 'Pacific Standard/Daylight Time',
  'America/New_York': 'Eastern Standard/Daylight Time',
  'America/Phoenix': 'US Mountain Standard Time',
  'America/Regina': 'Canada Central Standard Time',
  'America/Sao_Paulo': 'SA Eastern Standard Time',
  'America/St_Johns': 'Newfoundland Standard/Daylight Time',
  'America/Toronto': 'Eastern Standard/Daylight Time',
  'America/Vancouver': 'Pacific Standard/Daylight Time',
  'America/Winnipeg': 'Central Standard/Daylight Time',
  'Asia/Bangkok': 'SE Asia Standard Time',
  'Asia/Dubai': 'Arabian Standard Time',
  'Asia/Hong_Kong': 'Taipei Standard Time',
  'Asia/Kabul': 'Afghanistan Standard Time',
  'Asia/Karachi': 'West Asia Standard Time',
  'Asia/Kolkata': 'India Standard Time',
  'Asia/Riyadh': 'Saudi Arabia Standard Time',
  'Asia/Seoul': 'Tokyo Standard Time',
  'Asia/Shanghai': 'Taipei Standard Time',
  'Asia/Singapore': 'Taipei Standard Time',
  'Asia/Taipei': 'Taipei Standard Time',
  'Asia/Tokyo': 'Tokyo Standard Time',
  'Atlantic/Azores': 'Azores Standard/Daylight Time',
  'Atlantic/Reykjavik': 'Greenwich Standard Time',
  'Australia/Adelaide': 'Cen. Australia Standard/Daylight Time',
  'Australia/Brisbane': 'E. Australia Standard Time',
  'Australia/Darwin': 'AUS Central Standard Time',
  'Australia/Hobart': 'Tasmania Standard/Daylight Time',
  'Australia/Melbourne': 'AUS Eastern Standard/Daylight Time',
  'Australia/Perth': 'Taipei Standard Time',
  'Australia/Sydney': 'AUS Eastern Standard/Daylight Time',
  'Etc/UTC': 'Greenwich Standard Time',
  'Europe/Amsterdam': 'W. Europe Standard/Daylight Time',
  'Europe/Belgrade': 'W. Europe Standard/Daylight Time',
  'Europe/Berlin': 'W. Europe Standard/Daylight Time',
  'Europe/Bratislava': 'W. Europe Standard/Daylight Time',
  'Europe/Brussels': 'W. Europe Standard/Daylight Time',
  'Europe/Budapest': 'W. Europe Standard/Daylight Time',
  'Europe/Copenhagen': 'W. Europe Standard/Daylight Time',
  'Europe/Dublin': 'GMT Standard/Daylight Time',
  'Europe/Lisbon': 'GMT Standard/Daylight Time',
  'Europe/Ljubljana': 'W. Europe Standard/Daylight Time',
  'Europe/London': 'GMT Standard/Daylight Time',
  'Europe/Luxembourg': 'W. Europe Standard/Daylight Time',
  'Europe/Madrid': 'W. Europe Standard/Daylight Time',
  'Europe/Oslo': 'W. Europe Standard/Daylight Time',
  'Europe/Paris': 'W. Europe Standard/Daylight Time',
  'Europe/Prague': 'W. Europe Standard/Daylight Time',
  'Europe/Rome': 'W. Europe Standard/Daylight Time',
  'Europe/Stockholm': 'W. Europe Standard/Daylight Time',
  'Europe/Vienna': 'W. Europe Standard/Daylight Time',
  'Europe/Warsaw': 'W. Europe Standard/Daylight Time',
  'Europe/Zagreb': 'W. Europe Standard/Daylight Time',
  'Europe/Zurich': 'W. Europe Standard/Daylight Time',
  'Pacific/Auckland': 'New Zealand Standard/Daylight Time',
  'Pacific/Honolulu': 'Hawaiian Standard Time',
}

/** What people's files say for Central European Time besides W. Europe (field guide, phones 5.1). */
export const CENTRAL_EUROPEAN: readonly string[] = [
  'Central Europe Standard/Daylight Time',
  'Romance Standard/Daylight Time',
]

/** Words for which the two sources give different times. */
export const CONTRADICTORY: readonly string[] = [
  ...CENTRAL_EUROPEAN,
  'E. Europe Standard/Daylight Time',
  'GTB Standard/Daylight Time',
  'Egypt Standard/Daylight Time',
]

/** @param name by IANA: `Europe/Berlin`. */
export const timeZoneWords = (name: string): string | undefined =>
  Object.hasOwn(TIME_ZONES, name) ? TIME_ZONES[name] : undefined
