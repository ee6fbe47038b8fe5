// What the builder's elements are called, so that one part can lead to another.
import type { Place } from '../model/description.ts'
import { placeKey } from './desk.ts'

/** The field of a place. */
export const idOf = (place: Place): string => `at-${placeKey(place).replaceAll('.', '-')}`
/** Of the phone that is shown, a key in the list. */
export const idOfKey = (position: number): string => `key-${position}`
export const idOfPhone = (index: number): string => `phone-${index}`
