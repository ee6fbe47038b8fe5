import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUNDLE_ERRORS, type BundleErrorCode } from '../../../schemas/bundle/errors.ts'
import { CHECKS, outcomes } from './checks.ts'
import { piecesOf, visible } from './marked.ts'

const CODES = Object.keys(BUNDLE_ERRORS).filter((code): code is BundleErrorCode => code in BUNDLE_ERRORS)

describe('the checks of a bundle', () => {
  it('all pass where nothing was refused', () => {
    expect(outcomes().map(({ state }) => state)).toEqual(CHECKS.map(() => 'passed'))
  })

  it.each(CODES)('are told apart by where they stopped: %s', code => {
    const states = outcomes(code).map(({ state }) => state)
    const at = states.indexOf('failed')
    expect(at).toBeGreaterThanOrEqual(0)
    expect(states.slice(0, at).every(state => state === 'passed')).toBe(true)
    expect(states.slice(at + 1).every(state => state === 'skipped')).toBe(true)
  })

  it('stand in the order in which a bundle is opened', () => {
    const source = readFileSync(new URL('../../../schemas/bundle/open.ts', import.meta.url), 'utf8')
    const body = source.slice(
      source.indexOf('export async function openBundle'),
      source.indexOf('async function checkFiles'),
    )
    const steps = [
      'readZip',
      "'bundle.keys-signature'",
      'trust({',
      "'bundle.signature'",
      'readManifest(',
      'checkFiles(',
    ]
    const places = [...steps, "'bundle.key-dates'", 'checkHoles('].map(step => body.indexOf(step))
    expect(places).toHaveLength(CHECKS.length)
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
  })
})

describe('a file as text', () => {
  const bytes = new TextEncoder().encode('<p>ü</p>')
  it('has its holes where they are, by bytes', () => {
    expect(piecesOf(bytes, [{ offset: 5, kind: 'secret', name: 'line1', encoding: 'xml', maxBytes: 9 }])).toEqual([
      '<p>ü',
      { kind: 'secret', name: 'line1' },
      '</p>',
    ])
  })

  it('shows what would move text or hide in it', () => {
    expect(visible('a\u202eb\u0000c\r\nd\te\u200b')).toBe('a\\u{202e}b\\u{0}c\nd\te\\u{200b}')
  })
})
