// One virtual phone in a network of its own: `node phone-process.ts '<JSON>'`. Says what it does as JSON lines; a line on its
// standard input is a hand that pulls its plug and puts it in again, the end of the input ends it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { PhoneLease } from '../../agent/rehearsal/dhcp-client.ts'
import { PhoneError } from '../../agent/rehearsal/error.ts'
import { type BootedPhone, bootPhone, type VirtualPhoneOptions } from '../../agent/rehearsal/phone.ts'

/** What it is told. */
export type PhoneTask = Pick<VirtualPhoneOptions, 'mac' | 'model' | 'facts' | 'running'> & { reset: boolean }

/** What it says. `text` is base64, of all but firmware. */
export type PhoneWord =
  | { says: 'took'; file: string; sha256: string; text?: string }
  | ({ says: 'up' } & BootedPhone)
  | { says: 'failed'; why: string }
  | { says: 'step'; step: string; file?: string; detail?: string }

/** A field test has patience: the agent is away for a while. */
const SILENCES = 30
const SPEED = { rebootMs: 700, leaseMs: 1000, fileMs: 2500 }

const say = (word: PhoneWord) => void process.stdout.write(`${JSON.stringify(word)}\n`)
const ip = (...args: string[]) => void execFileSync('ip', args)

async function setAddress(lease: PhoneLease | undefined): Promise<void> {
  ip('address', 'flush', 'dev', 'eth0')
  if (lease) ip('address', 'add', `${lease.address}/${lease.mask}`, 'dev', 'eth0')
  // The last address takes this route with it.
  ip('route', 'replace', '255.255.255.255', 'dev', 'eth0')
}

function showFile(file: string, bytes: Uint8Array): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const text = /\.(sbn|sb2|loads)$/i.test(file) ? undefined : Buffer.from(bytes).toString('base64')
  say({ says: 'took', file, sha256, ...(text !== undefined && { text }) })
}

async function run({ reset, ...task }: PhoneTask): Promise<void> {
  let { running } = task
  let inLoader = reset
  const boot = (): Promise<BootedPhone> =>
    bootPhone({
      ...task,
      running,
      reset: inLoader,
      network: {
        localAddress: '0.0.0.0',
        server: { address: '255.255.255.255', port: 67 },
        clientPort: 68,
        tftpPort: 69,
        httpPort: 6970,
        onLease: setAddress,
      },
      attribute: () => undefined,
      onEvent: ({ says, file, detail }) =>
        say({ says: 'step', step: says, ...(file !== undefined && { file }), ...(detail !== undefined && { detail }) }),
      onFile: showFile,
      silences: SILENCES,
      speed: SPEED,
    }).catch(error => {
      // What is called a loop on loopback is one start more here: an agent that was away has forgotten what was refused.
      if (!(error instanceof PhoneError && error.code === 'phone.boot-loop')) throw error
      running = error.detail
      inLoader = false
      return boot()
    })
  const hands = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  do {
    const up = await boot()
    running = up.running
    inLoader = false
    say({ says: 'up', ...up })
  } while (!(await hands.next()).done)
}

run(JSON.parse(process.argv[2] ?? '')).then(
  () => process.exit(0),
  (error: unknown) => {
    say({ says: 'failed', why: String(error) })
    process.exit(1)
  },
)
