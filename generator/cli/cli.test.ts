// The command line as a person uses it, built: what it writes, where, and how it ends.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../../test/folder.ts'
import { makePng } from '../../test/png.ts'
import { makeWav, sine } from '../../test/wav.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLE = join(ROOT, 'examples/fritzbox-7975g.yaml')
const folder = freshFolder()

function run(args: string[], input = '', lang = 'C', node: string[] = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...node, join(ROOT, 'dist/cp-generator.js'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH ?? '', LANG: lang },
    },
  )
  return { status, stdout, stderr }
}

it('makes a bundle from a file or from standard input, the same bytes for the same time', () => {
  expect(run([EXAMPLE, '-o', 'a.zip', '--issued', '2030-01-01T00:00:00Z'])).toMatchObject({ status: 0, stderr: '' })
  expect(run(['-', '-o', 'b.zip', '--issued', '2030-01-01T00:00:00Z'], readFileSync(EXAMPLE, 'utf8')).status).toBe(0)
  expect(readFileSync(join(folder, 'a.zip'))).toEqual(readFileSync(join(folder, 'b.zip')))
})

it('shows errors as compilers do, in the person’s language, and writes nothing', () => {
  const text = readFileSync(EXAMPLE, 'utf8').replace('CP-7975G', 'CP-1')
  const { status, stderr } = run(['-', '-o', 'no.zip'], text, 'de_DE.UTF-8')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^-:9:12: error site\.model-unknown \(phones\.0\.model\): Dieses Modell ist nicht bekannt/)
  expect(existsSync(join(folder, 'no.zip'))).toBe(false)
  expect(JSON.parse(run(['-', '--json'], text).stdout)).toMatchObject({
    ok: false,
    problems: [{ code: 'site.model-unknown', line: 9 }],
  })
})

it('says of a known mistake who met it, as JSON', () => {
  const text = readFileSync(EXAMPLE, 'utf8').replace('username: Line1', 'username: Line1, authName: other')
  expect(JSON.parse(run(['-', '--json', '-o', 'warned.zip'], text).stdout)).toMatchObject({
    ok: true,
    problems: [{ code: 'site.auth-name', source: expect.stringContaining('elang'), cure: expect.any(String) }],
  })
})

it.each([
  [['nowhere.yaml'], 2, 'Cannot read nowhere.yaml'],
  [[EXAMPLE, '-o', 'no/such/folder.zip'], 1, 'Cannot write'],
  [[EXAMPLE, 'another.yaml'], 2, 'One site file'],
  [['--frobnicate'], 2, 'Unknown option'],
  [[EXAMPLE, '--issued', 'today'], 2, '--issued'],
  [['keys', 'init', '--keys', join(folder, 'k')], 2, '--issuer'],
])('ends %j with %d and a sentence, never a stack trace', (args, status, words) => {
  const ran = run(args)
  expect(ran.status).toBe(status)
  expect(ran.stderr).toContain(words)
  expect(ran.stderr).not.toContain('    at ')
})

it('makes keys for a deployment once, and never again over them', () => {
  const args = ['keys', 'init', '--keys', 'deployment', '--issuer', 'https://phones.example.org']
  expect(run(args)).toMatchObject({ status: 0, stdout: expect.stringContaining('SHA256:') })
  expect(statSync(join(folder, 'deployment/root')).mode & 0o777).toBe(0o600)
  expect(run(args)).toMatchObject({ status: 2, stderr: expect.stringContaining('never overwritten') })
})

it('makes 3,000 phones in a heap that would not hold their files, nor the tree of their text', () => {
  const phones = Array.from({ length: 3000 }, (_, n) => {
    const mac = `001D4500${n.toString(16).padStart(4, '0')}`
    return `  - model: CP-7962G\n    mac: "${mac}"\n    lines:\n      - { username: u${n}, password: { secret: s${n} } }\n`
  })
  const head = readFileSync(EXAMPLE, 'utf8')
    .replace(/phones:[\s\S]*/, 'phones:\n')
    .replace(/agent: .*/, 'agent: 192.168.178.1/16')
    .replace(/leases: .*/, 'leases: 192.168.0.1-192.168.100.255')
  const heap = ['--max-old-space-size=32', '--max-semi-space-size=1']
  const { status, stderr, stdout } = run(['-', '-o', 'many.zip'], head + phones.join(''), 'C', heap)
  expect(status, stderr).toBe(0)
  expect(statSync(join(folder, 'many.zip')).size).toBeGreaterThan(30_000_000)
  expect(stdout).toContain('CP_SECRET_S19 and 2980 more')
  expect(readdirSync(folder).filter(name => name.endsWith('.new'))).toEqual([])
})

