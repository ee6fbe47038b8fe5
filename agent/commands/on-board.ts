// `--board`: what a command tells is shown to a browser on this computer, too. Without the option nothing of it is loaded.
import { once } from 'node:events'
import type { AgentEvent } from '../events.ts'
import type * as EXIT from '../exit.ts'
import { dropPrivileges } from '../privileges.ts'
import { callerOf } from '../state/files.ts'
import { atTerminal } from '../ui/ask.ts'
import { progressWords } from '../ui/bars.ts'
import { explain } from '../ui/explain.ts'
import { harmless } from '../ui/harmless.ts'
import { createScreen } from '../ui/screen.ts'
import { createTerminal } from '../ui/terminal.ts'
import { TEXT } from '../ui/text.ts'
import { hopWords, stateWords } from '../ui/words.ts'
import { type Context, notify } from './context.ts'

/**
 * Runs a command. The address is told once the bundle is known to be good; whoever sits at a terminal then has the board
 * until Ctrl-C, however the command ended, since a rehearsal is over before a browser has been opened.
 */
export async function onBoard(context: Context, run: (context: Context) => Promise<EXIT.Exit>): Promise<EXIT.Exit> {
  const { args, environment, signal } = context
  if (!args.board) return run(context)
  const { lang } = args
  const { openLocalBoard } = await import('../web/local.ts')
  let text = ''
  const write = (more: string) => {
    text += more
  }
  const screen = createScreen({ interactive: false, columns: () => undefined, write })
  const log = createTerminal({ lang, color: false, screen })
  const board = await openLocalBoard({
    words: { ...TEXT[lang].board, first: TEXT[lang].say.first, lang },
    lines(event) {
      text = ''
      log(event)
      return text
    },
    phone(event) {
      if (event.event === 'phone.state') return stateWords(event, lang)
      if (event.event === 'phone.hop') return hopWords(event, lang)
      return event.event === 'phone.progress' ? progressWords(event, lang) : ''
    },
    harmless,
  })
  let told = false
  const emit = (event: AgentEvent) => {
    context.emit(event)
    board.show(event)
    if (event.event !== 'agent.bundle') return
    told = true
    context.emit({ event: 'agent.board', url: board.url })
  }
  try {
    const exit = await run({ ...context, emit }).catch(error => {
      if (!told || signal.aborted) throw error
      const { exit, ...explanation } = explain(error, lang)
      emit({ event: 'agent.error', ...explanation })
      return exit
    })
    if (atTerminal() && !signal.aborted) {
      dropPrivileges(callerOf(environment))
      notify({ ...context, emit }, 'board.stays')
      await once(signal, 'abort')
    }
    return exit
  } finally {
    await board.close()
  }
}
