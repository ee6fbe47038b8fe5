// The manifest of a bundle: from the plan and its files to what the agent is told.
import * as z from 'zod'
import { BundleFile, Manifest, ManifestPhone } from '../../schemas/manifest.ts'
import type { Plan, PlannedPhone } from '../plan/plan.ts'
import { VERSION } from '../version.ts'

export interface ManifestNames {
  /** Site id, 52 characters. */
  id: string
  name: string
  /** An origin. */
  issuer: string
  /** UTC to the second. */
  issued: string
}

/** Members stand in the order of the format, so that the same plan gives the same bytes. */
export function toManifest(plan: Plan, files: BundleFile[], names: ManifestNames): Manifest {
  const { id, name, issuer, issued } = names
  const { registrar } = plan
  return {
    format: 'cp-bundle/1',
    site: { id, name },
    issuer,
    generator: VERSION,
    issued,
    requires: [],
    network: plan.network,
    registrar: { kind: registrar.kind, address: registrar.address, port: registrar.port },
    phones: plan.phones.map(toManifestPhone),
    firmware: plan.firmware,
    secrets: plan.secrets,
    files,
  }
}

/** The manifest without its two long lists, whose entries are checked one by one. */
const Frame = Manifest.extend({ phones: z.array(z.never()), files: z.array(z.never()) })

/**
 * The text that is signed, `JSON.stringify(manifest, null, 1)` with a line end, an entry at a time.
 * @throws ZodError when it does not fit the format: a fault of the generator.
 */
export function* manifestText(manifest: Manifest): Generator<string, void> {
  const frame = JSON.stringify(Frame.parse({ ...manifest, phones: [], files: [] }), null, 1)
  // A line end in a value is escaped, so these two lines are the members.
  const [head = '', middle = '', tail = ''] = frame.split(/(?<=\n "(?:phones|files)": \[)/)
  yield head
  yield* entries(manifest.phones, phoneText())
  yield middle
  yield* entries(manifest.files, file => JSON.stringify(BundleFile.parse(file), null, 1))
  yield `${tail}\n`
}

function* entries<T>(list: readonly T[], textOf: (entry: T) => string): Generator<string, void> {
  for (const [index, entry] of list.entries()) {
    yield `${index > 0 ? ',' : ''}\n  ${textOf(entry).replaceAll('\n', '\n  ')}`
  }
  if (list.length > 0) yield '\n '
}

/** A phone without what phones of a model have in common, which is most of it: the plan has that only once. */
const OwnOfPhone = ManifestPhone.extend({ facts: z.null(), route: z.null() })
const { facts: Facts, route: Route } = ManifestPhone.shape

function phoneText(): (phone: ManifestPhone) => string {
  const known = new Map<object, string>()
  const once = <T extends object>(value: T, schema: z.ZodType<T>): string => {
    const text = known.get(value) ?? JSON.stringify(schema.parse(value), null, 1).replaceAll('\n', '\n ')
    known.set(value, text)
    return text
  }
  return phone => {
    const own = JSON.stringify(OwnOfPhone.parse({ ...phone, facts: null, route: null }), null, 1)
    // A line end in a value is escaped, so these two lines are the members.
    const [head, middle, tail] = own.split(/(?<=\n "(?:facts|route)": )null/)
    return `${head}${once(phone.facts, Facts)}${middle}${once(phone.route, Route)}${tail}`
  }
}

function toManifestPhone(phone: PlannedPhone): Manifest['phones'][number] {
  const { mac, model, label, address, running, facts, route, config, lines } = phone
  return {
    mac,
    model,
    ...(label !== undefined && { label }),
    ...(address !== undefined && { address }),
    ...(running !== undefined && { running }),
    facts,
    route,
    config,
    lines: lines.map(({ number, username, label: text, secret }) => ({ number, username, label: text, secret })),
  }
}
