// What the agent says: every event of `cp-agent --json`, declared once for TypeScript, for JSON Schema and for docs/events.md.
// The agent takes only types from here; zod is not in its file.
import * as z from 'zod'

const text = (about: string) => z.string().describe(about)
const count = (about: string) => z.int().min(0).describe(about)
const maybe = <T extends z.ZodType>(schema: T) => z.exactOptional(schema)
const choice = <const T extends readonly [string, ...string[]]>(about: string, ...names: T) =>
  z.enum(names).describe(about)

/** The states of a phone, in the order in which a flash goes through them; some repeat. */
const State = choice(
  '`waiting`: nothing heard of it yet, `seen`: asks for an address, `leased`: has one from here, `configured`: was given its configuration, `loading`: asked for the list of a load, `flashing`: takes its images, `restarting`: has all of them, `running`: came back with them, `accepted`: asks for what its configuration names, `done`',
  'waiting',
  'seen',
  'leased',
  'configured',
  'loading',
  'flashing',
  'restarting',
  'running',
  'accepted',
  'done',
)
export type PhoneState = z.infer<typeof State>

/** What a person has to do by hand, told step by step when it is time for it. */
const Guide = choice('what the steps are for', 'reset', 'alternate-tftp', 'hand-over')
export type Guide = z.infer<typeof Guide>

/** What a virtual phone says of itself; the identifiers are stable. */
const Says = choice(
  'what it does',
  'dhcp',
  'lease',
  'asks',
  'takes',
  'not there',
  'no answer',
  'config',
  'upgrade',
  'images',
  'refuses',
  'writes',
  'reboot',
  'registers',
)
export type Says = z.infer<typeof Says>

/** @param when it is said, in words. */
const event = <S extends z.ZodRawShape>(when: string, fields: S) => ({ when, fields: z.object(fields) })

const address = text('IPv4 address of whoever asks')
const file = text('as it was asked for, without leading slash')
const bytes = count('size of the whole file, bytes')
const sent = count('bytes from the beginning of the file that arrived')
const ms = count('milliseconds')
const part = z.string().optional().describe('HTTP only, when a range was asked for: its first and last byte, `0-499`')
const vendorClass = text('what the device calls itself (DHCP option 60)')
const rehearsal = maybe(z.boolean()).describe('true when it was only a rehearsal')
const load = (about: string) => text(`${about}, such as \`SIP75.9-4-2SR3-1S\``)

const start = event('a file is given', {
  ...{ address, file, bytes, part },
  blockSize: maybe(count('TFTP only: bytes a block')),
  windowSize: maybe(count('TFTP only: blocks before an answer')),
})
const progress = event('a file is on its way, at most once a second', { address, file, sent, bytes, part })
const given = event(
  'a file arrived; of one that is asked for in parts each part says so, and the one that reaches its end counts',
  {
    ...{ address, file, bytes, ms, part },
    retransmissions: maybe(count('TFTP only: blocks that were sent again')),
  },
)
const failed = event('a file did not arrive', { address, file, sent, part, why: text('in a word or two') })
const missing = event('a file was asked for that is not here', {
  ...{ address, file },
  harmless: z.boolean().describe('whether a phone goes on without it'),
})
const refused = event('a file was not given', { address, file, why: text('in a few words') })
const client = { vendorClass, address: maybe(text('IPv4 address that it is about')) }

