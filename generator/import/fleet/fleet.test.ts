import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { check } from '../../generate.ts'
import { ON_THE_COMMAND_LINE } from '../../site/limits.ts'
import { sayRow } from '../words.ts'
import { readCsv } from './csv.ts'
import { importFleet } from './fleet.ts'

describe('a table', () => {
  it('is read with commas, semicolons or tabs, quotes, and the line ends of any system', () => {
    for (const [sign, end] of [
      [',', '\n'],
      [';', '\r\n'],
      ['\t', '\n'],
    ]) {
      const text = `\ufeffMAC Address${sign}Display-Name${sign}x${end}1${sign}"a ""b""${sign} c\nd"${sign}${end}${end}2${sign}e${end}`
      const { columns, rows } = readCsv(text)
      expect(columns).toEqual(['macaddress', 'displayname', 'x'])
      expect(rows.map(({ cells }) => [cells.get('macaddress'), cells.get('displayname')])).toEqual([
        ['1', `a "b"${sign} c\nd`],
        ['2', 'e'],
      ])
    }
  })

  it('tells the line of each row, also behind one of several lines', () => {
    expect(readCsv('a,b\n1,"x\ny"\n2,z\n').rows.map(({ line }) => line)).toEqual([2, 4])
  })
})

const OWN = `mac,model,label,username,password,displayName,floor
00:1D:45:00:00:01,CP-7962G,Empfang,101,geheim1,Anna,1
001D.4500.0001,7962,,102,"gehe,im2",,1
00-1d-45-00-00-02,Cisco 7942G,Lager 2,103,,Bert,0
`

