// Which names on a person's disk are firmware, as they were seen in public, and which only end like it.
import { expect, it } from 'vitest'
import { manifestOf } from '../../test/manifest.ts'
import { recogniser } from './recognised.ts'

const recognise = recogniser(manifestOf())

it.each([
  ...['SIP75.9-4-2SR3-1S.loads', 'term75.default.loads', 'cnu75.9-4-2ES26.sbn', 'B015-1-0-4-2.SBN'],
  ...['P0S3-8-12-00.loads', 'P0S3-8-12-00.sb2', 'P003-8-12-00.bin', 'OS79XX.TXT', 'S00105000400.sbn'],
  ...['SIP69xx.9-4-1-3SR2.zz.sgn', 'DSP69xx.12-4-122-99.131025.zz.sgn', 'APP6901SCCP.9-2-1-a.zz.sgn'],
  ...['SCCP894x.9-4-2SR1-2.bin1.sgn', 'SCCP6945.9-3-1-3.bin4.sgn', 'SIP894x.9-4-2SR2-2.loads'],
  ...['CP3905.9-4-1SR3.loads', 'APP3905.9-4-1SR3.zz', 'kern2.78xx.12-8-1-0001-455.sbn', 'sip88xx.14-4-1-0301-6.loads'],
])('%s is firmware', name => {
  expect(recognise(`/home/a/Downloads/${name}`)).toMatchObject({ name })
})

it.each([
  ...['SEP001D452D2BF0.cnf.xml.sgn', 'SEP001D452D2BF0.cnf.xml.enc.sgn', 'XMLDefault.cnf.xml.sgn', 'dialplan.xml.sgn'],
  ...['td-sip.jar.sgn', 'ITLFile.tlv.sgn', 'CTLFile.tlv', 'ringlist.xml.sgn', 'locale.cop.sgn', 'anything.sgn'],
  ...['cmterm-7975-sip.9-4-2SR3-1.zip', 'cmterm-7975-sip.9-4-2SR3-1.cop.sgn', 'load75.txt', 'copstart.sh'],
  ...['vmlinux.bin', 'SEP001D452D2BF0.cnf.xml', 'x.loads.txt'],
])('%s is not', name => {
  expect(recognise(`/home/a/Downloads/${name}`)).toBeUndefined()
})