export const EVENTS = {
  'agent.bundle': event('a bundle was opened and found good, before anything else is done with it', {
    /** The whole id; every line of `--json` and the banner show its first characters. */
    site: text('first characters of the site’s id'),
    name: text('the name that the site gives itself'),
    issuer: text('origin of the generator'),
    signedBy: text('fingerprint of the key that signed it'),
    root: text('fingerprint of the root key that vouches for that key'),
    trustedBy: text('why that root is accepted: `pinned`, `option`, `remembered`, `issuer` or `asked`'),
    issued: text('UTC, `2026-11-23T09:00:00Z`'),
    registrar: text('host and port, where the phones will register'),
    hosts: z.array(z.string()).describe('every host that the files name'),
    phones: z
      .array(
        z.object({
          mac: text('or `any`: the first of its model that asks'),
          model: text('as it stands on its back'),
          label: text('may be empty'),
          load: load('the load it is to run'),
          lines: z.array(z.string()).describe('user names'),
        }),
      )
      .describe('in the order of the site'),
  }),
  'agent.inspected': event('the command `inspect` has looked at everything', {
    files: z
      .array(
        z.object({
          path: text('in the bundle'),
          size: count('bytes, without what is filled in'),
          sha256: text('64 hexadecimal digits'),
          holes: count('values that are filled in while serving'),
        }),
      )
      .describe('of the bundle'),
    firmware: z
      .array(
        z.object({
          name: text('as a phone asks for it'),
          path: text('where it lies; behind a `!` in an archive'),
          size: count('bytes'),
          known: z
            .boolean()
            .optional()
            .describe('whether it is one of the files seen in public; missing where none were'),
        }),
      )
      .describe('what is here'),
    missing: z
      .array(
        z.object({
          load: load('the load'),
          archive: text('the vendor’s archive that has it; may be empty'),
          files: z.array(z.string()).describe('names'),
          onlyBelow: maybe(text('the release below which alone a phone needs it')),
          unverified: maybe(text('nobody has seen this set; what else would do, or empty')),
        }),
      )
      .describe('firmware that is still needed'),
    secrets: z
      .array(
        z.object({
          name: text('in the site'),
          key: text('in the environment or a secrets file'),
          present: z.boolean().describe('whether it is here'),
        }),
      )
      .describe('passwords that the bundle wants'),
  }),
  'agent.board': event('the bundle is known to be good, with `--board`', {
    url: text('of the board, on this computer'),
  }),
  'agent.waiting': event('the link of the interface is awaited', { interface: text('its name') }),
  'agent.ready': event('the servers listen, and phones are answered from now on', {
    interface: text('its name'),
    address: text('of this computer, IPv4'),
    dhcp: choice('whether DHCP answers; `paused`: another server may be there', 'on', 'off', 'paused'),
    dhcpPort: count('0 when DHCP is off'),
    tftpPort: count('port'),
    httpPort: count('port'),
    rehearsal,
  }),
  'agent.notice': event('something is worth saying and stops nothing', {
    code: text('one of [these](#notices)'),
    detail: text('what it is about; may be empty'),
    message: text('a sentence'),
  }),
  'agent.done': event('every phone is done', { phones: count('how many'), ms, rehearsal }),
  'agent.error': event('the agent ends, because of this', {
    code: text('one of [errors.md](errors.md)'),
    message: text('a sentence'),
    cure: text('what to do'),
  }),
  'doctor.finding': event('the doctor looked at something; serving says what it would not notice otherwise', {
    code: text('one of [these](agent.md#doctor)'),
    severity: choice('how bad it is', 'good', 'note', 'warning', 'error'),
    text: text('what it is'),
    why: text('why it matters; may be empty'),
    cure: text('what to do; may be empty'),
    commands: z.array(z.string()).describe('exact, for this system, to be run in this order'),
  }),
  'doctor.done': event('the doctor has looked at everything', {
    errors: count('findings that are errors'),
    warnings: count('findings that are warnings'),
    message: text('a sentence'),
  }),
  'dhcp.discover': event('somebody asks for an address, and is a phone of the bundle or may become one', client),
  'dhcp.offer': event('an address was offered', { ...client, address: text('IPv4') }),
  'dhcp.ack': event('an address was given, or its lease renewed', { ...client, address: text('IPv4') }),
  'dhcp.nak': event('an address was denied, so that the device asks anew', client),
  'dhcp.decline': event('a device found its address in use', client),
  'dhcp.release': event('a device gave its address back', client),
  'dhcp.inform': event('a device with an address of its own asked for the rest', client),
  'dhcp.ignored': event('a question got no answer', {
    vendorClass,
    why: text('in a few words: `not in the bundle`, `waits for a yes`, `no address left`, `paused` …'),
  }),
  'dhcp.rival': event('another DHCP server is there', {
    server: text('its IPv4 address'),
    vendorClass: maybe(vendorClass).describe('of the device that took its offer, if that gave it away'),
  }),
  'tftp.start': start,
  'http.start': start,
  'tftp.progress': progress,
  'http.progress': progress,
  'tftp.done': given,
  'http.done': given,
  'tftp.failed': failed,
  'http.failed': failed,
  'tftp.missing': missing,
  'http.missing': missing,
  'tftp.refused': refused,
  'http.refused': refused,
  'phone.claimed': event('a phone took an entry `mac: any`, which is its own from now on', {
    model: text('of the entry'),
    label: maybe(text('of the entry, if it has one')),
  }),
  'phone.state': event('a phone got further', {
    label: maybe(text('of its entry, if it has one')),
    state: State,
    address: maybe(text('IPv4, once it has one from here')),
    image: maybe(count('`flashing`: which one it takes, from 1')),
    images: maybe(count('`flashing`: how many there are')),
    load: maybe(load('`running`: the load')),
  }),
  'phone.progress': event('images are on their way: at most once a second, and at the end of each', {
    load: load('the load'),
    file: text('the image'),
    image: count('which one, from 1'),
    images: count('how many there are'),
    percent: z.int().min(0).max(100).describe('of the bytes of all images'),
    bytesPerSecond: maybe(count('over the last 20 seconds, once that is known')),
    secondsLeft: maybe(count('until the last image, once that is known')),
  }),
  'phone.hop': event('a phone asks for the list of the load that it is to take next; once', {
    from: text('the load that it runs, or `unknown`'),
    to: load('the load'),
  }),
  'phone.diagnosis': event('the pattern of its questions shows what is wrong; each once', {
    code: text('one of [these](agent.md#what-may-be-wrong)'),
    text: text('a sentence'),
    cure: text('what to do'),
    evidence: text('what was seen'),
  }),
  'phone.guide': event('a person has something to do by hand; each once, a reset once for each model', {
    guide: Guide,
    model: maybe(text('of a reset')),
    steps: z.array(z.string()).describe('in their order'),
  }),
  'rehearsal.phone': event('the virtual phone does something', {
    says: Says,
    file: maybe(text('that it is about')),
    detail: maybe(text('more of it')),
  }),
  'rehearsal.verdict': event('the virtual phone is through', {
    running: load('what it would run'),
    lines: z.array(z.string()).describe('what it would register'),
    registrar: text('where'),
    boots: count('starts that it took'),
  }),
} as const

export type EventName = keyof typeof EVENTS

type Facts = { [N in EventName]: { event: N } & z.infer<(typeof EVENTS)[N]['fields']> }[EventName]

/** `phone` is a MAC, of a phone in the bundle or of whoever asked. */
export type AgentEvent = Facts & { phone?: string }

/** One line of `--json`. Open, since fields and events may be added; what is here keeps its meaning. */
export const Line = z.union(
  Object.entries(EVENTS).map(([name, { when, fields }]) =>
    z
      .object({
        time: z
          .string()
          .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
          .describe('when it was said, UTC'),
        event: z.literal(name),
        ...fields.shape,
        phone: maybe(text('MAC of the phone that it is about, `00:1d:45:2d:2b:f0`; missing where it is about none')),
        site: text('first characters of the site’s id; empty before a bundle was opened'),
      })
      .meta({ title: name, description: when }),
  ),
)
