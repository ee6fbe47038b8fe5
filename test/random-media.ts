// Random pictures and ring tones; only their names, the files stay with the person.
import * as fc from 'fast-check'
import { record, ringName } from './random-text.ts'

const rest = fc.stringMatching(/^[A-Za-z0-9_-]{0,14}$/)
/** No two alike, whatever the case and whatever stands behind. */
const fileName = (index: number) => rest.map(text => `f${index}_${text}`)
const some = <T>(one: (index: number) => fc.Arbitrary<T>) =>
  fc.integer({ min: 0, max: 4 }).chain(count => fc.tuple(...Array.from({ length: count }, (_, index) => one(index))))

export const wallpapers = some(fileName)
export const ringTones = some(index => record({ name: ringName, file: fileName(index) }))
