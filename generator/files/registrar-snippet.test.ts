import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REGISTRARS } from '../catalog/registrars.ts'
import { check } from '../generate.ts'
import { fillSnippet } from '../page/model/registrar-snippet.ts'
import { registrarSetup } from './registrar-setup.ts'
import { registrarSnippet } from './registrar-snippet.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const PASSWORDS = new Map([
  ['line1', 'Tulpe;4&<"'],
  ['line2', 'Nelke-77'],
])

async function planFor(kind: string) {
  const text = EXAMPLE.replace('preset: fritzbox-de', 'loads: {}').replace('{ address:', `{ kind: ${kind}, address:`)
  const checked = await check({ text, lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.plan
}

describe('what is set up at the registrar', () => {
  for (const { kind, setup } of REGISTRARS) {
    it(`has the passwords of all lines in it, and none before it is filled: ${kind}`, async () => {
      const plan = await planFor(kind)
      for (const lang of ['de', 'en'] as const) {
        const snippet = registrarSnippet(plan, lang)
        expect(snippet.holes.map(({ label }) => label)).toEqual(['line1', 'line2'])
        expect(snippet.text).not.toContain('\0')
        const filled = fillSnippet(snippet, PASSWORDS)
        const written = { xml: 'Tulpe;4&#38;&#60;&#34;', conf: 'Tulpe\\;4&<"', text: 'Tulpe;4&<"' }[snippet.encoding]
        expect(filled.split(written)).toHaveLength(2)
        expect(filled.split('Nelke-77')).toHaveLength(2)
        expect(filled.replace(written, '').replace('Nelke-77', '')).toBe(snippet.text)
      }
      if (setup !== 'fritzbox') {
        // The same words as in README.txt, but for the passwords.
        const [open, close] = setup === 'freeswitch' ? ['(', ')'] : ['<', '>']
        const names = new Map([...PASSWORDS.keys()].map(name => [name, `${open}${name}${close}`]))
        const { text, holes } = registrarSnippet(plan, 'en')
        const named = fillSnippet({ text, holes, encoding: 'text' }, names)
        expect(registrarSetup(plan, 'en').join('\n')).toContain(named.trim())
      }
    })
  }

  it('names the secrets whose values are not there', async () => {
    const snippet = registrarSnippet(await planFor('asterisk-pjsip'), 'en')
    expect(fillSnippet(snippet, new Map([['line1', 'x']]))).toContain('password=x\n')
    expect(fillSnippet(snippet, new Map([['line1', 'x']]))).toContain('password=<line2>\n')
    // Behind `=>` Asterisk would look for the value.
    expect(fillSnippet(snippet, new Map([['line1', '>x']]))).toContain('password= >x\n')
  })
})
