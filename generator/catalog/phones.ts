// Every model that the generator knows.
import { ENTERPRISE } from './enterprise.ts'
import { JAVA_79XX } from './java-79xx.ts'
import type { PhoneModel } from './phone-model.ts'
import { TEXT_7940 } from './text-7940.ts'

export const PHONES: readonly PhoneModel[] = [...JAVA_79XX, ...TEXT_7940, ...ENTERPRISE]

const BY_NAME = new Map(PHONES.map(model => [model.name, model]))

export const phoneModel = (name: string): PhoneModel | undefined => BY_NAME.get(name)
