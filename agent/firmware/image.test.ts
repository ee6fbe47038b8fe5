// Whether an image is whole, as far as that can be seen without the vendor's key.
import { describe, expect, it } from 'vitest'
import { writeCnu } from '../rehearsal/cnu.ts'
import { wrapSigned } from '../rehearsal/signed.ts'
import { FirmwareError } from './error.ts'
import { checkImage } from './image.ts'
import { readNewContainer } from './new-container.ts'

const NAME = 'cnu75.9-4-2ES26.sbn'
const cnu = writeCnu([{ name: 'a', bytes: new Uint8Array(100) }])
const code = (run: () => unknown) => {
  try {
    run()
    return 'whole'
  } catch (error) {
    return error instanceof FirmwareError ? error.message : String(error)
  }
}
const checked = (payload: Uint8Array, name = NAME) => code(() => checkImage(name, wrapSigned(NAME, payload)))
const withNumber = (at: number, value: number) => {
  const copy = Buffer.from(cnu)
  copy.writeUInt32BE(value, at)
  return copy
}

describe('an image of the 79xx', () => {
  it('is whole when everything that its archive lists is in it', () => {
    expect(checked(cnu)).toBe('whole')
    expect(checked(cnu, NAME.toUpperCase())).toBe('whole')
    expect(checked(cnu, 'cnu75.8-5-2.sbn')).toBe(`firmware.name (${NAME})`)
    for (let end = 0; end < cnu.length; end++) expect(checked(cnu.subarray(0, end))).toContain('firmware.header')
  })

  it.each([
    ['more files than there are', withNumber(0x30, 0xffff_ffff), 'cut off inside'],
    ['contents beyond its end', withNumber(0x34, 0xffff_ffff), 'cut off'],
    ['contents where its table is', withNumber(0x34, 0x248), 'contents in the table'],
    ['a file beyond its end', withNumber(0x248 + 8, 101), 'cut off'],
    ['another name', withNumber(0, 0), 'no archive inside'],
  ])('is none with %s', (_, payload, detail) => {
    expect(checked(payload)).toContain(`firmware.header (${detail}`)
  })
})

it('a container of the 78xx and 88xx is known by its first bytes, and nothing else is taken for one', () => {
  for (const other of [new Uint8Array(), new Uint8Array(100), wrapSigned(NAME, cnu)])
    expect(code(() => readNewContainer(other))).toBe('firmware.not-signed')
})
