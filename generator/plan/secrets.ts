// Which secrets a site needs, each once, and that no two of them would be read from one key.
import type { Manifest } from '../../schemas/manifest.ts'
import { secretKey } from '../../schemas/secret-name.ts'
import type { Site } from '../../schemas/site.ts'
import { PASSWORD_LIMITS } from '../catalog/registrars.ts'
import type { Path } from '../problem.ts'
import type { Report } from './plan.ts'

/** In the order of the site. One secret may serve several lines. */
export function planSecrets(site: Site, report: Report): Manifest['secrets'] {
  const byKey = new Map<string, string>()
  const need = (other: string, path: Path) => {
    const key = secretKey(other)
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
  for (const [phone, { lines, keys }] of site.phones.entries()) {
    const path = ['phones', phone]
    for (const [line, { password }] of lines.entries()) need(password.secret, [...path, 'lines', line, 'password'])
    if (keys) needKeys(keys, [...path, 'keys'])
  }
  needKeys(site.keys, ['keys'])
  if (site.access.ssh) need(site.access.ssh.password.secret, ['access', 'ssh', 'password'])
  return [...byKey.values()].map(name => ({ name, limits: PASSWORD_LIMITS }))
}
