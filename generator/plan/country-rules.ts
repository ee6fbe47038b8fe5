// From how people dial in a country to the rules of a phone's plan, with or without a digit that must be dialled to get out.
import type { CountryDialling } from '../catalog/dialling/dialling-country.ts'
import type { PlannedDialRule } from './plan.ts'

export interface OutsideLine {
  digits: string
  /** `keep`: dialled and sent; `strip`: dialled, not sent; `add`: sent, not dialled. */
  prefix: 'keep' | 'strip' | 'add'
}

/** Seconds. A longer number may follow, or nobody can tell. */
const OPEN = 4
/** Most likely complete. */
const MOMENT = 2
/** Incomplete as far as anybody knows: as long as the phone itself waits. */
const INCOMPLETE = 10

/**
 * The phone takes the rule that has most digits written out, and of equal ones the first that is complete (Cisco SIP IP
 * Phone Administrator Guide, Creating Dial Plans). So no rule here stands in the way of a longer one, and what is
 * incomplete waits the phone's own time, 10 to 15 s.
 */
export function countryRules(facts: CountryDialling, outside?: OutsideLine): PlannedDialRule[] {
  const numbers = outsideNumbers(facts)
  const anything = { match: '*', wait: OPEN }
  if (!outside) return [...numbers, anything]
  const { digits, prefix } = outside
  // What no rule takes is sent as it was typed, so here every number needs one.
  if (prefix !== 'keep') numbers.push(...incompleteNumbers(facts))
  if (prefix === 'add') return [...numbers.map(rule => ({ ...rule, rewrite: `${digits}%0` })), anything]
  const behind = [...numbers, anything].map(({ match, wait }) => ({
    match: `${digits},${match}`,
    wait,
    ...(prefix === 'strip' && { rewrite: match.replace('*', '%1') }),
    tone: 'Bellcore-Outside' as const,
  }))
  // Also without the digit: nobody thinks of it then.
  const direct = facts.emergency.map(match => ({ match, wait: opensAnother(match, digits, facts) ? MOMENT : 0 }))
  return [...direct, ...behind, anything]
}

/** A shorter number than `numbers` know, such as 0800 1111 in the United Kingdom. */
function incompleteNumbers({ numbers }: CountryDialling): PlannedDialRule[] {
  const starts = new Set(numbers.map(pattern => pattern.replace(/\.+$/, '')))
  return [...starts].map(start => ({ match: `${start}*`, wait: INCOMPLETE }))
}

function outsideNumbers({
  emergency,
  short,
  numbers,
  shorter = [],
  open,
  international,
  certainty,
}: CountryDialling): PlannedDialRule[] {
  const complete = certainty === 'C' ? 0 : MOMENT
  return [
    ...emergency.map(match => ({ match, wait: 0 })),
    ...[...short, ...numbers].map(match => ({ match, wait: complete })),
    ...shorter.map(match => ({ match, wait: OPEN })),
    ...[...open, international].map(start => ({ match: `${start}*`, wait: OPEN })),
  ]
}

/**
 * Whether an emergency number without the digit for outside begins like another number with it: in the United States 988
 * is also 9 and 88x. Then a longer number must be possible.
 */
function opensAnother(number: string, digits: string, facts: CountryDialling): boolean {
  if (!number.startsWith(digits)) return false
  const rest = number.slice(digits.length)
  const begins = (pattern: string) =>
    [...rest].every((digit, at) => pattern[at] === digit || pattern[at] === '.' || pattern[at] === undefined)
  const whole = [...facts.emergency, ...facts.short, ...facts.numbers, ...(facts.shorter ?? [])]
  return (
    whole.some(pattern => pattern.length > rest.length && begins(pattern)) ||
    [...facts.open, facts.international].some(begins)
  )
}
