// How people dial, country by country, as data. A plan for the phone is made of it (generator/plan/country-rules.ts).
import { type CountryDialling, each } from './dialling-country.ts'
import { EUROPE } from './dialling-europe.ts'

/** Areas and exchanges begin with 2 to 9, so a number is ten digits or 1 and ten; seven where an area still has that. */
const NANP = {
  trunk: '1',
  international: '011',
  numbers: [...each('23456789', '', '.........'), ...each('23456789', '1', '.........')],
  shorter: ['0', ...each('23456789', '', '......')],
  open: [],
  certainty: 'C',
} as const

const NORTH_AMERICA: readonly CountryDialling[] = [
  {
    ...NANP,
    country: 'US',
    name: { en: 'United States', de: 'USA' },
    emergency: ['911', '988'],
    short: ['211', '311', '411', '511', '611', '711', '811'],
    source:
      'North American Numbering Plan; FCC: 911, 988 (47 CFR 52.200) and the N11 codes; lengths as in libphonenumber',
  },
  {
    ...NANP,
    country: 'CA',
    name: { en: 'Canada', de: 'Kanada' },
    emergency: ['911', '988'],
    short: ['211', '311', '411', '511', '611', '711', '811'],
    source: 'North American Numbering Plan; CRTC: 911, 988 and the N11 codes; lengths as in libphonenumber',
  },
]

export const DIALLING: readonly CountryDialling[] = [...EUROPE, ...NORTH_AMERICA]

export const diallingIn = (country: string): CountryDialling | undefined =>
  DIALLING.find(entry => entry.country === country)
