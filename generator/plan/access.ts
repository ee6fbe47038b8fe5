// Who may reach the phone over the network: nobody, unless the site says otherwise.
import type { Site } from '../../schemas/site.ts'
import type { Plan, Report } from './plan.ts'

export function planAccess({ access: { web, ssh } }: Site, report: Report): Plan['access'] {
  // Without an address to ask for leave, the phone takes commands from everybody (usecallmanager, authenticationURL).
  if (web) report({ code: 'site.web-open', path: ['access', 'web'] })
  return { web, ...(ssh && { ssh: { username: ssh.username, secret: ssh.password.secret } }) }
}
