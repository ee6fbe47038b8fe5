import { expect, test } from 'vitest'
import { toMac } from './mac.ts'

test.each(['00:1D:45:2D:2B:F0', '00-1d-45-2d-2b-f0', '001d.452d.2bf0', 'SEP001D452D2BF0', ' 00 1d 45 2d 2b f0 '])(
  'reads %j',
  text => {
    expect(toMac(text)).toBe('00:1d:45:2d:2b:f0')
  },
)

test.each([
  ['of all devices', 'FF:FF:FF:FF:FF:FF'],
  ['of a group', '01:00:5E:00:00:FB'],
  ['of nobody', '000000000000'],
  ['too short', '00:1D:45:2D:2B'],
  ['of mixed separators', '00:1D-45:2D:2B:F0'],
])('takes no address %s', (_, text) => {
  expect(toMac(text)).toBeUndefined()
})
