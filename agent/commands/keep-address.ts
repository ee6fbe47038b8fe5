// Where serving asks for its address: with `--set-address`, and when an earlier start left one to be taken away. What does it gets
// the words, the questions and the state file from here.
import { existsSync, rmSync } from 'node:fs'
import { attempt } from '../attempt.ts'
import { linkOf } from '../doctor/link.ts'
import type { Nic } from '../doctor/system.ts'
import { canBind } from '../doctor/wire.ts'
import { AgentError, type AgentErrorCode } from '../error.ts'
import { systemNeighbours } from '../phones/neighbours.ts'
import type { Journal } from '../state/addresses.ts'
import { callerOf, readState, statePaths, writeState } from '../state/files.ts'
import { askYes, atTerminal } from '../ui/ask.ts'
import { fill, type NoticeCode, TEXT } from '../ui/text.ts'
import { chooseInterface } from './choose-interface.ts'
import { type Context, notify } from './context.ts'

/** Of an address that was added. */
export interface Keeper {
  /** After somebody, or a link that was down, took the address away, and when nobody else has it by now. */
  putBack(): Promise<void>
  giveBack(): Promise<void>
}

/** What the keeper shares with serving. */
export interface Keeping {
  /** Addresses to take back. */
  journal: Journal
  signal: AbortSignal
  notify(code: NoticeCode, detail: string): void
  fail(code: AgentErrorCode, detail: string): AgentError
  onWait(name: string): void
  isUp(name: string): boolean
  /** Whether some interface has the address. */
  canBind(): Promise<boolean>
  /** Which of several interfaces has the phone's cable. */
  choose(nics: readonly Nic[]): Promise<string | undefined>
  /** Whether the address may be added to that interface. */
  ask(name: string): Promise<boolean>
  /** The MAC of whoever has the address, if the system knows one. */
  neighbour(): string | undefined
}

/** @returns the interface to wait for, and who keeps the address on it if it was added. */
export async function keepAddress(
  context: Context,
  cidr: string,
  onWait: Keeping['onWait'],
): Promise<{ name: string | undefined; keeper?: Keeper }> {
  const { args, environment, signal } = context
  const caller = callerOf(environment)
  const { addresses: path } = statePaths(args.state, environment, caller?.home)
  const name = args.interface
  if (!args.setAddress && !existsSync(path)) return { name }
  const { undoEarlier, takeAddress } = await import('../doctor/keeper.ts')
  const address = cidr.split('/')[0] ?? ''
  const neighbours = systemNeighbours()
  const keeping: Keeping = {
    ...{ signal, onWait },
    journal: {
      read: () => attempt(() => readState(path)),
      write: content =>
        attempt(() => (content === undefined ? rmSync(path, { force: true }) : writeState(path, content, caller))),
    },
    notify: (code, detail) => notify(context, code, detail),
    fail: (code, detail) => new AgentError(code, detail),
    isUp: each => linkOf(each).state === 'up',
    canBind: () => canBind(address),
    neighbour: () => neighbours(address),
    choose: nics => chooseInterface(context, nics),
    async ask(each) {
      const question = fill(TEXT[args.lang].questions.address, { name: each, cidr })
      return args.yes || (atTerminal() && (await askYes(question, signal)))
    },
  }
  await undoEarlier(keeping)
  const ports = { udp: [args.dhcpPort, args.tftpPort], tcp: [args.httpPort] }
  return args.setAddress ? takeAddress({ ...keeping, cidr, name, ports }) : { name }
}
