import { describe, expect, test } from 'vitest'
import { FirmwareError } from './error.ts'
import { readLoads } from './loads.ts'

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const code = (payload: Uint8Array): string => {
  try {
    readLoads(payload)
  } catch (error) {
    if (error instanceof FirmwareError) return error.code
    throw error
  }
  return 'no error'
}

describe('the list of images', () => {
  test('names them in their order, with build and hardware mask', () => {
    const text = [
      '# made by hand',
      '# RELEASE load version 9-4-2ES26',
      '#HARDWARE_COMP_1 5',
      'jar75sip.9-4-2ES26.sbn',
      'cnu75.9-4-2ES26.sbn  ',
      'apps75.9-4-2ES26.sbn\t',
      'dsp75.9-4-2ES26.sbn',
      'cvm75sip.9-4-2ES26.sbn',
      '',
    ].join('\r\n')
    expect(readLoads(bytes(text))).toEqual({
      build: '9-4-2ES26',
      hardwareMask: 5,
      files: [
        'jar75sip.9-4-2ES26.sbn',
        'cnu75.9-4-2ES26.sbn',
        'apps75.9-4-2ES26.sbn',
        'dsp75.9-4-2ES26.sbn',
        'cvm75sip.9-4-2ES26.sbn',
      ],
    })
  })

  test('knows neither build nor mask where no comment says them', () => {
    expect(readLoads(bytes('APP3905.zz'))).toEqual({ files: ['APP3905.zz'] })
  })

  test('takes LF as well, and a name once', () => {
    expect(readLoads(bytes('a.sbn\nb.sbn\na.sbn\n')).files).toEqual(['a.sbn', 'b.sbn'])
  })

  test('passes over what is no file name', () => {
    const text = 'LA_VERSION=PAS30831\r\n../etc/passwd\r\n/a.sbn\r\nb c.sbn\r\n.hidden\r\nP0S3-8-12-00.sb2\r\n'
    expect(readLoads(bytes(text)).files).toEqual(['P0S3-8-12-00.sb2'])
  })

  test.each([
    ['an empty payload', ''],
    ['comments only', '# RELEASE load version 1\r\n#HARDWARE_COMP_1 5\r\n'],
    ['unsafe names only', '../a.sbn\r\n'],
    ['binary data', 'a.sbn\r\n\x00\x01'],
    ['letters beyond ASCII', 'ä.sbn\r\na.sbn'],
    ['an endless list', 'a.sbn\r\n'.repeat(5000)],
  ])('refuses %s', (_, text) => {
    expect(code(bytes(text))).toBe('firmware.loads')
  })
})

test('reads the sections of a list for the 78xx and 88xx, each for a platform', () => {
  const text =
    '[CISCO-ID]\r\nversion=14.0\r\nhwcompat=1\r\n[PLATFORM_1]\r\nsboot=sb2.1.sbn size=3\r\nrootfs=root1.sbn size=9\r\n[PLATFORM_2]\r\nsboot=sb2.1.sbn size=3\r\nrootfs=root2.sbn size=8\r\n'
  expect(readLoads(new TextEncoder().encode(text))).toEqual({
    files: ['sb2.1.sbn', 'root1.sbn', 'root2.sbn'],
    platforms: [
      ['sb2.1.sbn', 'root1.sbn'],
      ['sb2.1.sbn', 'root2.sbn'],
    ],
  })
})
