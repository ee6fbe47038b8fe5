// Which secrets a site needs, each once, and that no two of them would be read from one key.
import type { Manifest } from '../../schemas/manifest.ts'
import { secretKey } from '../../schemas/secret-name.ts'
import type { Site } from '../../schemas/site.ts'
import { PASSWORD_LIMITS } from '../catalog/registrars.ts'
import type { Report } from './plan.ts'

/** In the order of the site. One secret may serve several lines. */
export function planSecrets({ phones }: Site, report: Report): Manifest['secrets'] {
  const byKey = new Map<string, string>()
  for (const [phone, { lines }] of phones.entries()) {
    for (const [line, { password }] of lines.entries()) {
      const other = password.secret
      const key = secretKey(other)
      const one = byKey.get(key)
      if (one === undefined) byKey.set(key, other)
      else if (one !== other) {
        const path = ['phones', phone, 'lines', line, 'password', 'secret']
        report({ code: 'site.secret-clash', path, details: { one, other, key } })
      }
    }
  }
  return [...byKey.values()].map(name => ({ name, limits: PASSWORD_LIMITS }))
}
