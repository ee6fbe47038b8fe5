// SIP<MAC>.cnf: what is one 7940G's or 7960G's own: its label, codec, lines and keys. Keys of the lines: Cisco SIP IP Phone
// Administrator Guide 4.0, table 3-4; call_manager1_addr: id:16911176567 (marvin-menzerath).
import { TEXT_PASSWORD_LIMITS } from '../../catalog/models/text-7940.ts'
import type { Plan, PlannedKey, PlannedLine, PlannedPhone } from '../../plan/plan.ts'
import type { PhoneFile } from '../xml.ts'
import { type Setting, settings, writeText } from './text.ts'

/** The holes are those of its passwords. */
export function sipConfig({ registrar }: Plan, phone: PlannedPhone): PhoneFile {
  const { label = '', codec, facts, lines, keys, dialPlan } = phone
  const buttons = Array.from({ length: facts.lineKeys }, (_, index) => index + 1)
  return writeText(phone.config, 'For one phone', [
    ...settings({
      phone_label: label,
      preferred_codec: codec,
      dial_template: dialPlan.file.replace(/\.xml$/, ''), // the phone adds it (id:4970464604)
      call_manager1_addr: registrar.address,
      call_manager1_sip_port: registrar.port,
    }),
    ...buttons.flatMap(button => {
      const line = lines.find(({ number }) => number === button)
      return line ? ofLine(line, phone.proxy, registrar.port) : ofNoLine(button, keys)
    }),
  ])
}

function ofLine(line: PlannedLine, proxy: string, port: number): Setting[] {
  const { number, username, authName, label, displayName, contact, secret } = line
  return [
    ...settings({
      [`proxy${number}_address`]: proxy,
      [`proxy${number}_port`]: port,
      [`line${number}_name`]: username,
      [`line${number}_shortname`]: label,
      [`line${number}_displayname`]: displayName,
      [`line${number}_authname`]: authName,
    }),
    [`line${number}_password`, { gap: 'secret', name: secret, maxBytes: TEXT_PASSWORD_LIMITS.maxLength }],
    // By itself the user name.
    ...(contact === username ? [] : settings({ [`line${number}_contact`]: contact })),
  ]
}

/** A line that a former owner had would come back from the phone's memory; UNPROVISIONED is the guide's word for none. */
function ofNoLine(number: number, keys: readonly PlannedKey[]): Setting[] {
  const key = keys.find(({ button }) => button === number)
  return settings({
    [`proxy${number}_address`]: '',
    [`line${number}_name`]: '',
    [`line${number}_shortname`]: '',
    [`line${number}_displayname`]: '',
    [`line${number}_authname`]: 'UNPROVISIONED',
    [`line${number}_password`]: 'UNPROVISIONED',
    ...(key?.kind === 'dial' && { [`speed_line${number}`]: key.dial, [`speed_label${number}`]: key.label }),
  })
}
