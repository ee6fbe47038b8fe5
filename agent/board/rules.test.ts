import { beforeEach, describe, expect, it } from 'vitest'
import { MAC, phoneOf } from '../../test/manifest.ts'
import { createDiagnosis, type Diagnosis } from './diagnosis.ts'
import type { DiagnosisCode } from './rules.ts'
import type { Sighting } from './sighting.ts'

const LOAD = 'SIP75.9-4-2SR3-1S'
const LIST = `${LOAD}.loads`
const LATER = 'sip88xx.14-0-1-0101-145'
const RESET = 'term75.default.loads'
const CONFIG = 'SEP001D452D2BF0.cnf.xml'
const IMAGES = ['jar75sip', 'cnu75', 'apps75'].map(name => `${name}.9-4-2ES26.sbn`)
const [JAR = '', CNU = ''] = IMAGES
const phone = { mac: MAC, entry: phoneOf() }

let now: number
let load: string
let diagnosis: Diagnosis
let found: [DiagnosisCode, string][]
beforeEach(() => {
  now = 0
  load = LOAD
  found = []
  diagnosis = createDiagnosis({
    now: () => now,
    silentMs: 60_000,
    hops: { load: () => load },
    imagesOf: (name, one = '') => {
      if (name === LATER)
        return one.includes('2') ? ['kern.sbn', 'rootfs2.sbn'] : ['kern.sbn', 'rootfs1.sbn', 'rootfs2.sbn']
      return name === LOAD ? IMAGES : []
    },
    hardwareOf: () => 5,
    onFinding: (_, code, { evidence }) => found.push([code, evidence]),
  })
})

const KINDS: Record<string, Sighting['kind']> = { loads: 'load', sbn: 'image', zz: 'image' }
/** A file as it goes over; the kind by its name. */
const file = (asked: string, step: Sighting['step'], more: Partial<Sighting> = {}) => {
  const ending = asked.split('.').at(-1) ?? ''
  const kind = KINDS[ending] ?? (/^SEP.*xml$/i.test(asked) ? 'config' : 'other')
  diagnosis.file({ phone, kind, file: asked, asked, step, ...more })
}
const takes = (...names: string[]) => {
  for (const name of names) {
    file(name, 'start')
    file(name, 'done')
  }
}
const lacks = (name: string, harmless = false) => file(name, 'missing', { harmless })
const boots = () => {
  diagnosis.dhcp(phone, 'discover')
  diagnosis.dhcp(phone, 'lease')
  for (const name of ['CTLSEP001D452D2BF0.tlv', 'ITLSEP001D452D2BF0.tlv', 'ITLFile.tlv']) lacks(name, true)
}
const works = () => {
  takes(CONFIG)
  lacks('German_Germany/td-sip.jar', true)
  takes('dialplan.xml')
}

describe('finds nothing wrong', () => {
  it('with a whole flash after a reset, in two goes, and a later restart', () => {
    takes(RESET, ...IMAGES)
    boots()
    takes(CONFIG, LIST, ...IMAGES)
    for (let i = 0; i < 4; i++) {
      boots()
      works()
    }
    now = 900_000
    diagnosis.dhcp(phone, 'lease')
    now = 990_000
    diagnosis.tick()
    expect(found).toEqual([])
  })

  it('with a 7960 that reads the list of what it runs at every start', () => {
    for (let i = 0; i < 5; i++) {
      boots()
      takes('P0S3-8-12-00.loads', 'SIPDefault.cnf')
      takes('SIP001D452D2BF0.cnf')
    }
    expect(found).toEqual([])
  })

  it('with an 8841 that takes the images of its own platform', () => {
    boots()
    takes(CONFIG, `${LATER}.loads`, 'kern.sbn', 'rootfs2.sbn')
    boots()
    works()
    expect(found).toEqual([])
  })

  it('with a phone that refuses one load twice and takes another then', () => {
    for (const wanted of [LOAD, LOAD, 'SIP75.8-5-2S', 'SIP75.8-5-2S']) {
      load = wanted
      boots()
      takes(CONFIG, RESET)
    }
    expect(found).toEqual([])
  })
})

it('a manifest that is refused: its list three times, and no image', () => {
  for (let i = 0; i < 5; i++) takes(RESET)
  expect(found).toEqual([['phone.manifest-refused', `${RESET} × 3, 0 × .sbn, HARDWARE_COMP_1 5`]])
})

it('does not count lists from before an image, or of another hop', () => {
  takes(RESET, RESET, JAR)
  load = 'SIP75.8-5-2S'
  takes(RESET, RESET)
  expect(found).toEqual([])
})

