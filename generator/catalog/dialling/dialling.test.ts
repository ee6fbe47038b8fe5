// What people dial in each country, and what the phone makes of it: the numbers are dialled whole, and not too late.
import { describe, expect, it } from 'vitest'
import { dial } from '../../../test/phone-dialling.ts'
import { countryRules, type OutsideLine } from '../../plan/country-rules.ts'
import { DIALLING, diallingIn } from './dialling.ts'
import type { CountryDialling } from './dialling-country.ts'
import { REGISTRAR_CODES } from './registrar-codes.ts'

/** Seconds → numbers, of every sort. */
const NUMBERS: Record<string, Record<number, string>> = {
  DE: {
    0: '110 112 115 116117 11833 118000',
    4: '030123456 01711234567 0301234567890 123456 0044201234567 08001234567',
  },
  AT: { 0: '112 122 128 133 140 141 142 144 147 116123 1450', 4: '012345678 06641234567 0043123 120 2345678' },
  CH: {
    0: '112 117 118 142 143 144 145 147 1414 1415 116117 0441234567 0791234567 0800123456',
    4: '0860791234567 0049301234',
  },
  GB: {
    0: '999 112 18000 101 105 111 159 116123 118500 02079460123 07700900123',
    4: '0169772345 0033123456789 123 555123',
  },
  IE: { 0: '112 999', 2: '116123', 4: '011234567 0871234567 0044123' },
  US: {
    0: '911 988 211 311 411 511 611 711 811 2125550123 12125550123 18005550123',
    4: '5550123 0 011442079460123 10102881234567',
  },
  CA: { 0: '911 988 811 4165550123 14165550123', 4: '01133123456789' },
  FR: {
    0: '15 17 18 112 114 115 119 191 196 197 116006 118712 1014 3631 0123456789 0612345678',
    4: '0049301234 07001234567890',
  },
  NL: {
    0: '112 113 144 116111 140182 1888 0201234567 0612345678',
    4: '14020 08001234567 09008844 0032123456 097012345678',
  },
  BE: {
    0: '112 100 101',
    2: '107 116000 1733 021234567 042212345 0470123456 070123456',
    4: '0031201234567 0771234567',
  },
  LU: { 0: '112 113', 2: '116111', 4: '26123456 621123456 0049301234' },
  ES: { 0: '112 061 062 091 092', 2: '016 116111 11818 912345678 612345678 900123456', 4: '0033123456789 1004' },
  PT: { 0: '112', 2: '116111 212345678 912345678', 4: '0034912345678' },
  IT: { 0: '112 113 114 115 117 118', 2: '1515 1522 1530 116117', 4: '0612345678 3331234567 800123456 0041441234567' },
  DK: { 0: '112', 2: '114 116111 1813 32123456 20123456', 4: '004612345 371234567890' },
  NO: { 0: '110 112 113', 2: '116117 1881 22123456 91234567 02800', 4: '004612345 580012345678' },
  SE: { 0: '112', 2: '1177 11414 11313 116111 118118', 4: '0812345678 0701234567 004712345' },
  PL: { 0: '112 997 998 999', 2: '116123 986 991 221234567 121234567 501234567', 4: '0049301234 8001234567' },
  CZ: { 0: '112 150 155 156 158', 2: '116111 221234567 601234567', 4: '0049301234 960123456789' },
}

