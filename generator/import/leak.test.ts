import { expect, it } from 'vitest'
import { importConfiguration } from './import.ts'

const PHONE =
  '<line button="1"><featureID>9</featureID><name>a</name><authName>a</authName><authPassword>x</authPassword></line>'
const device = (more: string, keys = '') =>
  `<device><deviceProtocol>SIP</deviceProtocol>${more}<sipProfile><sipLines>${PHONE}${keys}</sipLines></sipProfile></device>`
const TEXT = 'image_version: P0S3-8-12-00\nproxy1_address: 192.0.2.1\nline1_name: a\nline1_password: x\n'

it.each([
  [
    'a network without wires',
    device('<wlanProfile><passphrase>hunter2</passphrase><wepKey1>hunter2</wepKey1></wlanProfile>'),
  ],
  ['a shared key', device('<vendorConfig><pskPassphrase>hunter2</pskPassphrase></vendorConfig>')],
  ['the address of a page', device('<servicesURL>http://me:hunter2@192.0.2.1/x</servicesURL>')],
  [
    'the address of a key',
    device(
      '',
      '<line button="2"><featureID>20</featureID><serviceURI>http://me:hunter2@192.0.2.1/</serviceURI></line>',
    ),
  ],
  ['a key that is spelt wrongly', `${TEXT}line1_passwort: hunter2\nphone_pwd: hunter2\n`],
  ['the address of a page in text', `${TEXT}services_url: "http://me:hunter2@192.0.2.1/"\n`],
])('a password in the place of %s comes out nowhere but in the secrets', async (_, text) => {
  const name = text.startsWith('<') ? 'SEP001D450001A0.cnf.xml' : 'SIP0012D9ABCDEF.cnf'
  const imported = await importConfiguration({ name, text, ...(text.startsWith('<') && { model: 'CP-7975G' }) }, 'en')
  if (!imported.ok) throw new Error(imported.why)
  const { secrets, ...shown } = imported
  expect(JSON.stringify(shown)).not.toContain('hunter2')
  expect(secrets).toBe('CP_SECRET_LINE1=x\n')
})
