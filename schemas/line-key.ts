// A key beside the screen that is no line. What it may dial depends on who wrote the document: a preset, or the site itself.
import * as z from 'zod'
import { screenText } from './screen-text.ts'

/** What a key can do by itself, by the names that people know; which number the phone has for each: generator/catalog/keys/key-features.ts. */
export const KEY_FEATURES = [
  ...['redial', 'hold', 'transfer', 'forward', 'conference', 'park', 'pickup', 'group-pickup', 'other-pickup'],
  ...['do-not-disturb', 'hunt-group', 'meet-me', 'malicious-call', 'call-back', 'record', 'report-quality'],
  ...['remove-participant', 'new-call', 'answer', 'all-calls', 'alerting-calls'],
  ...['settings', 'services', 'messages', 'directories', 'applications', 'headset'],
] as const
export type KeyFeature = (typeof KEY_FEATURES)[number]

/** A phone has up to 12 keys, and three modules up to 36 each. */
const POSITION_MAX = 120

const shared = {
  label: screenText(30).describe('Text beside the key; the number or the name of the feature by default').optional(),
  position: z
    .int()
    .min(1)
    .max(POSITION_MAX)
    .describe('Line key, counted from the top and then on the modules; else the next free one after the lines')
    .optional(),
}

/** Exactly one of `dial`, `blf`, `park` and `feature` says what the key is; generator/plan/keys.ts sees to it. */
export const lineKey = (number: z.ZodType<string>) =>
  z.strictObject({
    dial: number.describe('Dials this number').optional(),
    blf: number.describe('The same, with a lamp that shows whether the other is on the phone').optional(),
    pickup: z.boolean().describe('With `blf`: shows that it rings there, and takes that call').optional(),
    park: number.describe('Parks the call at this place, or takes it from there; with a lamp').optional(),
    feature: z.enum(KEY_FEATURES).describe('A function of the phone: redial, do-not-disturb …').optional(),
    ...shared,
  })

export const KEYS_MAX = POSITION_MAX
