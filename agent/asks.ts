// What TFTP and HTTP have in common: who asks, may they, and what the board hears of it.
import type { Board } from './board/board.ts'
import type { Diagnosis } from './board/diagnosis.ts'
import type { Sighting } from './board/sighting.ts'
import type { Emit } from './events.ts'
import type { HttpServerOptions } from './http/server.ts'
import type { Attribute } from './phones/attribution.ts'
import type { Hops } from './phones/hops.ts'
import type { Phone } from './phones/roster.ts'
import type { Answer, Remote } from './remote.ts'
import type { Shelf } from './shelf/shelf.ts'
import type { TftpServerOptions } from './tftp/server.ts'

export interface AsksOptions {
  attribute: Attribute
  shelf: Shelf
  board: Board
  diagnosis: Diagnosis
  hops: Hops
  emit: Emit
  anyDevice: boolean
}

type FileEvent = Parameters<TftpServerOptions['onEvent'] | HttpServerOptions['onEvent']>[0]

/** A HEAD or a refusal may leave its entry behind. */
const UNDER_WAY_MAX = 1000
/** A phone that is done needs its passwords no more; whoever takes its address later gets none. */
const HOLES_MS = 10 * 60_000

export function createAsks({ attribute, shelf, board, diagnosis, hops, emit, anyDevice }: AsksOptions) {
  /** What is asked for from a remote address and port, until it is answered; nothing of the file itself. */
  const underWay = new Map<
    string,
    Pick<Sighting, 'kind' | 'file' | 'asked' | 'harmless'> & { phone: Phone | undefined }
  >()
  const keyOf = ({ address, port }: Remote) => `${address} ${port}`

  return {
    read(file: string, remote: Remote): Answer {
      const { phone, ...stranger } = attribute(remote)
      if (!phone && !anyDevice) {
        const conflict = 'why' in stranger && stranger.why === 'conflict'
        const message = conflict ? 'address belongs to another device' : 'not a phone of this bundle'
        return { found: false, why: 'refused', message }
      }
      const look = shelf.look(file, phone)
      const { name, kind } = look
      const [oldest] = underWay.size > UNDER_WAY_MAX ? underWay.keys() : []
      if (oldest !== undefined) underWay.delete(oldest)
      underWay.set(keyOf(remote), { phone, kind, file: name, asked: file, harmless: !look.found && look.harmless })
      if (!look.found && look.why === 'missing') return { found: false, why: 'missing', message: 'no such file' }
      if (!look.found) return { found: false, why: 'refused', message: 'not for this phone' }
      if (look.filled && phone && board.doneForMs(phone.mac) > HOLES_MS) {
        return { found: false, why: 'refused', message: 'done long ago; start the agent again' }
      }
      return { found: true, name, bytes: look.bytes }
    },

    report(event: FileEvent): void {
      const key = keyOf(event.remote)
      const asked = underWay.get(key)
      const { remote, ...facts } = event
      const name = event.event.slice(event.event.indexOf('.') + 1)
      if (name === 'done' || name === 'failed' || name === 'missing' || name === 'refused') underWay.delete(key)
      const phone = asked?.phone
      const common = { address: remote.address, ...(phone && { phone: phone.mac }) }
      if (facts.event === 'tftp.missing' || facts.event === 'http.missing') {
        emit({ event: facts.event, file: facts.file, harmless: asked?.harmless ?? false, ...common })
      } else emit({ ...facts, ...common })
      if (!phone || !asked || name === 'refused') return
      // Of a file that is asked for in parts, it is given with the last one.
      if (facts.event === 'http.done' && facts.part && !facts.part.endsWith(`-${facts.bytes - 1}`)) return
      const sizes = { ...('bytes' in facts && { bytes: facts.bytes }), ...('sent' in facts && { sent: facts.sent }) }
      const silent = 'why' in facts && /^(?:silent|refused by host)$/.test(facts.why)
      const sighting: Sighting = { ...asked, ...sizes, silent, phone, step: name as Sighting['step'] }
      board.file(sighting)
      diagnosis.file(sighting)
      hops.saw(sighting)
    },
  }
}
