// Asks a person at the terminal which of several interfaces has the phone's cable.
import type { Nic } from '../doctor/system.ts'
import { askNumber, atTerminal } from '../ui/ask.ts'
import { harmless } from '../ui/harmless.ts'
import { TEXT } from '../ui/text.ts'
import type { Context } from './context.ts'
import { putFinding, seen } from './put-finding.ts'

/** @returns undefined when there is nobody to ask, or nothing was chosen. */
export async function chooseInterface({ args, signal }: Context, nics: readonly Nic[]): Promise<string | undefined> {
  if (!atTerminal()) return undefined
  const { which, none } = TEXT[args.lang].questions
  const lines = nics.map((nic, i) => `  ${i + 1}  ${harmless(putFinding(seen(nic), args.lang).text, 200)}`)
  const number = await askNumber([which, ...lines, none].join('\n'), nics.length, signal)
  signal.throwIfAborted()
  return number === undefined ? undefined : nics[number - 1]?.name
}
