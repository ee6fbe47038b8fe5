import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import {
  bytesOf,
  CONFIG,
  closers,
  config,
  type Files,
  IMAGES,
  MAC,
  PASSWORD,
  SCCP,
  SIP,
  shelf,
  start,
  without,
} from '../../test/phone-world.ts'
import { refusal } from '../../test/refusal.ts'
import type { VirtualPhoneOptions } from './phone.ts'
import { wrapSigned } from './signed.ts'
import { makeFirmware } from './synthetic.ts'

const ROUND = ['CTLSEP001D452D2BF0.tlv', 'ITLSEP001D452D2BF0.tlv', 'ITLFile.tlv', CONFIG]
const REST = ['German_Germany/td-sip.jar', 'Germany/g3-tones.xml', 'dialplan.xml']

describe('a virtual 7975G on SCCP', () => {
  test('takes the SIP load, restarts with it and registers', async () => {
    const { phone, asked, strangers, said } = await start(shelf())
    expect(await phone).toEqual({
      running: SIP,
      lines: ['Line1'],
      registrar: '192.168.178.1',
      label: 'Buero',
      boots: 2,
      address: '192.168.178.201',
    })
    // SCCP 8.3 knows no ITL (field guide, phones 3.2).
    const first = ['CTLSEP001D452D2BF0.tlv', CONFIG, `${SIP}.loads`, ...IMAGES]
    expect(asked).toEqual([...first, ...ROUND, ...REST])
    expect(strangers).toEqual([])
    expect(said.map(({ says }) => says).filter(says => !['asks', 'takes', 'not there'].includes(says))).toEqual([
      'dhcp',
      'lease',
      'config',
      'upgrade',
      'images',
      'writes',
      'reboot',
      'dhcp',
      'lease',
      'config',
      'registers',
    ])
    expect(said.every(({ event, phone: of }) => event === 'rehearsal.phone' && of === MAC)).toBe(true)
    expect(said.find(({ says }) => says === 'lease')?.detail).toBe('192.168.178.201, option 150 192.168.178.1')
  })

  test('never says a password', async () => {
    const { phone, said } = await start(shelf())
    await phone
    expect(JSON.stringify(said)).not.toContain(PASSWORD)
  })

  test('goes by way of another load when its configuration says so', async () => {
    const hop = 'SIP75.8-5-2S'
    let given = 0
    const { phone, asked } = await start(
      () => ({ ...shelf(hop), ...shelf(SIP), [CONFIG]: config(given === 0 ? hop : SIP) }),
      {
        running: 'SCCP75.8-3-2S',
        onEvent: ({ says }) => {
          if (says === 'writes') given += 1
        },
      },
    )
    expect(await phone).toMatchObject({ running: SIP, boots: 3 })
    expect(asked.filter(name => name.endsWith('.loads'))).toEqual([`${hop}.loads`, `${SIP}.loads`])
  })

  test('older than 8.3(3) refuses 9.4 in one step, again and again', async () => {
    const { phone, asked, said } = await start(shelf(), { running: 'SCCP75.8-3-2S' })
    expect(await refusal(phone)).toEqual(['phone.boot-loop', 'SCCP75.8-3-2S'])
    expect(asked.filter(name => name === `${SIP}.loads`)).toHaveLength(6)
    expect(asked.some(name => name.endsWith('.sbn'))).toBe(false)
    expect(said.filter(({ says }) => says === 'refuses')).toHaveLength(6)
  })

  test('takes its load from the general file, but has no lines by it', async () => {
    const files = {
      ...without(CONFIG),
      'XMLDefault.cnf.xml': `<Default><loadInformation437 model="Cisco 7975">${SIP}</loadInformation437></Default>`,
    }
    const { phone, asked } = await start(files)
    expect(await refusal(phone)).toEqual(['phone.no-config', CONFIG])
    expect(asked.filter(name => name === 'XMLDefault.cnf.xml')).toHaveLength(2)
    expect(asked).toContain(IMAGES[4])
  })

  test('stays without a configuration for SIP when that keeps it on SCCP', async () => {
    const { phone } = await start(shelf(SCCP))
    expect((await refusal(phone))[0]).toBe('phone.bad-config')
  })
})

