// Whether two lines of the site want the same registration, at a registrar that keeps one phone for a name.
import type { Site } from '../../schemas/site.ts'
import type { Path } from '../problem.ts'
import type { Plan, Report } from './plan.ts'

/** Intercoms count: each registers as a line of its own. */
export function checkLineNames({ phones, keys }: Site, registrar: Plan['registrar'] | undefined, report: Report): void {
  if (!registrar?.oneContact) return
  const seen = new Set<string>()
  const said = new Set<string>()
  const take = (username: string, path: Path) => {
    const place = path.join('.')
    if (seen.has(username) && !said.has(place)) {
      said.add(place)
      report({ code: 'site.line-twice', path, details: { registrar: registrar.name } })
    }
    seen.add(username)
  }
  for (const [index, phone] of phones.entries()) {
    const path = ['phones', index]
    for (const [line, { username }] of phone.lines.entries()) take(username, [...path, 'lines', line, 'username'])
    const keysPath = phone.keys ? [...path, 'keys'] : ['keys']
    for (const [key, { intercom }] of (phone.keys ?? keys).entries()) {
      if (intercom) take(intercom.username, [...keysPath, key, 'intercom', 'username'])
    }
  }
}
