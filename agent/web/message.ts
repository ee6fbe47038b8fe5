// What the board's page is told over the stream: texts that are ready to be shown, and nothing to decide.
import type { PhoneState } from '../events.ts'

export interface Card {
  /** The place among the phones. */
  id: number
  name: string
  /** Model and MAC. */
  about: string
  state: PhoneState
  words: string
  hop: string
  /** Of the load that it takes. */
  percent?: number | undefined
  pace: string
  /** What may be wrong and what to do, with the code. */
  hints: string[]
  /** The last lines of the log that are about it. */
  last: string[]
}

export interface Message {
  /** The first to a new reader. */
  site?: string
  card?: Card
  /** A piece of the log, as the terminal shows it. */
  line?: string
  /** Such a piece about no phone: how it stands. */
  now?: string
  /** The report is worth reading. */
  over?: boolean
  /** The agent ends. */
  end?: boolean
}