it('imports a configuration: the site to one file, the passwords to another that only its owner reads, neither over what is there', () => {
  const sep = `<device><sipProfile><sipLines><line button="1"><featureID>9</featureID><name>620</name>
<authPassword>geheim4711</authPassword></line></sipLines></sipProfile><loadInformation>SIP75.9-4-2SR3-1S</loadInformation>
<devicePool><callManagerGroup><members><member><callManager><processNodeName>192.168.178.1</processNodeName></callManager>
</member></members></callManagerGroup></devicePool></device>`
  writeFileSync(join(folder, 'SEP001D452D2BF0.cnf.xml'), sep)
  const args = ['import', 'SEP001D452D2BF0.cnf.xml', '-o', 'site.yaml', '--secrets', 'passwords.env']
  const { status, stdout, stderr } = run(args)
  expect(status, stderr).toBe(0)
  expect(stdout + stderr + readFileSync(join(folder, 'site.yaml'), 'utf8')).not.toContain('geheim4711')
  expect(readFileSync(join(folder, 'passwords.env'), 'utf8')).toBe('CP_SECRET_LINE1=geheim4711\n')
  expect(statSync(join(folder, 'passwords.env')).mode & 0o777).toBe(0o600)
  expect(run(['site.yaml', '-o', 'imported.zip']).status).toBe(0)
  expect(run(args)).toMatchObject({ status: 1, stderr: expect.stringContaining('never overwritten') })
  expect(run(['import', '-'], 'nothing')).toMatchObject({ status: 1, stderr: expect.stringContaining('no XML') })
})

it('refuses a configuration where a site is wanted, says how to import it, and quotes nothing of it', () => {
  writeFileSync(join(folder, 'SEP001D452D2BF1.cnf.xml'), '<device><authPassword>geheim4711</authPassword></device>')
  const { status, stdout, stderr } = run(['SEP001D452D2BF1.cnf.xml', '-o', 'x.zip'])
  expect(status).toBe(1)
  expect(stderr).toContain('site.is-configuration')
  expect(stderr).toContain('cp-generator import')
  expect(stdout + stderr).not.toContain('geheim')
  expect(existsSync(join(folder, 'x.zip'))).toBe(false)
})

it('imports a dial plan that came alone as the beginning of a site', () => {
  const { status, stdout, stderr } = run(
    ['import', '-'],
    '<DIALTEMPLATE><TEMPLATE MATCH="1.." Timeout="0"/></DIALTEMPLATE>',
  )
  expect(status).toBe(1)
  expect(stdout).toContain('dialPlan:\n  - match: 1..\n    wait: 0\n')
  expect(stderr).toContain('site.missing')
})

