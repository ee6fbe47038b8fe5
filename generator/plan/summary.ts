// The plan as `/api/sites/check` tells it: what a person wants to know before the bundle is made.
import { secretKey } from '../../schemas/secret-name.ts'
import type { Plan } from './plan.ts'

export interface Summary {
  phones: {
    mac: string
    model: string
    label?: string
    address?: string
    running?: string
    /** The load that it shall run. */
    load: string
    lines: { number: number; label: string }[]
  }[]
  /** Every load that is needed, with the vendor's archive that has it; `onlyBelow` for phones that run less than this. */
  firmware: Plan['firmware']
  /** The keys under which the agent looks for passwords: `CP_SECRET_LINE1`. */
  secrets: string[]
}

export function summarise({ phones, firmware, secrets }: Plan): Summary {
  return {
    phones: phones.map(({ mac, model, label, address, running, route, lines }) => ({
      mac,
      model,
      ...(label !== undefined && { label }),
      ...(address !== undefined && { address }),
      ...(running !== undefined && { running }),
      load: route.at(-1)?.load ?? '',
      lines: lines.map(line => ({ number: line.number, label: line.label })),
    })),
    firmware,
    secrets: [...new Set(secrets.map(({ name }) => secretKey(name)))],
  }
}
