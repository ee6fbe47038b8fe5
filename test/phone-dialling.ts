// What a phone makes of keys and a dial plan, for tests. Sources: Cisco SIP IP Phone Administrator Guide, Creating Dial Plans
// (the longest rule wins, a period does not count, a complete rule must have more digits written out than an incomplete one);
// where that leaves doubts, Cisco's own SIP stack as Mozilla published it (MatchDialTemplate and dp_check_dialplan in
// mozilla/gecko-dev, media/webrtc/signaling/src/sipcc/core/gsm). The phone has a call manager group, so `#` is a key like the others, not the end.
import type { PlannedDialRule } from '../generator/plan/plan.ts'

export interface Dialled {
  /** What the phone sends; less than what was typed when a rule did not wait for the rest. */
  sent: string
  /** Seconds after the last of the keys that counted. */
  wait: number
  /** A second dial tone was heard after this many keys. */
  tones: number[]
}

/** Seconds for what fits no rule, or fits none completely. */
const BETWEEN_DIGITS = 10

type Kind = 0 | 1 | 2 | 3
const [NONE, WILD, DOTS, EXACT] = [0, 1, 2, 3] as const

/** Types the keys without a pause. */
export function dial(rules: readonly PlannedDialRule[], keys: string, line = 1): Dialled {
  const tones: number[] = []
  for (let typed = 1; typed <= keys.length; typed++) {
    const now = keys.slice(0, typed)
    const { rule, groups, tone } = best(rules, now, line)
    if (tone) tones.push(typed)
    const wait = rule?.wait ?? BETWEEN_DIGITS
    if (wait === 0 || typed === keys.length) return { sent: rule ? rewritten(rule, now, groups) : now, wait, tones }
  }
  return { sent: '', wait: 0, tones }
}

/** @returns what it dials by itself when it is taken off the hook. */
export function offHook(rules: readonly PlannedDialRule[], line = 1): string | undefined {
  const { rule } = best(rules, '', line)
  return rule?.wait === 0 ? rule.rewrite : undefined
}

interface Fit {
  /** Digits that the rule has written out. */
  digits: number
  /** By the last sign that was needed. */
  kind: Kind
  complete: boolean
  groups: string[]
  /** It waits at a comma. */
  comma: boolean
}

/** The rule that is complete and better than all that are still incomplete, if there is one. */
function best(rules: readonly PlannedDialRule[], typed: string, line: number) {
  let chosen: { rule: PlannedDialRule; groups: string[] } | undefined
  let kind: Kind = NONE
  let longest = 0
  const begun: { digits: number; kind: Kind } = { digits: 0, kind: NONE }
  let comma = false
  for (const rule of rules) {
    const fit = (rule.line ?? line) === line ? fitOf(rule.match, typed) : undefined
    if (!fit) continue
    comma ||= fit.comma
    if (fit.digits > begun.digits || (fit.digits === begun.digits && fit.kind > begun.kind)) {
      Object.assign(begun, { digits: fit.digits, kind: fit.kind })
      kind = NONE
      chosen = undefined
    }
    if (fit.complete && (fit.digits > longest || (fit.digits === longest && fit.kind > kind))) {
      kind = fit.kind
      chosen = { rule, groups: fit.groups }
    }
    longest = Math.max(longest, fit.digits)
  }
  return { ...chosen, tone: comma && kind !== DOTS && kind !== EXACT }
}

/** @returns undefined when the keys contradict the pattern. */
function fitOf(pattern: string, typed: string): Fit | undefined {
  const signs = pattern.match(/\\.|,+|./g) ?? []
  const fit: Fit = { digits: 0, kind: EXACT, complete: false, groups: [], comma: false }
  let at = 0
  let open = false // whether a row of dots goes on
  for (let key = 0; key < typed.length; key++) {
    if (signs[at]?.startsWith(',')) at++
    const sign = signs[at]
    const pressed = typed[key] ?? ''
    if (sign === '.') {
      if (open && /\d/.test(pressed)) fit.groups[fit.groups.length - 1] += pressed
      else fit.groups.push(pressed)
      fit.kind = DOTS
    } else if (sign === '*') {
      const next = signs[at + 1]?.replace('\\', '')
      let end = key + 1
      while (end < typed.length && typed[end] !== next) end++
      fit.groups.push(typed.slice(key, end))
      key = end - 1
      fit.kind = WILD
    } else if (sign?.replace('\\', '') === pressed) fit.digits++
    else return undefined
    open = sign === '.'
    at++
  }
  return { ...fit, complete: at === signs.length, comma: signs[at]?.startsWith(',') ?? false }
}

function rewritten({ rewrite }: PlannedDialRule, typed: string, groups: readonly string[] = []): string {
  if (rewrite === undefined) return typed
  const single = [...groups.join('')]
  return rewrite.replace(/%(.)|\./g, (sign, named?: string) => {
    if (sign === '.') return single.shift() ?? ''
    if (named === '0') return typed
    return groups[Number(named) - 1] ?? named ?? ''
  })
}