it('imports a text configuration with what all phones share, in either order or by --default', () => {
  writeFileSync(
    join(folder, 'SIPDefault.cnf'),
    'proxy_register: 1\nproxy1_address: "192.168.178.1"\nmessages_uri: "**600"\n',
  )
  writeFileSync(join(folder, 'SIP0012D9ABCDEF.cnf'), 'line1_name: "620"\nline1_password: "geheim4712"\n')
  const own = 'SIP0012D9ABCDEF.cnf'
  const [one, two, three] = [
    [own, 'SIPDefault.cnf'],
    ['SIPDefault.cnf', own],
    [own, '--default', 'SIPDefault.cnf'],
  ].map(files => run(['import', ...files]))
  expect(one?.stdout).toContain('messagesNumber: "**600"')
  expect([two?.stdout, three?.stdout]).toEqual([one?.stdout, one?.stdout])
  expect(`${one?.stdout}${one?.stderr}`).not.toContain('geheim4712')
  expect(run(['import', 'SIPDefault.cnf'])).toMatchObject({ status: 1, stderr: expect.stringContaining('--default') })
  expect(run(['import', own, own])).toMatchObject({ status: 2, stderr: expect.stringContaining('--dial-plan') })
  expect(run(['import', own, '--default', 'nowhere'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nowhere'),
  })
})

it('looks at a file without lines for known mistakes, and says that it has none to import', () => {
  const text = `<Default><callManagerGroup><members><member><callManager><ports><sipPort>5060</sipPort></ports>
<processNodeName>10.0.0.5</processNodeName></callManager></member></members></callManagerGroup>
<loadInformation30018 model="7962">SIP42.9-4-2SR3-1S</loadInformation30018></Default>`
  writeFileSync(join(folder, 'XMLDefault.cnf.xml'), text)
  const { status, stdout, stderr } = run(['import', 'XMLDefault.cnf.xml'])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(
    /^line 3: loadInformation30018 is not the number.*\n {4}Write loadInformation404 .*lint\.default-id/,
  )
  expect(stderr).toContain('XMLDefault.cnf.xml:1: This is XMLDefault.cnf.xml')
  writeFileSync(join(folder, 'OS79XX.TXT'), 'P003-8-12-00 \r\n')
  expect(run(['import', 'OS79XX.TXT'], '', 'de_DE').stderr).toMatch(
    /^Zeile 1: .*\n.*lint\.loader-ending[\s\S]*den Lader/,
  )
})

it('imports a table of phones, and ends with 1 when a row could not be taken', () => {
  writeFileSync(
    join(folder, 'phones.csv'),
    'mac;model;username;password\n001D45000001;7962G;101;geheim1\n;7962G;102;geheim2\n',
  )
  const { status, stderr } = run(['import', 'phones.csv', '-o', 'fleet.yaml', '--secrets', 'fleet.env'], '', 'de_DE')
  expect(status).toBe(1)
  expect(stderr).toContain('Zeile 3 hat keine MAC-Adresse')
  expect(stderr).toContain('1 von 2 Zeilen übernommen')
  expect(stderr).not.toContain('geheim')
  expect(readFileSync(join(folder, 'fleet.env'), 'utf8')).toBe('CP_SECRET_101=geheim1\n')
  expect(run(['fleet.yaml', '-o', 'fleet.zip']).status).toBe(0)
})

describe('media', () => {
  const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder, name), bytes)
  put('berge.png', makePng({ width: 40, height: 30, pixel: () => [1, 2, 3] }))
  put('Große Glocke.wav', makeWav({ rate: 8000, frames: 20_000, sample: sine(440, 8000) }))
  put('foto.png', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
  const tree = (name: string) => readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).sort()

  it('makes a tree for the agent, for a model or for the phones of a site, and says what goes into the site', () => {
    const files = ['berge.png', 'Große Glocke.wav']
    const made = run(['media', ...files, '--model', 'CP-7975G', '-o', 'tree'])
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toContain('look: { wallpapers: [berge] }')
    expect(made.stdout).toContain('  - { name: Grosse-Glocke, file: Grosse-Glocke }')
    expect(made.stdout).toContain('(cut to what a phone plays)')
    expect(tree('tree')).toEqual([
      'Desktops',
      'Desktops/320x216x16',
      'Desktops/320x216x16/berge-small.png',
      'Desktops/320x216x16/berge.png',
      'Grosse-Glocke.raw',
    ])
    expect(statSync(join(folder, 'tree/Grosse-Glocke.raw')).size).toBe(16_080)
    expect(run(['media', ...files, '--site', EXAMPLE, '-o', 'same']).status).toBe(0)
    expect(tree('same')).toEqual(tree('tree'))
    // What it said is what a site takes.
    const [, site = ''] = made.stdout.split(/For the site:\n/)
    expect(run(['-', '-o', 'named.zip'], readFileSync(EXAMPLE, 'utf8') + site)).toMatchObject({ status: 0, stderr: '' })
  })

  it('makes the others when one is broken, names that one and ends with 1', () => {
    const files = ['foto.png', 'nowhere.wav', 'berge.png']
    const { status, stdout, stderr } = run(['media', ...files, '--model', 'CP-7961G', '-o', 'some'], '', 'de_DE.UTF-8')
    expect(status).toBe(1)
    expect(stderr).toMatch(/foto\.png: media\.kind: .*\(JPEG\)/)
    expect(stderr).toContain('nowhere.wav ist nicht zu lesen')
    expect(stdout).toContain('Desktops/320x196x4/berge.png')
    expect(existsSync(join(folder, 'some/Desktops/320x196x4/berge-small.png'))).toBe(true)
  })

  it('overwrites nothing, not even a part', () => {
    const args = ['media', 'berge.png', '--model', 'CP-7970G', '-o', 'there']
    expect(run(args).status).toBe(0)
    const preview = join(folder, 'there/Desktops/320x212x12/berge-small.png')
    writeFileSync(preview, 'mine')
    expect(run(args)).toMatchObject({ status: 1, stderr: expect.stringContaining('never overwritten') })
    expect(readFileSync(preview, 'utf8')).toBe('mine')
  })

  it.each([
    [['media', '--model', 'CP-7975G', '-o', 'x'], 2, '--model'],
    [['media', 'berge.png', '-o', 'x'], 2, '--site'],
    [['media', 'berge.png', '--model', 'CP-7975G'], 2, '-o'],
    [['media', 'berge.png', '--model', 'CP-7975G', '--site', EXAMPLE, '-o', 'x'], 2, 'either'],
    [['media', 'berge.png', '--model', 'CP-1', '-o', 'x'], 2, 'CP-7975G'],
    [['media', 'berge.png', '--site', 'nowhere.yaml', '-o', 'x'], 2, 'Cannot read nowhere.yaml'],
    [['media', 'berge.png', '--site', 'berge.png', '-o', 'x'], 1, 'site.'],
    [['media', 'berge.png', '--model', 'CP-7931G', '-o', 'x'], 1, 'media.no-pictures'],
    [['media', 'berge.png', '--model', 'CP-7975G', '-o', 'berge.png'], 1, 'Cannot write'],
  ])('%j ends with %d and a sentence', (args, status, words) => {
    const ran = run(args)
    expect(ran.status).toBe(status)
    expect(ran.stderr).toContain(words)
    expect(ran.stderr).not.toContain('    at ')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
})
