// `manifest.json` (cp-bundle/1): the signed description of a bundle; all that the agent knows about the site and its phones.
// The agent checks it against the JSON Schema that is made of this, because there size counts.
import * as z from 'zod'
import { CIDR, IPV4 } from './ipv4.ts'
import { Instant, Issuer } from './keys.ts'
import { LOAD_NAME } from './load-name.ts'
import { MAC } from './mac.ts'
import { SecretLimits, SecretName } from './secret.ts'

export const Ipv4 = z.string().regex(IPV4, 'ipv4')
export const Mac = z.string().regex(MAC, 'mac')
const text = (max: number) => z.string().max(max)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')

export const LoadName = z.string().regex(LOAD_NAME, 'load')

/** A file name as a phone asks for it, flat or in folders, without leading slash; `{MAC}` stands for the phone's own. */
const FileName = z
  .string()
  .max(160)
  .regex(/^(?!.*\.\.)[A-Za-z0-9{][A-Za-z0-9._{}-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/, 'file-name')

/** A path in the bundle: below `files/`, no empty or climbing part. */
const BundlePath = z
  .string()
  .max(200)
  .regex(/^files(\/(?!\.)[A-Za-z0-9._{}-]+)+$/, 'path')

/** A place in a stored file where the agent puts something in. Nothing stands there: the value is inserted at `offset`. */
export const Hole = z.strictObject({
  offset: z.int().min(0),
  kind: z.enum(['secret', 'mac', 'load']),
  /** The secret's name; for `mac` and `load` the empty text. */
  name: text(64),
  encoding: z.enum(['xml', 'text']),
  /** Upper bound of the inserted bytes, after encoding. */
  maxBytes: z.int().min(1).max(4096),
})
export type Hole = z.infer<typeof Hole>

export const BundleFile = z.strictObject({
  path: BundlePath,
  /** Of the stored bytes, holes empty. */
  size: z.int().min(0),
  sha256: Sha256,
  holes: z.array(Hole),
})
export type BundleFile = z.infer<typeof BundleFile>

/** One firmware file of a hop. `sha256` holds every hash known for it (the same payload ships in differently signed sets); empty when none is known. */
export const FirmwareFile = z.strictObject({ name: FileName, sha256: z.array(Sha256) })

/** A release as the vendor writes it. */
const ReleaseText = z.string().regex(/^\d{1,2}\.\d{1,2}\(\d{1,2}\)$/, 'release')

/** One step of the way to the wanted load: the set to serve, and the vendor's archive that has it. */
export const Hop = z.strictObject({
  load: LoadName,
  archive: text(120).optional(),
  files: z.array(FirmwareFile),
  /** What a phone must run, or newer, to take this load: `8.3(3)`. Without it any phone of the model can. */
  oldest: ReleaseText.optional(),
  /** Nobody has seen this set; its name follows the pattern of others. */
  unverified: z.boolean().optional(),
})
export type Hop = z.infer<typeof Hop>

/** What an agent must know of a model; from the catalogue, so that a new model needs no new agent. */
export const ModelFacts = z.strictObject({
  /** DHCP option 60 without a trailing NUL; a device of this model sends it as a prefix. */
  vendorClass: text(120),
  lineKeys: z.int(),
  /** What to type for a factory reset, and the list that the phone's loader asks for afterwards; none when it keeps its firmware. */
  resetKeys: text(40),
  resetLoad: text(80).optional(),
  /** What shows that # was held long enough: the lamps of the line keys run amber, or the one lamp of a phone without those is red. */
  resetLamps: z.enum(['lines', 'handset', 'unknown']).optional(),
  /** The other sequence, which formats the flash: the last resort. */
  eraseKeys: text(40).optional(),
  /** The vendor's power supply for it. */
  power: text(80).optional(),
  /** Load families of this model: `SIP75`, `SCCP75`. */
  loadFamilies: z.array(text(20)),
  /** Files that the phone asks for besides its firmware; `harmless` when it goes on without them. */
  asks: z.array(z.strictObject({ file: FileName, harmless: z.boolean() })),
})
export type ModelFacts = z.infer<typeof ModelFacts>

export const ManifestLine = z.strictObject({
  number: z.int().min(1),
  username: text(64),
  label: text(64),
  secret: SecretName.optional(),
})

export const ManifestPhone = z.strictObject({
  mac: z.union([Mac, z.literal('any')]),
  model: text(40),
  label: text(64).optional(),
  /** A fixed lease; else the agent takes the lowest free address of the pool. */
  address: Ipv4.optional(),
  /** The load it runs now, if the person knows it. */
  running: LoadName.optional(),
  facts: ModelFacts,
  /** Hops from the oldest load that the way supports to the wanted one, which is the last. */
  route: z.array(Hop).min(1),
  /** The bundle file that configures this phone. */
  config: BundlePath,
  lines: z.array(ManifestLine),
})
export type ManifestPhone = z.infer<typeof ManifestPhone>

export const Manifest = z.strictObject({
  format: z.literal('cp-bundle/1'),
  site: z.strictObject({ id: z.string().regex(/^[a-z2-7]{52}$/, 'site-id'), name: text(64) }),
  issuer: Issuer,
  generator: z.string().regex(/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/, 'version'),
  issued: Instant,
  /** Features that an agent must know to serve this bundle; an unknown one refuses the bundle. */
  requires: z.array(text(64)),
  network: z.strictObject({
    /** The laptop's address while it flashes, with its prefix length. */
    agent: z.string().regex(CIDR, 'cidr'),
    leases: z.strictObject({ first: Ipv4, last: Ipv4 }).optional(),
    /** At most 30 minutes: the phone soon lives at the router. */
    leaseSeconds: z.int().min(60).max(1800),
    router: Ipv4.optional(),
    dns: z.array(Ipv4),
    ntp: z.array(Ipv4),
  }),
  registrar: z.strictObject({
    kind: text(40),
    address: text(255),
    port: z.int().min(1).max(65535),
  }),
  phones: z.array(ManifestPhone).min(1),
  /** Loads that the phones need, each once, in that order; those with `onlyBelow` for a phone that runs less than this. */
  firmware: z.array(
    z.strictObject({ load: LoadName, archive: text(120).optional(), onlyBelow: ReleaseText.optional() }),
  ),
  secrets: z.array(z.strictObject({ name: SecretName, limits: SecretLimits })),
  files: z.array(BundleFile),
})
export type Manifest = z.infer<typeof Manifest>