it('becomes a site: rows with one MAC are lines of one phone, in any spelling; passwords come out apart', async () => {
  const fleet = await importFleet(OWN, 'en')
  expect(fleet?.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const checked = await check({ text: fleet?.yaml ?? '', lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  expect(checked.plan.phones).toMatchObject([
    {
      mac: '00:1d:45:00:00:01',
      model: 'CP-7962G',
      label: 'Empfang',
      lines: [{ username: '101', displayName: 'Anna' }, { username: '102' }],
    },
    { mac: '00:1d:45:00:00:02', model: 'CP-7942G', label: 'Lager2', lines: [{ username: '103', displayName: 'Bert' }] },
  ])
  expect(fleet?.secrets).toBe('CP_SECRET_101=geheim1\nCP_SECRET_102=gehe,im2\n')
  expect(fleet?.yaml).not.toContain('gehe')
  expect(fleet?.unused).toEqual(['floor'])
})

it.each([
  [
    'FreePBX',
    'extension,name,secret,devicemac\n201,Carla,pw,001d45000003\n',
    { username: '201', displayName: 'Carla' },
  ],
  [
    '3CX',
    'Number;FirstName;LastName;AuthID;AuthPassword;MAC\n301;Dora;Ernst;a301;pw;00:1D:45:00:00:04\n',
    { username: '301', displayName: 'Dora Ernst', authName: 'a301' },
  ],
  [
    'BroadWorks',
    'User ID,First Name,Last Name,Device MAC,SIP Authentication Password\n401@example.org,Frida,G,001D45000005,pw\n',
    { username: '401', displayName: 'Frida G' },
  ],
  [
    'a table made by hand in German',
    'MAC-Adresse;Modell;Nebenstelle;Vorname;Nachname;Anmeldename;Kennwort\n001D45000006;7942;501;Greta;H;a501;pw\n',
    { username: '501', displayName: 'Greta H', authName: 'a501' },
  ],
])('knows the columns of an export: %s', async (_, text, line) => {
  const fleet = await importFleet(text, 'en', 'CP-7942G')
  expect(fleet?.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(fleet?.rows).toMatchObject([{ taken: true, username: line.username }])
  for (const value of Object.values(line)) expect(fleet?.yaml).toContain(value)
  expect(fleet?.secrets).toMatch(/^CP_SECRET_\d+=pw\n$/)
})

it.each([
  ['CP-7942G', 'Empfang2.OG,'],
  ['CP-7960G', 'Empfang 2.O'],
  ['CP-8841', 'Empfang 2.OG'],
])('gives a %s a label that its screen can show', async (model, shown) => {
  const fleet = await importFleet(`mac,model,username,label\n001D45000001,${model},1,"Empfang 2.OG, links"\n`, 'en')
  expect(fleet?.problems.map(({ code }) => code)).not.toContain('site.label-long')
  expect(fleet?.yaml).toContain(`label: ${shown}\n`)
})

it('says of every row what became of it; none is lost', async () => {
  const text = `mac,model,username
,CP-7942G,1
nonsense,CP-7942G,2
001D45000001,CP-7942G,
001D45000001,,4
001D45000001,CP-1,5
001D45000001,CP-7942G,6
001D45000001,CP-7962G,7
`
  const fleet = await importFleet(text, 'en')
  expect(fleet?.rows.map(row => (row.taken ? row.username : row.why))).toEqual([
    ...['no-mac', 'wrong-mac', 'no-username', 'no-model', 'unknown-model', '6', 'other-model'],
  ])
  for (const row of fleet?.rows ?? []) {
    if (!row.taken) for (const lang of ['en', 'de'] as const) expect(sayRow(row, lang)).toContain(String(row.line))
  }
})

it('says no cell again in which a password may stand because the row has a cell too many', async () => {
  const rows = ['hunter2,001D450001A0,u,CP-7975G', '001D450001A1,u,x,hunter2', '00:1D:45:00:01:AG,u,x,CP-7975G']
  const fleet = await importFleet(`mac,username,password,model\n${rows.join('\n')}\n`, 'en')
  const said = fleet?.rows.map(row => (row.taken ? '' : sayRow(row, 'en'))) ?? []
  expect(said.join()).not.toContain('hunter2')
  expect(said).toEqual([
    'row 2 has a MAC address that is none',
    'row 3 has a model that is not known',
    'row 4 has a MAC address that is none: 00:1D:45:00:01:AG',
  ])
})

it('takes the password for SIP, not the one for a web page or the voice mail', async () => {
  const text = 'mac,extension,password,vm pin,secret\n001D45000001,1,web,1234,sip\n'
  const fleet = await importFleet(text, 'en', '7942')
  expect(fleet?.secrets).toBe('CP_SECRET_1=sip\n')
  expect(fleet?.unused).toEqual(['vmpin'])
})

it('never shows what slipped into another column, which may be a password; says of columns that are there twice', async () => {
  const text = `mac,model,name,username,secret,name
001D45000001,CP-7942G,Berg, Anna,1,geheim12,B
geheim4711ab,CP-7942G,,2,,
001D45000003,geheim4711,,3,,
`
  const fleet = await importFleet(text, 'en')
  expect(fleet?.rows.map(row => (row.taken ? '' : row.why))).toEqual(['cells', 'wrong-mac', 'unknown-model'])
  expect(JSON.stringify(fleet?.rows)).not.toMatch(/geheim/)
  expect(fleet?.unused).toEqual(['name'])
})

it('gives every line a secret of its own, also where user names differ only by signs', async () => {
  const rows = ['a.b', 'a-b', 'a_b', 'a.b'].map((name, i) => `001D4500000${i},CP-7942G,${name},p${i}`).join('\n')
  const fleet = await importFleet(`mac,model,username,password\n${rows}\n`, 'en')
  expect(fleet?.secrets).toBe('CP_SECRET_A_B=p0\nCP_SECRET_A_B_2=p1\nCP_SECRET_A_B_3=p2\nCP_SECRET_A_B_4=p3\n')
})

it('is refused as a whole without a column for MACs or user names', async () => {
  for (const text of ['', 'hello', 'mac,model\n1,2\n', 'username\n1\n'])
    expect(await importFleet(text, 'en')).toBeUndefined()
})

const table = (phones: number, row = (n: number) => `CP-7942G,${n},p${n}`) =>
  `mac,model,username,password\n${Array.from({ length: phones }, (_, n) => `001D4500${n.toString(16).padStart(4, '0')},${row(n)}\n`).join('')}`

it.each([
  [231, '192.168.178.1/24'],
  [232, '10.0.0.1/23'],
  [488, '10.0.0.1/22'],
])('of %d phones gets a network with a lease for each', async (phones, agent) => {
  const fleet = await importFleet(table(phones), 'en', undefined, ON_THE_COMMAND_LINE)
  expect(fleet?.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(fleet?.yaml).toContain(`agent: ${agent}\n`)
})

it('takes ten thousand rows, each with its phone and its secret', async () => {
  const fleet = await importFleet(table(10_000), 'en', undefined, ON_THE_COMMAND_LINE)
  expect(fleet?.problems).toEqual([])
  expect(fleet?.rows.filter(({ taken }) => taken)).toHaveLength(10_000)
  expect(fleet?.secrets.split('\n').slice(9_998)).toEqual(['CP_SECRET_9998=p9998', 'CP_SECRET_9999=p9999', ''])
  const { phones } = parse(fleet?.yaml ?? '')
  expect(phones).toHaveLength(10_000)
  expect(phones.at(-1)).toMatchObject({ mac: '00:1d:45:00:27:0f', lines: [{ username: '9999' }] })
})

it('counts through secrets of one name, however many there are', async () => {
  const fleet = await importFleet(
    table(5_000, () => 'CP-7942G,reception,p'),
    'en',
  )
  const keys = fleet?.secrets.trim().split('\n') ?? []
  expect(new Set(keys).size).toBe(5_000)
  expect(keys.at(-1)).toBe('CP_SECRET_RECEPTION_5000=p')
})

it('loses no row of a table that is too long for one site, and says so', async () => {
  const fleet = await importFleet(table(20_500), 'en', undefined, ON_THE_COMMAND_LINE)
  expect(fleet?.rows).toHaveLength(20_500)
  expect(fleet?.problems.map(({ code }) => code)).toEqual(['site.phones-many'])
})
