import { describe, expect, it } from 'vitest'
import { findMacs } from './macs.ts'

const A = '00:1D:45:2D:2B:F0'
const B = '00:1D:45:00:00:1A'

describe('MAC addresses are found', () => {
  it.each([
    ...[
      '00:1D:45:2D:2B:F0',
      '00-1d-45-2d-2b-f0',
      '001d.452d.2bf0',
      '001D452D2BF0',
      '00 1D 45 2D 2B F0',
      '0:1d:45:2d:2b:f0',
    ],
    ...['SEP001D452D2BF0', 'sep001d452d2bf0.cnf.xml', 'SIP001D452D2BF0.cnf', '00–1D–45–2D–2B–F0', '"001D452D2BF0",'],
    ...[
      'MAC:001D452D2BF0',
      'MAC: 00:1D:45:2D:2B:F0',
      'MAC ID 001D452D2BF0',
      'MAC001D452D2BF0',
      'MAC-Adresse: 001D452D2BF0',
    ],
    ...['001D452D2BF0\r\n', '\ufeff001D452D2BF0', '(001D.452D.2BF0)', 'SN: FCH12345ABC\nMAC: 001D452D2BF0'],
  ])('in %j', text => {
    expect(findMacs(text)).toEqual({ macs: [A], others: [] })
  })

  it('in a row of scans, each once and in their order', () => {
    expect(findMacs('001D4500001A\n001D452D2BF0\n001D4500001A\n')).toEqual({ macs: [B, A], others: [] })
    expect(findMacs('001D4500001A001D452D2BF0')).toEqual({ macs: [B, A], others: [] })
  })

  it('in a column of a table, whose other columns have none', () => {
    const table =
      'Modell\tMAC\tTelefon\tRaum\nCP-7975G\t001D452D2BF0\t03012345678\t1.02\n7942\t00-1D-45-00-00-1A\t\tLager 2\n'
    expect(findMacs(table)).toEqual({ macs: [A, B], others: [] })
  })

  it('also if all of its digits are decimal', () => {
    expect(findMacs('001122334455').macs).toEqual(['00:11:22:33:44:55'])
  })
})

describe('what looks like one and is none is told', () => {
  it.each([
    ...['001D452D2BF', '001D452D2BF01', '0O1D452D2BF0', '00:1D:45:2D:2B', '00:1D:45:2D:2BF', '00:1D-45:2D:2B:F0'],
    ...[
      '001d.452d.2bfO',
      '00:1D:45:2D:2B:F0:11',
      '0882658123456',
      '000000000000',
      'FF:FF:FF:FF:FF:FF',
      '01:00:5E:00:00:01',
    ],
  ])('%s', text => {
    expect(findMacs(text).macs).toEqual([])
    expect(findMacs(text).others).toHaveLength(1)
  })

  it.each(['', 'CP-7975G', '192.168.178.1', 'FDO1234ABCD', 'Büro', '2026-11-28', 'SIP75.9-4-2SR3-1S', '12:30'])(
    'but nothing of %j',
    text => {
      expect(findMacs(text)).toEqual({ macs: [], others: [] })
    },
  )
})
