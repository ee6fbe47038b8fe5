// Which secrets a site needs, each once, and that no two of them would be read from one key.
import type { Manifest } from '../../schemas/manifest.ts'
import { secretKey } from '../../schemas/secret-name.ts'
import type { Site } from '../../schemas/site.ts'
import { TEXT_PASSWORD_LIMITS } from '../catalog/models/text-7940.ts'
import { phoneModel } from '../catalog/phones.ts'
import { PASSWORD_LIMITS } from '../catalog/registrars.ts'
import type { Path } from '../problem.ts'
import type { Report } from './plan.ts'

type Limits = Manifest['secrets'][number]['limits']

/** In the order of the site. One secret may serve several lines. */
export function planSecrets(site: Site, report: Report): Manifest['secrets'] {
  const byKey = new Map<string, string>()
  const limits = new Map<string, Limits>()
  const need = (other: string, path: Path, own = PASSWORD_LIMITS) => {
    const key = secretKey(other)
    limits.set(other, narrower(limits.get(other), own))
    const one = byKey.get(key)
    if (one === undefined) byKey.set(key, other)
    else if (one !== other)
      report({ code: 'site.secret-clash', path: [...path, 'secret'], details: { one, other, key } })
  }
  const needKeys = (keys: Site['keys'], path: Path) => {
    for (const [index, { intercom }] of keys.entries()) {
      if (intercom?.password) need(intercom.password.secret, [...path, index, 'intercom', 'password'])
    }
  }
  for (const [phone, { model, lines, keys }] of site.phones.entries()) {
    const path = ['phones', phone]
    const own = phoneModel(model)?.family.configuration === 'text' ? TEXT_PASSWORD_LIMITS : PASSWORD_LIMITS
    for (const [line, { password }] of lines.entries()) need(password.secret, [...path, 'lines', line, 'password'], own)
    if (keys) needKeys(keys, [...path, 'keys'])
  }
  needKeys(site.keys, ['keys'])
  if (site.access.ssh) need(site.access.ssh.password.secret, ['access', 'ssh', 'password'])
  return [...byKey.values()].map(name => ({ name, limits: limits.get(name) ?? PASSWORD_LIMITS }))
}

/** What both kinds of phones take that share a password. */
function narrower(a: Limits | undefined, b: Limits): Limits {
  if (!a || a === b) return b
  const safe = [a.safeLength, b.safeLength].filter(length => length !== undefined)
  return {
    minLength: Math.max(a.minLength, b.minLength),
    maxLength: Math.min(a.maxLength, b.maxLength),
    ...(safe.length > 0 && { safeLength: Math.min(...safe) }),
    characters: [a, b].some(({ characters }) => characters === 'quotable-ascii') ? 'quotable-ascii' : a.characters,
  }
}