describe('a virtual 7975G on SIP', () => {
  test('with the right load takes only what it needs each time', async () => {
    const { phone, asked } = await start(shelf(), { running: SIP })
    expect(await phone).toMatchObject({ running: SIP, boots: 1 })
    expect(asked).toEqual([...ROUND, ...REST])
  })

  test('goes on without locale and dial plan', async () => {
    const { phone, said } = await start(without('dialplan.xml'), { running: SIP })
    await phone
    const missing = said.filter(({ says }) => says === 'not there').map(({ file }) => file)
    expect(missing).toEqual([...ROUND.slice(0, 3), ...REST])
  })

  test.each([
    ['is not well-formed', '</devicePool>', ''],
    ['has an unfilled hole', PASSWORD, ''],
    ['lacks a node', '<sipStack/>', ''],
  ])('refuses a configuration that %s', async (_, from, to) => {
    const { phone, said } = await start({ ...shelf(), [CONFIG]: config(SIP).replace(from, to) }, { running: SIP })
    const [code, detail] = await refusal(phone)
    expect(code).toBe('phone.bad-config')
    expect(detail).toContain(CONFIG)
    expect(detail + JSON.stringify(said)).not.toContain(PASSWORD)
  })

  test('says when the dial plan cannot be read', async () => {
    const { phone } = await start({ ...shelf(), 'dialplan.xml': '<DIALTEMPLATE>' }, { running: SIP })
    const [code, detail] = await refusal(phone)
    expect([code, detail.split(':')[0]]).toEqual(['phone.bad-config', 'dialplan.xml'])
  })

  test('has no configuration where there is none', async () => {
    const { phone } = await start({}, { running: SIP })
    expect(await refusal(phone)).toEqual(['phone.no-config', CONFIG])
  })
})

describe('a virtual 7975G after a factory reset', () => {
  test('recovers, then takes the same images again under their proper name', async () => {
    const { phone, asked } = await start(shelf(), { reset: true })
    expect(await phone).toMatchObject({ running: SIP, boots: 3 })
    expect(asked).toEqual(['term75.default.loads', ...IMAGES, ...ROUND, `${SIP}.loads`, ...IMAGES, ...ROUND, ...REST])
  })

  test('is stranded without the list for it', async () => {
    const { phone, asked } = await start(without('term75.default.loads'), { reset: true })
    expect(await refusal(phone)).toEqual(['phone.load-missing', 'term75.default.loads'])
    expect(asked).toEqual(['term75.default.loads'])
  })
})

describe('firmware that is not right', () => {
  const renamed = (as: string) => wrapSigned(as, new TextEncoder().encode('SYNTHETIC'))
  test.each<[string, Files, string, string]>([
    ['a missing list', without(`${SIP}.loads`), 'phone.load-missing', `${SIP}.loads`],
    ['a missing image', without('dsp75.9-4-2ES26.sbn'), 'phone.image-missing', 'dsp75.9-4-2ES26.sbn'],
    [
      'an image under a false name',
      { ...shelf(), 'cnu75.9-4-2ES26.sbn': renamed('cnu75.8-5-3TH1-6.sbn') },
      'phone.bad-image',
      'cnu75.9-4-2ES26.sbn: is cnu75.8-5-3TH1-6.sbn',
    ],
    [
      'an unsigned image',
      { ...shelf(), 'apps75.9-4-2ES26.sbn': 'CNU_File_Archive_3.0' },
      'phone.bad-image',
      'apps75.9-4-2ES26.sbn: firmware.not-signed',
    ],
    [
      'an empty image',
      { ...shelf(), 'apps75.9-4-2ES26.sbn': wrapSigned('apps75.9-4-2ES26.sbn', new Uint8Array()) },
      'phone.bad-image',
      'apps75.9-4-2ES26.sbn: empty',
    ],
    [
      'a list that is not whole',
      { ...shelf(), [`${SIP}.loads`]: wrapSigned(`${SIP}.loads`, bytesOf('jar75sip.x.sbn\r\ncnu75.x.sbn\r\n')) },
      'phone.bad-image',
      `${SIP}.loads: names no apps`,
    ],
    ['a load of another model', shelf('SIP45.9-4-2SR3-1S'), 'phone.bad-image', 'SIP45.9-4-2SR3-1S: for another model'],
  ])('%s ends the flash with its code, before anything is written', async (_, files, code, detail) => {
    const { phone, said } = await start(files)
    expect(await refusal(phone)).toEqual([code, detail])
    expect(said.some(({ says }) => says === 'writes')).toBe(false)
  })
})

