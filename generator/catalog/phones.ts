// Every model that the generator knows.
import { ENTERPRISE } from './models/enterprise.ts'
import { JAVA_79XX } from './models/java-79xx.ts'
import { TEXT_7940 } from './models/text-7940.ts'
import type { PhoneModel } from './phone-model.ts'

export const PHONES: readonly PhoneModel[] = [...JAVA_79XX, ...TEXT_7940, ...ENTERPRISE]

/** Phones that exist (field guide, phones 1.3 and 3.1), but without a load and a configuration for SIP that go together. */
const NOT_COVERED = new Set([
  ...['CP-3905', 'CP-7905G', 'CP-7912G', 'CP-7920', 'CP-7921G', 'CP-7925G', 'CP-7832', 'CP-7937G'],
  ...['CP-8821', 'CP-8831', 'CP-8832'],
])

/** @param name as on the sticker, with or without the G at its end. */
export const isNotCovered = (name: string): boolean => NOT_COVERED.has(name) || NOT_COVERED.has(`${name}G`)

const BY_NAME = new Map(PHONES.map(model => [model.name, model]))

export const phoneModel = (name: string): PhoneModel | undefined => BY_NAME.get(name)