describe.each(DIALLING.map(facts => [facts.country, facts] as const))('in %s', (country, facts) => {
  const table = Object.entries(NUMBERS[country] ?? {}).flatMap(([wait, numbers]) =>
    numbers.split(' ').map(number => ({ number, wait: Number(wait) })),
  )
  it.each(table)('$number is dialled after $wait s', ({ number, wait }) => {
    expect(dial(countryRules(facts), number)).toEqual({ sent: number, wait, tones: [] })
  })

  it('the table has emergency calls, others at home and some abroad', () => {
    expect(table.filter(({ number }) => facts.emergency.includes(number)).length).toBeGreaterThan(0)
    expect(table.some(({ number }) => number.startsWith(facts.international))).toBe(true)
    expect(table.length).toBeGreaterThan(4)
    expect(facts.source).not.toBe('')
  })

  const ways: (OutsideLine | undefined)[] = [undefined]
  for (const digits of ['0', '9', '1', '88'])
    for (const prefix of ['keep', 'strip', 'add'] as const) ways.push({ digits, prefix })

  it.each(ways)('no rule stands in the way of a longer number: outside line %j', outside => {
    const rules = countryRules(facts, outside)
    const before = outside && outside.prefix !== 'add' ? outside.digits : ''
    for (const number of numbersOf(facts)) {
      // Both are emergency calls.
      if (before !== '' && facts.emergency.includes(before + number)) continue
      const { sent, tones } = dial(rules, before + number)
      const whole = outside?.prefix === 'strip' ? number : `${outside?.digits ?? ''}${number}`
      expect(sent, number).toBe(whole)
      expect(tones, number).toEqual(before === '' ? [] : [before.length])
    }
  })

  it.each(ways)('an emergency call goes out at once, unless another number begins so: outside line %j', outside => {
    const rules = countryRules(facts, outside)
    const behind = outside && outside.prefix !== 'add' ? outside.digits : ''
    for (const number of facts.emergency) {
      expect(dial(rules, behind + number).wait, number).toBe(0)
      const { sent, wait } = dial(rules, number)
      expect(sent.endsWith(number), number).toBe(true)
      expect(wait, number).toBeLessThanOrEqual(number.startsWith(behind) && behind !== '' ? 2 : 0)
    }
  })
})

/** Examples of every sort of number that the country has, with all kinds of digits in the places of dots. */
function numbersOf({ emergency, short, numbers, shorter = [], open, international }: CountryDialling): string[] {
  const patterns = [...short, ...numbers, ...shorter]
  const headOf = (pattern: string) => pattern.replace(/\.+$/, '')
  const examples = patterns.flatMap(pattern => {
    const head = headOf(pattern)
    // What begins with more written digits is of that other sort: 1180 is not 118, and 00 is not 0.
    const others = [...emergency, ...open, international, ...patterns.map(headOf)].filter(
      start => start.startsWith(head) && start.length > head.length,
    )
    const filled = Array.from({ length: 15 }, (_, seed) => fill(pattern, seed))
    return filled.filter(number => !others.some(start => number.startsWith(start)))
  })
  const longer = [...open, international].flatMap(start =>
    ['234567', '9112110', '4412345678901'].map(end => start + end),
  )
  return [...emergency, ...examples, ...longer]
}

function fill(pattern: string, seed: number): string {
  let state = seed * 7919 + 1
  return pattern.replaceAll('.', () => {
    state = (state * 48271) % 2147483647
    return String(state % 10)
  })
}

it('988 stays dialable at once in the United States, and with a 9 for outside so does 9 88x', () => {
  const facts = diallingIn('US')
  if (!facts) throw new Error('no United States')
  expect(dial(countryRules(facts), '988').wait).toBe(0)
  const rules = countryRules(facts, { digits: '9', prefix: 'keep' })
  expect(dial(rules, '911').wait).toBe(0)
  expect(dial(rules, '988').wait).toBe(2)
  expect(dial(rules, '98885550123').sent).toBe('98885550123')
})

it.each(['strip', 'add'] as const)('a number shorter than all that are known gets its digit, too: %s', prefix => {
  const facts = diallingIn('GB')
  if (!facts) throw new Error('no United Kingdom')
  const typed = prefix === 'strip' ? '908001111' : '08001111'
  const sent = prefix === 'strip' ? '08001111' : '908001111'
  expect(dial(countryRules(facts, { digits: '9', prefix }), typed)).toMatchObject({ sent, wait: 10 })
})

it.each(REGISTRAR_CODES.map(({ kind, rules }) => [kind, rules] as const))(
  'the codes of %s wait for a digit more',
  (_, rules) => {
    const plan = [...rules, { match: '*', wait: 4 }]
    for (const code of ['**1', '**620', '**701', '**82746', '*09', '*97', '*3049301234', '#96*7*', '*21*0301234#'])
      expect(dial(plan, code).sent).toBe(code)
    for (const { wait } of rules) expect(wait).toBeGreaterThan(0)
  },
)