describe('a virtual phone', () => {
  test('that hears nothing has no lease', async () => {
    const silent = createSocket('udp4')
    closers.push(() => silent.close())
    silent.bind(0, '127.0.0.1')
    await once(silent, 'listening')
    const server = { address: '127.0.0.1', port: silent.address().port }
    const { phone } = await start(shelf(), {
      network: { localAddress: '127.0.0.1', server, clientPort: 0, tftpPort: 9 },
      speed: { leaseMs: 20 },
    })
    expect(await refusal(phone)).toEqual(['phone.no-lease', 'no answer'])
  })

  test('stops in the middle of an image when it is told to', async () => {
    const controller = new AbortController()
    const { phone, said } = await start(shelf(), {
      signal: controller.signal,
      onEvent: ({ says, file }) => {
        if (says === 'asks' && file === IMAGES[2]) controller.abort()
      },
    })
    expect(await refusal(phone)).toEqual(['phone.stopped', ''])
    expect(said).toEqual([])
  })
})

describe('a virtual 7960G', () => {
  const LOAD_7960 = 'P0S3-8-12-00'
  const OWN = 'SIP001D452D2BF0.cnf'
  const AS_7960: Partial<VirtualPhoneOptions> = {
    model: 'CP-7960G',
    running: 'P0030801SR02',
    facts: {
      vendorClass: 'Cisco Systems, Inc. IP Phone CP-7960G',
      lineKeys: 6,
      resetKeys: '123456789*0#',
      loadFamilies: ['P0S3', 'P003'],
      asks: [{ file: 'SIPDefault.cnf', harmless: false }],
    },
  }
  const files: Files = {
    'OS79XX.TXT': 'P003-8-12-00\n',
    'XMLDefault.cnf.xml': `<Default><loadInformation7 model="Cisco 7960">${LOAD_7960}</loadInformation7></Default>`,
    'SIPDefault.cnf': `image_version: "${LOAD_7960}"\nproxy_register: "1"\npreferred_codec: "g711alaw"\ndial_template: "dialplan7940"\n`,
    [OWN]: `proxy1_address: "192.168.178.1"\nline1_name: "620"\nline1_authname: "620"\nline1_password: "${PASSWORD}"\n`,
    'dialplan7940.xml': '<DIALTEMPLATE><TEMPLATE MATCH="*" Timeout="5"/></DIALTEMPLATE>',
  }
  const set = makeFirmware({ load: LOAD_7960, files: ['P003-8-12-00.sbn', `${LOAD_7960}.sb2`, 'P003-8-12-00.bin'] })
  for (const { name, bytes } of set.values()) files[name] = bytes()
  const LOADER = ['OS79XX.TXT', 'CTLSEP001D452D2BF0.tlv', CONFIG, 'XMLDefault.cnf.xml', `${LOAD_7960}.loads`]
  const APPLICATION = ['SIPDefault.cnf', OWN, 'RINGLIST.DAT', 'dialplan7940.xml']

  test('comes from SCCP in one hop, and reads its text files in the order that was seen', async () => {
    const { phone, asked } = await start(files, AS_7960)
    expect(await phone).toMatchObject({ running: LOAD_7960, lines: ['620'], registrar: '192.168.178.1', boots: 2 })
    expect(asked).toEqual([...LOADER, 'P003-8-12-00.sbn', `${LOAD_7960}.sb2`, ...LOADER, ...APPLICATION])
  })

  test('takes the load that its text file names, when it is not told another before', async () => {
    const other = { ...files, 'XMLDefault.cnf.xml': '<Default></Default>' }
    const { phone, asked } = await start(other, { ...AS_7960, running: 'P0S3-08-11-00' })
    expect(await phone).toMatchObject({ running: LOAD_7960, boots: 2 })
    expect(asked.slice(4, 8)).toEqual(['P0S3-08-11-00.loads', 'SIPDefault.cnf', OWN, `${LOAD_7960}.loads`])
  })

  test.each<[string, Files, string]>([
    ['its own file is not there', without(OWN, files), 'phone.no-config'],
    ['the name of the loader has a blank behind it', { ...files, 'OS79XX.TXT': 'P003-8-12-00 \n' }, 'phone.bad-config'],
    ['the name of the loader ends as on Windows', { ...files, 'OS79XX.TXT': 'P003-8-12-00\r\n' }, 'phone.bad-config'],
    [
      'the root of the dial plan is spelled as for later phones',
      { ...files, 'dialplan7940.xml': '<dialTemplate/>' },
      'phone.bad-config',
    ],
    ['the loader is not there', without('P003-8-12-00.sbn', files), 'phone.image-missing'],
    ['a line has no password', { ...files, [OWN]: String(files[OWN]).replace(PASSWORD, '') }, 'phone.bad-config'],
  ])('does not get there when %s', async (_, broken, code) => {
    const { phone } = await start(broken, AS_7960)
    const error = await phone.catch(fault => fault)
    expect(error).toMatchObject({ code })
    expect(String(error)).not.toContain(PASSWORD)
  })
})
