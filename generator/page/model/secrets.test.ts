import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSecretLines } from '../../../agent/secrets/gather.ts'
import { SECRET_NAME, secretKey } from '../../../schemas/secret-name.ts'
import { TEXT_PASSWORD_LIMITS } from '../../catalog/models/text-7940.ts'
import { PASSWORD_LIMITS } from '../../catalog/registrars.ts'
import { faultOfSecret, makePassword, secretNameFor, secretsFile } from './secrets.ts'

const bytes = () => fc.uint8Array({ minLength: 64, maxLength: 64 })

it('makes a password that every phone takes, without letters that look like another', () => {
  for (let i = 0; i < 100; i++) {
    const password = makePassword(crypto.getRandomValues(new Uint8Array(64)))
    expect(password).toMatch(/^[A-HJ-NP-Za-km-np-z2-9]{12}$/)
    for (const limits of [PASSWORD_LIMITS, TEXT_PASSWORD_LIMITS])
      expect(faultOfSecret(password, limits)).toBeUndefined()
  }
})

it('makes every character as likely as any other, and no password of too few bytes', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const all = new Uint8Array(12).fill(byte)
    let password: string | undefined
    try {
      password = makePassword(all)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
      continue
    }
    counts.set(password, (counts.get(password) ?? 0) + 1)
  }
  expect(counts.size ** 12).toBeGreaterThan(2 ** 69)
  expect(new Set(counts.values())).toEqual(new Set([4]))
  expect(() => makePassword(new Uint8Array(11))).toThrow(RangeError)
})

it('writes what the agent reads back, verbatim', () => {
  const value = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter(text => !/[\r\n]/.test(text))
  fc.assert(
    fc.property(fc.uniqueArray(value, { maxLength: 5 }), bytes(), (values, random) => {
      const all = [
        ...values,
        makePassword(Uint8Array.from([...random, ...Array.from({ length: 12 }, () => 7)])),
        ' a=b ',
        '#x',
        '"q"',
      ]
      const secrets = new Map(all.map((text, i) => [`line${i}`, text]))
      const read = readSecretLines(secretsFile(secrets))
      expect([...read].map(([key, secret]) => [key, secret.reveal()])).toEqual(
        [...secrets].map(([name, text]) => [secretKey(name), text]),
      )
    }),
  )
})

it('leaves out what would be read as another line', () => {
  expect(secretsFile(new Map([...Object.entries({ a: 'x\nCP_SECRET_B=y', b: '', c: 'z' })]))).toBe('CP_SECRET_C=z\n')
})

it('names a secret by the user name, and never so that two have one key', () => {
  expect(secretNameFor('Line 1', [])).toBe('line-1')
  expect(secretNameFor('Line1', ['line1', 'line1-2'])).toBe('line1-3')
  expect(secretNameFor('a.b', ['a_b'])).toBe('a-b-2')
  expect(secretNameFor('***', [])).toBe('line')
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 70 }), { maxLength: 10 }), usernames => {
      const taken: string[] = []
      for (const username of usernames) taken.push(secretNameFor(username, taken))
      expect(new Set(taken.map(secretKey)).size).toBe(usernames.length)
      for (const name of taken) expect(name.length <= 64 && SECRET_NAME.test(name)).toBe(true)
    }),
  )
})

it.each([
  ['', 'empty'],
  ['geheim', undefined],
  ['geheimgeheim1', 'long-for-some'],
  ['x'.repeat(31), 'long'],
  ['schlüssel', 'characters'],
] as const)('says of %j: %s', (value, fault) => {
  expect(faultOfSecret(value, PASSWORD_LIMITS)).toBe(fault)
})
