import { expect, it } from 'vitest'
import { makeFirmware } from '../rehearsal/synthetic.ts'
import { readLists } from './lists.ts'
import { missingForHop } from './needed.ts'
import { readList, type Stocked } from './twins.ts'

const LOAD = 'sip88xx.14-0-1-0101-145'
const set = () => new Map<string, Stocked>(makeFirmware({ load: LOAD, files: [], sizes: { rootfs: 3000 } }))

it('of a list for two platforms gives the images of the one that a phone has', () => {
  const firmware = set()
  const { imagesOf, sizeOf } = readLists(firmware)
  const [one = [], two = []] = readList(firmware.get(`${LOAD}.loads`))?.platforms ?? []
  expect(imagesOf(LOAD)).toEqual([...new Set([...one, ...two])])
  const own = two.find(image => !one.includes(image)) ?? ''
  expect(imagesOf(LOAD, own)).toEqual(two)
  expect(sizeOf(own)).toBeGreaterThan(0)
  expect(sizeOf('none.sbn')).toBe(0)
})

it('misses images only when no platform has all of its own, and then those that are fewest', () => {
  const firmware = set()
  const hop = { load: LOAD, files: [] }
  const [one = [], two = []] = readList(firmware.get(`${LOAD}.loads`))?.platforms ?? []
  const [own = ''] = one.filter(image => !two.includes(image))
  firmware.delete(own.toLowerCase())
  expect(missingForHop(hop, firmware, new Set())).toEqual([])
  for (const image of two) firmware.delete(image.toLowerCase())
  expect(missingForHop(hop, firmware, new Set())).toContain(own)
})
