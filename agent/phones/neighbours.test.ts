import { expect, it } from 'vitest'
import { readArpTable, readProcTable } from './neighbours.ts'

it('reads the table of Linux, complete entries only', () => {
  const text = `IP address       HW type     Flags       HW address            Mask     Device
192.168.178.201  0x1         0x2         00:1d:45:2d:2b:f0     *        eth1
192.168.178.202  0x1         0x0         00:00:00:00:00:00     *        eth1
`
  expect([...readProcTable(text)]).toEqual([['192.168.178.201', '00:1d:45:2d:2b:f0']])
})

it('reads the tables of Windows and macOS, in any language', () => {
  const windows = `
Schnittstelle: 192.168.178.1 --- 0xb
  Internetadresse       Physische Adresse     Typ
  192.168.178.201       00-1d-45-2d-2b-f0     dynamisch
`
  const mac =
    '? (192.168.178.202) at 0:1d:45:2d:2b:f1 on en5 ifscope [ethernet]\n? (192.168.178.9) at (incomplete) on en5\n'
  expect([...readArpTable(windows)]).toEqual([['192.168.178.201', '00:1d:45:2d:2b:f0']])
  expect([...readArpTable(mac)]).toEqual([['192.168.178.202', '00:1d:45:2d:2b:f1']])
})
