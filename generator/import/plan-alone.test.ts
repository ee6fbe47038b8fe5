import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFile } from './import-file.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const PLAN = '<DIALTEMPLATE><TEMPLATE MATCH="0.*" Timeout="3"/></DIALTEMPLATE>'

describe('a dial plan that came alone', () => {
  const rules = 'dialPlan:\n  - match: 0.*\n    wait: 3\n'
  const taken = async (site?: string) =>
    importFile({ name: 'dialplan.xml', text: PLAN, ...(site !== undefined && { site }) }, 'en')

  it('begins a site, which says what it still needs', async () => {
    const made = await taken()
    expect(made).toMatchObject({ kind: 'dial-plan', into: false, yaml: expect.stringContaining(rules) })
    if (made.ok) expect(made.problems).toContainEqual(expect.objectContaining({ code: 'site.missing' }))
  })

  it.each<[string, string, string]>([
    ['at the end', EXAMPLE, `${EXAMPLE}${rules}`],
    ...['[{ match: 1 }] # old', '\n  - match: 1\n    wait: 2', '\n- { match: 1 } # old', ''].map(
      (old): [string, string, string] => [
        'instead of another one',
        `site: a\ndialPlan: ${old}\n# mine\nphones: []  # mine\n`,
        `site: a\n${rules}# mine\nphones: []  # mine\n`,
      ],
    ),
    ['at the end of a text without a last line break', 'site: a', `site: a\n${rules}`],
  ])('goes into a site that is there, %s, and leaves the rest word for word', async (_, site, yaml) => {
    expect(await taken(site)).toMatchObject({ into: true, yaml })
  })

  it.each(['{"site": "a"}', '- a', 'site: [', ''])('is not put into %j', async site => {
    expect(await taken(site)).toMatchObject({ ok: true, into: false })
  })

  it('says of what is dialled off the hook that it is left out', async () => {
    const text = PLAN.replace('</DIAL', '<TEMPLATE MATCH="" Timeout="0" Rewrite="**620"/></DIAL')
    const made = await importFile({ name: 'dialplan.xml', text }, 'en')
    expect(made).toMatchObject({ notes: [{ code: 'import.rule-part', line: 1, part: 'call' }] })
  })

  it('without a rule is refused', async () => {
    expect(await importFile({ name: 'd.xml', text: '<DIALTEMPLATE/>' }, 'en')).toMatchObject({
      ok: false,
      why: 'no-rules',
    })
  })
})
