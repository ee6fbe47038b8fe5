// What the phones are given, read by an XML parser that knows nothing of this project.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { built, served } from '../build.ts'
import { freshFolder } from '../folder.ts'
import { randomSite } from '../random-site.ts'

it('is well-formed, by the word of xmllint, and holds the labels as they were written', async () => {
  const folder = freshFolder()
  for (const [index, site] of fc.sample(randomSite, { numRuns: 50, seed: 1 }).entries()) {
    const made = await built(JSON.stringify(site))
    const configs = new Map(made.plan.phones.map(phone => [phone.config, phone]))
    const xml = [...made.files.values()].filter(({ path }) => /\.xml$/i.test(path))
    const paths = xml.map(({ path, bytes }, nth) => {
      const phone = configs.get(path)
      const name = join(folder, `${index}-${nth}.xml`)
      writeFileSync(name, phone ? served(made, phone, secret => `<&>"'${secret}`.slice(0, 30)) : bytes)
      return name
    })
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...paths], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    const labels = made.plan.phones.flatMap(({ lines, keys }) => [...lines, ...keys].map(({ label }) => label))
    const configPaths = paths.filter((_, nth) => configs.has(xml[nth]?.path ?? ''))
    const { stdout } = spawnSync('xmllint', ['--xpath', '//featureLabel/text()', ...configPaths], { encoding: 'utf8' })
    const read = stdout.replace(/\n$/, '').split('\n').map(resolve)
    expect(read.sort()).toEqual(labels.sort())
  }
})

/** xmllint prints texts as they would stand in a file. */
const resolve = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
