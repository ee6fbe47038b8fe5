// Dial rules: when a number counts as complete. A site may say any; those of a preset, which comes from a stranger, cannot
// reach an emergency call.
import * as z from 'zod'

/**
 * What the phone documents for a pattern: digits, #, `.` for one, `*` for any number, `\*` for the star itself, `,` for a
 * second dial tone. Not commas alone: that would be the pattern of a hotline.
 */
export const DIAL_PATTERN = /^(?=.{1,40}$)(?=,*[^,])(?:\\\*|[0-9#.*,])+$/

/** What it documents for a number that is dialled instead (usecallmanager, dial-template), and what a number may have. */
export const DIAL_REWRITE = /^(?=.{1,40}$)(?:[0-9*#+.]|%[0-5%.])+$/

/** Any other name makes the phone drop the whole file (usecallmanager, dial-template). */
export const DIAL_TONES = [
  'Bellcore-Inside',
  'Bellcore-Outside',
  'Bellcore-Busy',
  'Bellcore-Reorder',
  'Bellcore-CallWaiting',
  'Bellcore-Hold',
  'Bellcore-Reminder',
  'Bellcore-Confirmation',
  'Bellcore-Permanent',
  'Bellcore-None',
  'Cisco-Zip',
  'Cisco-ZipZip',
  'Cisco-BeepBonk',
] as const

/** A site's rule may be any; a preset's only what {@link PresetDialRule} says. */
export const DialRule = z.strictObject({
  match: z
    .string()
    .regex(DIAL_PATTERN, 'site.dial-rule')
    .describe(
      "Digits, # and: . for one, * for any number of them, \\* for the star itself, a comma for a second dial tone. '\\*\\*...' is ** and three more",
    ),
  wait: z.int().min(0).max(60).describe('Seconds to wait for another digit before the number is dialled'),
  tone: z.enum(DIAL_TONES).describe('What is heard at a comma; the tone for outside by default').optional(),
})

/**
 * Emergency numbers begin with 0, 1 or 9 (generator/catalog/dialling, for all its countries). No rule of a preset that has
 * signs written out can: so none of them takes such a number, cuts it off or makes it wait.
 */
const PRESET_PATTERN = new RegExp(`^(?=\\*$|,*(?:[2-8#]|\\\\\\*))${DIAL_PATTERN.source.slice(1)}`)
/** Seconds of the rule that takes everything, which is what an emergency number may have to wait for. */
const CATCH_ALL_WAIT = { min: 3, max: 5 }

/** It cannot change the number that is dialled, and does not touch an emergency call. */
export const PresetDialRule = z
  .strictObject({
    ...DialRule.shape,
    match: z
      .string()
      .regex(PRESET_PATTERN, 'preset.dial-rule')
      .describe("Begins with 2 to 8, # or \\*, never with 0, 1, 9 or a dot, as emergency numbers do; or is '*' alone"),
  })
  .refine(({ match, wait }) => match !== '*' || (wait >= CATCH_ALL_WAIT.min && wait <= CATCH_ALL_WAIT.max), {
    error: 'preset.dial-catch-all',
    path: ['wait'],
  })

/**
 * Rules one by one, or what makes them: the country, and what must be dialled to get out. A preset cannot add digits: with
 * a 0 before it, 030 12345 is no longer in Berlin but in Greece, and 110 is nobody.
 */
export const dialPlanOf = <Rule extends z.ZodType, Prefix extends 'keep' | 'strip' | 'add'>(
  rule: Rule,
  prefixes: readonly [Prefix, ...Prefix[]],
  outsideLine = /^\d{1,2}$/,
) => {
  const rules = z.array(rule).max(100)
  return z
    .union([
      rules,
      z.strictObject({
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'site.country')
          .describe('Whose numbers are dialled: DE')
          .optional(),
        outsideLine: z
          .string()
          .regex(outsideLine, 'site.outside-line')
          .describe('One or two digits that stand before every outside number')
          .optional(),
        prefix: z
          .enum(prefixes)
          .describe('outsideLine is dialled and sent (keep), or dialled only (strip); in a site also sent only (add)')
          .optional(),
        rules: rules.describe('Before those of the registrar and the country').optional(),
      }),
    ])
    .describe('When a number counts as complete: rules, or the country whose rules are taken')
}

/** Without a 1 before it: 112 is then 112, and not perhaps 1 and a number that begins with 12. */
export const PresetDialPlan = dialPlanOf(PresetDialRule, ['keep', 'strip'], /^[02-9]\d?$/)
  // Without a country, nothing else takes an emergency number.
  .refine(plan => !Array.isArray(plan) || plan.length === 0 || plan.some(({ match }) => match === '*'), {
    error: 'preset.dial-catch-all',
  })
  .refine(plan => Array.isArray(plan) || !standsInTheWay(plan.rules, plan.outsideLine), {
    error: 'preset.outside-line',
    path: ['outsideLine'],
  })

/** Behind the digit for outside there is an emergency number, too: 7 and 112. A rule that begins like that could cut it off. */
export const standsInTheWay = (rules: readonly { match: string }[] = [], outsideLine: string | undefined): boolean =>
  outsideLine !== undefined && rules.some(({ match }) => match.replace(/^,+/, '').startsWith(outsideLine.slice(0, 1)))
