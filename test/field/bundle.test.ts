// A bundle, checked by tools that know nothing of this project.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT, systemNode } from './wire.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cp-bundle-'))
  const site = join(ROOT, 'examples/fritzbox-7975g.yaml')
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), site, '-o', join(folder, 'bundle.zip')])
  execFileSync('unzip', ['-q', 'bundle.zip', '-d', 'open'], { cwd: folder })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const verify = () => {
  const { issuer } = JSON.parse(readFileSync(join(folder, 'open/manifest.json'), 'utf8'))
  return spawnSync(
    'ssh-keygen',
    [
      ...['-Y', 'verify', '-f', join(ROOT, '.cp/keys/allowed_signers'), '-I', issuer],
      ...['-n', 'cp-bundle@v1', '-s', join(folder, 'open/manifest.json.sig')],
    ],
    { input: readFileSync(join(folder, 'open/manifest.json')), encoding: 'utf8' },
  )
}

it('is a zip that unzip finds whole', () => {
  const { status, stdout } = spawnSync('unzip', ['-t', 'bundle.zip'], { cwd: folder, encoding: 'utf8' })
  expect(status, stdout).toBe(0)
  expect(stdout).toContain('No errors detected')
})

it('is signed, by the word of ssh-keygen; a changed byte is not', () => {
  expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('Good "cp-bundle@v1" signature') })
  const path = join(folder, 'open/manifest.json')
  const good = readFileSync(path, 'utf8')
  writeFileSync(path, good.replace('Line 1', 'Line 9'))
  expect(verify().status).not.toBe(0)
  writeFileSync(path, good)
})

it('lists the hashes of its files, by the word of jq and sha256sum', () => {
  const { status, stdout } = spawnSync(
    'sh',
    ['-c', `jq -r '.files[]|"\\(.sha256)  \\(.path)"' manifest.json | sha256sum -c`],
    { cwd: join(folder, 'open'), encoding: 'utf8' },
  )
  expect(status, stdout).toBe(0)
  expect(stdout).toContain('files/SEP001D452D2BF0.cnf.xml: OK')
})

it('is accepted by the agent’s inspect, without firmware and passwords', () => {
  const agent = [
    join(ROOT, 'dist/cp-agent.js'),
    'inspect',
    join(folder, 'bundle.zip'),
    '--state',
    join(folder, 's.json'),
  ]
  const { status, stdout } = spawnSync(systemNode(), agent, { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain('SEP001D452D2BF0')
  expect(stdout).toContain('CP_SECRET_LINE1')
})
