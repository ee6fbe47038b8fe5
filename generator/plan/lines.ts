// The lines of one phone: which names and passwords they register with, as far as the model and the registrar allow.
import type { SitePhone } from '../../schemas/site.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import type { Path } from '../problem.ts'
import type { Plan, PlannedLine, Report } from './plan.ts'

export interface LinesRequest {
  phone: SitePhone
  path: Path
  /** Undefined when it is not known; the lines are looked at nevertheless. */
  model: PhoneModel | undefined
  registrar: Plan['registrar'] | undefined
  report: Report
}

const USUAL_CALLS = 4
const USUAL_BUSY = 2

/** Lines in the order of the site, with all that it does not say filled in. */
export function planLines({ phone, path, model, registrar, report }: LinesRequest): PlannedLine[] {
  const [first] = phone.lines
  const shared = model?.family.oneCredential.value ?? false
  return phone.lines.map((line, index) => {
    const borrows = shared && index > 0
    const usual = borrows ? (first?.authName ?? first?.username ?? '') : line.username
    const { username, password, label = username, displayName = label, authName = usual, contact = username } = line
    const at = [...path, 'lines', index]
    const details = { model: phone.model, registrar: registrar?.name ?? '' }
    if (borrows && registrar?.oneName) report({ code: 'site.one-line', path: at, details })
    else if (borrows && (authName !== usual || password.secret !== first?.password.secret)) {
      report({ code: 'site.one-credential', path: at, details })
    } else if (registrar?.oneName && authName !== username) {
      report({ code: 'site.auth-name', path: [...at, 'authName'], details })
    }
    const most = model?.maxCalls.value ?? Number.POSITIVE_INFINITY
    const {
      autoAnswer,
      ring = 'ring',
      maxCalls = Math.min(USUAL_CALLS, most),
      busyAt = Math.min(USUAL_BUSY, maxCalls),
    } = line
    if (maxCalls > most || busyAt > maxCalls) {
      const guessed = busyAt <= maxCalls && model?.maxCalls.certainty === 'U'
      const code = guessed ? 'site.calls-uncertain' : 'site.calls'
      report({ code, path: at, details: { model: phone.model, max: String(Math.min(most, maxCalls)) } })
    }
    return {
      ...{ number: index + 1, username, authName, displayName, contact, label, secret: password.secret, borrows },
      ...(autoAnswer && { autoAnswer }),
      ...{ ring, maxCalls, busyAt },
    }
  })
}
