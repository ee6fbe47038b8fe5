import { describe, expect, test } from 'vitest'
import { PhoneError } from './error.ts'
import { checkTextConfig, readText } from './text-config.ts'

const read = (text: string) =>
  readText(
    'SIP.cnf',
    Uint8Array.from(text, character => character.charCodeAt(0)),
  )
const refusal = (attempt: () => unknown): string => {
  try {
    attempt()
  } catch (error) {
    if (error instanceof PhoneError) return `${error.code} ${error.detail}`
    throw error
  }
  return 'taken'
}

describe('a line of text', () => {
  test.each<[string, [string, string][]]>([
    ['line1_name: "620"', [['line1_name', '620']]],
    ['line1_name:620', [['line1_name', '620']]],
    ['line1_name: 620 ; the extension', [['line1_name', '620']]],
    ['image_version: "P0S3-07-4-00";', [['image_version', 'P0S3-07-4-00']]],
    ['cnf_join_enable : 1', [['cnf_join_enable', '1']]],
    ['phone_label: "a #1; ü"', [['phone_label', 'a #1; ü']]],
    [
      'nat_address: ""\r\nnat_enable: 0\r\n',
      [
        ['nat_address', ''],
        ['nat_enable', '0'],
      ],
    ],
    ['# comment\n; another\n\n  \n', []],
    ['line1_name: "1"\nline1_name: "2"', [['line1_name', '2']]],
  ])('%j is read', (text, expected) => {
    expect([...read(text)]).toEqual(expected)
  })

  test.each([
    'hello',
    'line1_name "620"',
    'line1_name: "620',
    'line1_name: "620" x',
    '\xef\xbb\xbfline1_name: "620"',
    'line1_name: a b',
  ])('%j is refused by its number, not by its content', text => {
    expect(refusal(() => read(`# first\n${text}\n`))).toBe('phone.bad-config SIP.cnf: line 2')
  })
})

describe('the two files together', () => {
  const GOOD = {
    ...{
      image_version: 'P0S3-8-12-00',
      proxy_register: '1',
      preferred_codec: 'g711alaw',
      dial_template: 'dialplan7940',
    },
    ...{ phone_label: 'Buero', call_manager1_addr: '192.168.178.1', proxy1_address: 'USECALLMANAGER' },
    ...{ line1_name: '620', line1_authname: '620', line1_password: 'geheim' },
  }
  const check = (more: Record<string, string>) =>
    checkTextConfig('SIP.cnf', new Map(Object.entries({ ...GOOD, ...more })))

  test('give lines, label, dial plan and registrar: the call manager or the address in the line', () => {
    const expected = { label: 'Buero', registrar: '192.168.178.1', lines: ['620'], dialTemplate: 'dialplan7940' }
    expect(check({})).toMatchObject(expected)
    expect(check({ proxy1_address: '10.0.0.1' })).toMatchObject({ registrar: '10.0.0.1' })
    const second = { line3_name: '622', line3_authname: '622', line3_password: 'x', proxy3_address: '10.0.0.1' }
    expect(check({ ...second, line2_name: '', line2_password: 'UNPROVISIONED' }).lines).toEqual(['620', '622'])
  })

  test.each([
    ['image_version', ''],
    ['image_version', 'a b'],
    ['proxy_register', '0'],
    ['preferred_codec', 'g722'],
    ['line1_name', ''],
    ['line1_authname', 'UNPROVISIONED'],
    ['line1_password', ''],
    ['proxy1_address', ''],
    ['call_manager1_addr', ''],
  ])('are refused with %s as %j, and no value is said', (key, value) => {
    expect(refusal(() => check({ [key]: value }))).toBe(`phone.bad-config SIP.cnf: ${key}`)
  })
})