it('a file missing from the set, and a load that is not served, each once', () => {
  for (let i = 0; i < 3; i++) {
    takes(LIST, JAR)
    lacks(CNU)
  }
  lacks('SIP75.9-4-2SR4-3S.loads')
  expect(found).toEqual([
    ['phone.image-missing', CNU],
    ['phone.load-missing', 'SIP75.9-4-2SR4-3S.loads'],
  ])
})

it('another model, by the list that its loader asks for, whether or not somebody has that', () => {
  lacks('term65.default.loads')
  takes('TERM42.default.loads')
  expect(found).toEqual([
    ['phone.other-model', 'term65.default.loads ≠ term75.default.loads'],
    ['phone.other-model', 'TERM42.default.loads ≠ term75.default.loads'],
  ])
})

it('an image that is refused: three goes that end behind it', () => {
  for (let i = 0; i < 3; i++) {
    boots()
    takes(LIST, JAR, CNU)
  }
  expect(found).toEqual([])
  boots()
  takes(LIST)
  expect(found).toEqual([['phone.image-refused', `${CNU} × 3`]])
})

it('a load that calls itself something else', () => {
  for (let i = 0; i < 2; i++) takes(LIST, ...IMAGES)
  expect(found).toEqual([])
  takes(LIST)
  expect(found).toEqual([['phone.same-load', `${LIST} × 3, 3 × 2`]])
})

it('an 8841 that takes all of one load again and again', () => {
  for (let i = 0; i < 3; i++) takes(`${LATER}.loads`, 'kern.sbn', 'rootfs2.sbn')
  takes(`${LATER}.loads`)
  expect(found).toEqual([['phone.same-load', `${LATER}.loads × 3, 2 × 2`]])
})

it('power that was lost in the middle of an image, and not between restarts', () => {
  boots()
  takes(CONFIG, LIST, JAR)
  file(CNU, 'start')
  file(CNU, 'progress', { sent: 5, bytes: 10 })
  boots()
  expect(found).toEqual([['phone.power-lost', `${CNU}, 1 / 3`]])
})

describe('a configuration that is rejected', () => {
  it('is fetched three times without a restart', () => {
    boots()
    for (let i = 0; i < 3; i++) {
      now += 30_000
      takes(CONFIG)
    }
    expect(found).toEqual([['phone.config-rejected', `${CONFIG} × 3`]])
  })

  it('is not one of a phone that restarts, takes firmware, or asks for what it names', () => {
    for (let i = 0; i < 4; i++) {
      boots()
      takes(CONFIG)
    }
    for (let i = 0; i < 4; i++) works()
    expect(found).toEqual([])
  })
})

it('a trust list of a former call manager, but not a signed image', () => {
  lacks('APP6921SIP.9-4-1-3.zz.sgn', true)
  lacks(`${CONFIG}.sgn`)
  expect(found).toEqual([['phone.trust-list', `${CONFIG}.sgn`]])
})

it('a phone that has an address and asks for nothing', () => {
  diagnosis.dhcp(phone, 'discover')
  now = 5000
  diagnosis.dhcp(phone, 'lease')
  now = 64_999
  diagnosis.tick()
  expect(found).toEqual([])
  now = 65_000
  diagnosis.tick()
  diagnosis.tick()
  expect(found).toEqual([['phone.never-asks', 'DHCP ACK, 60 s, 0 × TFTP']])
})

it('an address from another server, and offers that never arrive', () => {
  diagnosis.dhcp(phone, 'elsewhere', '192.168.178.254')
  for (let i = 0; i < 6; i++) diagnosis.dhcp(phone, 'discover')
  expect(found).toEqual([
    ['phone.other-dhcp', 'DHCP REQUEST, 192.168.178.254'],
    ['phone.offer-lost', '5 × DHCP DISCOVER'],
  ])
})

it('a file that nobody has, and a name in other letters', () => {
  lacks('WAVE.xml')
  file('sep001d452d2bf0.CNF.XML', 'start', { kind: 'config', file: CONFIG })
  file('/SEP001D452D2BF0.cnf.xml', 'start', { kind: 'config', file: CONFIG })
  expect(found).toEqual([
    ['phone.file-unknown', 'WAVE.xml'],
    ['phone.name-case', `sep001d452d2bf0.CNF.XML ≠ ${CONFIG}`],
  ])
})

it('a file that breaks off three times in a row', () => {
  for (const step of ['failed', 'failed', 'done', 'failed', 'failed'] as const) file(JAR, step)
  expect(found).toEqual([])
  file(JAR, 'failed')
  expect(found).toEqual([['phone.transfer-fails', `${JAR} × 3`]])
})

it('remembers a long day in little room', () => {
  for (let i = 0; i < 100_000; i++) lacks('RINGLIST.XML', true)
  takes(RESET, RESET, RESET)
  expect(found).toHaveLength(1)
})
