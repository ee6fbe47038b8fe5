// Time zones of the 7940G and 7960G: an abbreviation and the rule for daylight saving, because their firmware knows none.
import type { Fact } from './phone-model.ts'

/** When the clock changes: always on a Sunday here. */
interface Change {
  /** As the guide spells them. */
  month: 'March' | 'October' | 'November'
  /** 8 is the last of the month, whichever it is. */
  week: 1 | 2 | 8
  /** On the clock that is changed. */
  time: string
}

export interface TextTimeZone {
  /** `time_zone` */
  name: 'GMT' | 'CET' | 'EST' | 'CST' | 'JST'
  /** Hours to add between `start` and `stop`; without it the clock never changes. */
  summer?: { offset: 1; start: Change; stop: Change }
}

/** Directive 2000/84/EC: at 01:00 UTC on the last Sunday of March and of October. */
const inEurope = (start: string, stop: string): NonNullable<TextTimeZone['summer']> => ({
  offset: 1,
  start: { month: 'March', week: 8, time: start },
  stop: { month: 'October', week: 8, time: stop },
})
/** Energy Policy Act of 2005, section 110, and Canada alike. */
const IN_AMERICA: NonNullable<TextTimeZone['summer']> = {
  offset: 1,
  start: { month: 'March', week: 2, time: '02:00' },
  stop: { month: 'November', week: 1, time: '02:00' },
}
const all = (continent: string, cities: readonly string[], zone: TextTimeZone): Record<string, TextTimeZone> =>
  Object.fromEntries(cities.map(city => [`${continent}/${city}`, zone]))

const CENTRAL_EUROPEAN = [
  ...['Amsterdam', 'Belgrade', 'Berlin', 'Bratislava', 'Brussels', 'Budapest', 'Copenhagen', 'Ljubljana', 'Luxembourg'],
  ...['Madrid', 'Oslo', 'Paris', 'Prague', 'Rome', 'Stockholm', 'Vienna', 'Warsaw', 'Zagreb', 'Zurich'],
]

/**
 * By IANA name; only abbreviations that public files for these phones have. Weeks, days and times: Cisco SIP IP Phone 7960
 * Administrator Guide 2.0, page 3-26; CET: id:16911176567 (marvin-menzerath), which has the rule of before 1996 with it;
 * EST, CST, GMT: nikscave/freepbx_configs, klobes5/docker-freepbx, dbaldree/cisco_sip_voipfone; JST: id:5833416717.
 */
export const TEXT_TIME_ZONES: Fact<Readonly<Record<string, TextTimeZone>>> = {
  value: {
    ...all('America', ['Chicago', 'Winnipeg'], { name: 'CST', summer: IN_AMERICA }),
    ...all('America', ['New_York', 'Toronto'], { name: 'EST', summer: IN_AMERICA }),
    'Asia/Tokyo': { name: 'JST' },
    'Atlantic/Reykjavik': { name: 'GMT' },
    'Etc/UTC': { name: 'GMT' },
    ...all('Europe', CENTRAL_EUROPEAN, { name: 'CET', summer: inEurope('02:00', '03:00') }),
    ...all('Europe', ['Dublin', 'Lisbon', 'London'], { name: 'GMT', summer: inEurope('01:00', '02:00') }),
  },
  certainty: 'L',
  source: 'Cisco SIP IP Phone 7960 Administrator Guide 2.0, page 3-26; public files for these phones',
}

export const textTimeZone = (name: string): TextTimeZone | undefined =>
  Object.hasOwn(TEXT_TIME_ZONES.value, name) ? TEXT_TIME_ZONES.value[name] : undefined
