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
/** A phone without what phones of a model have in common, which is most of it: the plan has that only once. */
const OwnOfPhone = ManifestPhone.extend({ facts: z.null(), route: z.null() })
const { facts: Facts, route: Route } = ManifestPhone.shape

/**
 * The text that is signed, `JSON.stringify(manifest, null, 1)` with a line end, some entries at a time.
 * @throws ZodError when it does not fit the format: a fault of the generator.
 */
export function* manifestText(manifest: Manifest): Generator<string, void> {
  const { phones, files } = manifest
  const known = new Set<unknown>()
  const checkOnce = (value: unknown, schema: z.ZodType) => {
    if (!known.has(value)) schema.parse(value)
    known.add(value)
  }
  for (const phone of phones) {
    OwnOfPhone.parse({ ...phone, facts: null, route: null })
    checkOnce(phone.facts, Facts)
    checkOnce(phone.route, Route)
  }
  for (const file of files) BundleFile.parse(file)

  const frame = JSON.stringify(Frame.parse({ ...manifest, phones: [], files: [] }), null, 1)
  // A line end in a value is escaped, so these two lines are the members.
  const [head = '', middle = '', tail = ''] = frame.split(/(?<=\n "(?:phones|files)": \[)/)
  yield head
  yield* entries(phones)
  yield middle
  yield* entries(files)
  yield `${tail}\n`
}

const AT_ONCE = 64

/** What stands between the brackets of a list that is a member. */
function* entries(list: readonly unknown[]): Generator<string, void> {
  for (let at = 0; at < list.length; at += AT_ONCE) {
    const text = JSON.stringify([list.slice(at, at + AT_ONCE)], null, 1)
    yield `${at > 0 ? ',' : ''}${text.slice('[\n ['.length, -'\n ]\n]'.length)}`
  }
  if (list.length > 0) yield '\n '
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
