// Random texts for each kind of field of a site, with all that breaks careless writers of XML.
import * as fc from 'fast-check'
import type * as z from 'zod'
import { screenText } from '../schemas/screen-text.ts'
import { Phone } from '../schemas/site.ts'

/** Alone and in the midst of others. */
const NASTY = [
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '<!--',
  '&amp;',
  '<![CDATA[',
  '%s',
  '\\',
  'ü',
  'ß',
  '€',
  '中',
  '\u00a0',
  ' ',
]
const unit = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code)),
  fc.integer({ min: 0xa0, max: 0xffef }).map(code => String.fromCharCode(code)),
)
const fitting = (max: number, schema: z.ZodType) =>
  fc.string({ unit, minLength: 1, maxLength: max }).filter(text => schema.safeParse(text).success)

export const screen = fitting(30, screenText(30))
export const ringName = fitting(25, screenText(25))
export const phoneLabel = fitting(12, Phone.shape.label.unwrap())
export const username = fc.stringMatching(/^[A-Za-z0-9._~!*'()&=+$,/-]{1,30}$/)
export const authName = fc.stringMatching(/^[A-Za-z0-9._~!*'()&=+$,/@-]{1,30}$/)
export const dial = fc.stringMatching(/^\+?[0-9*#]{1,32}$/)
export const host = fc.stringMatching(/^[a-z]([a-z0-9-]{0,15}[a-z0-9])?\.[a-z]{2,8}$/)
/** An @ only behind the host: before it, a password could stand. */
export const url = fc.stringMatching(/^https?:\/\/[!-"$-.0->A-~]{1,40}[/?#][!-~]{0,150}$/)
/** What a phone may be given as a password; at most 30 characters, see generator/catalog/registrars.ts. */
export const password: fc.Arbitrary<string> = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })

const secretRest = fc.stringMatching(/^[a-z0-9_/-]{0,20}$/)
/** Unlike any other with another number, also as a key of a secrets file. */
export const secretName = (number: number): fc.Arbitrary<string> => secretRest.map(rest => `s${number}.x${rest}`)

export const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })
/** Draws for every part of a record, and leaves out what is undefined, as a person would. */
export const record = (parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(parts).map(made => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))
