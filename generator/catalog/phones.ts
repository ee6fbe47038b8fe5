// Every model that the generator knows.
import { ENTERPRISE } from './models/enterprise.ts'
import { JAVA_79XX } from './models/java-79xx.ts'
import { TEXT_7940 } from './models/text-7940.ts'
import type { PhoneModel } from './phone-model.ts'

export const PHONES: readonly PhoneModel[] = [...JAVA_79XX, ...TEXT_7940, ...ENTERPRISE]

const BY_NAME = new Map(PHONES.map(model => [model.name, model]))

export const phoneModel = (name: string): PhoneModel | undefined => BY_NAME.get(name)
