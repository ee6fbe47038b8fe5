// Passwords in the tab: made, checked as the agent will check them, and written into secrets.env. Nothing here keeps one.
import { type Fit, fitOf } from '../../../schemas/secret-fit.ts'
import { secretKey, toSecretName } from '../../../schemas/secret-name.ts'

/** Letters and digits, which every phone and registrar takes, without those that look like another: 0 O o, 1 I l. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'
/** Above 12 characters some phones fail without a word (generator/catalog/registrars.ts); 12 of these are 69.6 bits. */
const LENGTH = 12
/** Bytes from here on would make the first characters more likely than the last. */
const FAIR = 256 - (256 % ALPHABET.length)

/**
 * @param bytes random ones, 64 of them: about one in eight is not used.
 * @throws RangeError when they do not suffice, rather than a shorter password.
 */
export function makePassword(bytes: Uint8Array): string {
  const fair = bytes.filter(byte => byte < FAIR).subarray(0, LENGTH)
  if (fair.length < LENGTH) throw new RangeError('too few random bytes')
  return Array.from(fair, byte => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}

/** Why the agent would refuse a value, or `long-for-some`, about which it warns. */
export function faultOfSecret(value: string, limits: Parameters<typeof fitOf>[1]): Exclude<Fit, 'good'> | undefined {
  const fit = fitOf(value, limits)
  return fit === 'good' ? undefined : fit
}

/**
 * The text of `secrets.env`, as the agent reads it: `KEY=value`, the value verbatim. What is empty, or would not be read
 * back as it is, is left out: the agent then says that it is missing.
 * @param secrets name of the secret → value.
 */
export function secretsFile(secrets: ReadonlyMap<string, string>): string {
  return [...secrets]
    .filter(([, value]) => value !== '' && !/[\n\r]/.test(value))
    .map(([name, value]) => `${secretKey(name)}=${value}\n`)
    .join('')
}

/** A name whose key no other secret has, by the user name: `Line1` → `line1`, and `line1-2` for a second one. */
export function secretNameFor(username: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(secretKey))
  const base = toSecretName(username)
  let name = base
  for (let number = 2; keys.has(secretKey(name)); number++) name = `${base}-${number}`
  return name
}
