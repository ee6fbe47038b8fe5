// From zod's issues to findings: which code each has, what may be said about it, and never the value itself.
import type * as z from 'zod'
import { Site } from '../../schemas/site.ts'
import { loadsFor } from '../catalog/loads.ts'
import { type Details, type Finding, isProblemCode, type Path, type ProblemCode } from '../problem.ts'
import { knownKeys } from './keys.ts'

type Issue = z.core.$ZodIssue

/**
 * One finding for each thing that is wrong; an unknown key is named, what stands behind it is not.
 * @param document whose keys are meant.
 */
export function toFindings(issues: readonly Issue[], document: z.ZodType = Site): Finding[] {
  return issues.flatMap(issue => {
    const path = issue.path.filter(step => typeof step !== 'symbol')
    if (inPassword(path)) return [passwordFinding(issue, path)]
    if (issue.code === 'invalid_union') return meantForm(issue, path, document)
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => unknownKey(path, key, document))
      : [finding(issue, path)]
  })
}

/** Where a list or a map may stand, what is wrong with the one that does. */
function meantForm({ errors }: Extract<Issue, { code: 'invalid_union' }>, path: Path, document: z.ZodType): Finding[] {
  const meant = errors.find(form => !form.some(({ code, path: at }) => code === 'invalid_type' && at.length === 0))
  if (!meant) return [{ code: 'site.type-map', path, details: { key: String(path.at(-1)) } }]
  return toFindings(
    meant.map(issue => ({ ...issue, path: [...path, ...issue.path] })),
    document,
  )
}

/** At `password` itself, or at something below it that is not the name of the secret. */
const inPassword = (path: Path): boolean => path.includes('password')

function passwordFinding(issue: Issue, path: Path): Finding {
  const key = String(path.at(-1))
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { code: 'site.missing', path, details: { key } }
  // Also `{ password: { hunter2: … } }`: the key itself may be the password, so the path ends before it.
  return { code: key === 'secret' ? 'site.secret-name' : 'site.password-inline', path }
}

function finding(issue: Issue, path: Path): Finding {
  const key = String(path.findLast(step => typeof step === 'string') ?? '')
  const [code = '', max] = issue.message.split(':')
  if (code === 'site.load-unknown') return { code, path, details: { model: key, known: namesOf(key) } }
  if (isProblemCode(code)) return { code, path, details: { key, ...(max && { max }) } }
  return { path, ...generic(issue, key) }
}

const namesOf = (model: string): string =>
  loadsFor(model)
    .map(({ name }) => name)
    .join(', ') || '-'

function generic(issue: Issue, key: string): { code: Finding['code']; details: Details } {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { code: 'site.missing', details: { key } }
      return { code: EXPECTED[issue.expected] ?? 'site.type-text', details: { key } }
    case 'invalid_value':
      return { code: 'site.choice', details: { key, known: issue.values.map(String).join(', ') } }
    case 'too_big':
      if (issue.origin === 'array') return { code: 'site.list', details: { key, max: String(issue.maximum) } }
      return { code: 'site.range', details: { key, range: `≤ ${issue.maximum}` } }
    case 'too_small':
      return { code: 'site.range', details: { key, range: `≥ ${issue.minimum}` } }
    case 'invalid_key':
      return { code: 'site.model-unknown', details: { known: 'CP-…' } }
    default:
      return { code: 'site.type-text', details: { key } }
  }
}

const EXPECTED: Readonly<Record<string, ProblemCode>> = {
  string: 'site.type-text',
  object: 'site.type-map',
  record: 'site.type-map',
  array: 'site.type-list',
  number: 'site.type-number',
  int: 'site.type-number',
}

function unknownKey(path: Path, key: string, document: z.ZodType): Finding {
  const known = knownKeys(path, document)
  const like = known.find(name => isLike(key, name))
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key
  const details = { key: shown, known: known.join(', '), like: like ?? '' }
  return { code: like ? 'site.unknown-key-like' : 'site.unknown-key', path: [...path, key], details }
}

/** Equal but for case and signs, or one typing error apart: a letter too many, too few, another, or two swapped. */
export function isLike(written: string, known: string): boolean {
  const [a, b] = [written, known].map(text => text.toLowerCase().replace(/[^a-z0-9]/g, ''))
  if (a === undefined || b === undefined || a.length < 2) return false
  if (a === b || (a.length > 3 && (a.startsWith(b) || b.startsWith(a)))) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [x, y] = [a.slice(start), b.slice(start)]
  if (x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1)) return true
  return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2)
}
