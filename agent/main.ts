// cp-agent: arguments → a command → an exit code. Nothing else happens here.
import { setFlagsFromString } from 'node:v8'
import { shortId } from '../schemas/site-id.ts'
import { type Arguments, languageOf, readArguments } from './arguments.ts'
import type { Context } from './commands/context.ts'
import { doctor } from './commands/doctor.ts'
import { guide } from './commands/guide.ts'
import { inspect } from './commands/inspect.ts'
import { onBoard } from './commands/on-board.ts'
import { rehearse } from './commands/rehearse.ts'
import { serve } from './commands/serve.ts'
import { type AgentEvent, type Emit, toJsonLine } from './events.ts'
import * as EXIT from './exit.ts'
import { askAt, atTerminal } from './ui/ask.ts'
import { explain } from './ui/explain.ts'
import { createScreen, type Screen } from './ui/screen.ts'
import { createTerminal } from './ui/terminal.ts'
import { TEXT } from './ui/text.ts'

/** Set by the build. */
declare const CP_VERSION: string | undefined
const VERSION = typeof CP_VERSION === 'undefined' ? '0.0.0-source' : CP_VERSION

const stdout = (text: string) => void process.stdout.write(text)

/** A terminal that knows no more than lines gets no more. */
const screenOf = (stream: NodeJS.WriteStream, { TERM }: Record<string, string | undefined>): Screen =>
  createScreen({
    interactive: stream.isTTY === true && TERM !== 'dumb',
    columns: () => stream.columns,
    rows: () => stream.rows,
    write: text => void stream.write(text),
  })

/** The listener for events: JSON lines, or the terminal view; failures go to stderr there. The site is known after the first event. */
function listener(
  { lang, color, json }: Pick<Arguments, 'json' | 'lang' | 'color'>,
  screen: Screen,
  failed: Screen,
): Emit {
  const terminal = (screen: Screen) =>
    createTerminal({ lang, color: color && screen.interactive, screen, asks: atTerminal() })
  const [view, failures] = [terminal(screen), terminal(failed)]
  if (screen.interactive && !json) askAt(screen)
  let site = ''
  return (event: AgentEvent) => {
    if (event.event === 'agent.bundle') site = shortId(event.site)
    if (json) stdout(`${toJsonLine(event, site, new Date())}\n`)
    else if (event.event === 'agent.error') {
      screen.end()
      failures(event)
    } else view(event)
  }
}

/** Runs one command line. @returns the exit code; whatever went wrong has been said. */
export async function main(
  argv: readonly string[],
  environment: Record<string, string | undefined>,
): Promise<EXIT.Exit> {
  const [screen, failed] = [screenOf(process.stdout, environment), screenOf(process.stderr, environment)]
  let emit = listener({ json: argv.includes('--json'), lang: languageOf(environment), color: false }, screen, failed)
  let lang = languageOf(environment)
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    const args = readArguments(argv, environment)
    lang = args.lang
    emit = listener(args, screen, failed)
    if (args.command === 'help') return say(`${TEXT[lang].help.join('\n')}\n`)
    if (args.command === 'version') return say(`cp-agent ${VERSION}\n`)
    const context: Context = { args, environment, emit, signal: stop.signal }
    if (args.command === 'inspect') return await inspect(context, line => screen.line(line, 4))
    if (args.command === 'doctor') return await doctor(context)
    if (args.command === 'rehearse') return await onBoard(context, rehearse)
    if (args.command === 'guide') return await guide(context)
    return await onBoard(context, serve)
  } catch (error) {
    if (stop.signal.aborted) return EXIT.interrupted
    const { exit, ...explanation } = explain(error, lang)
    emit({ event: 'agent.error', ...explanation })
    return exit
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
    screen.end()
  }
}

function say(text: string): EXIT.Exit {
  stdout(text)
  return EXIT.done
}

/** As a program: with its command line, until its exit code is known. */
export async function run(): Promise<void> {
  // Every datagram is garbage at once, and each holds memory outside the heap: cleared away soon, a room of phones takes a third less.
  setFlagsFromString('--semi-space-growth-factor=1')
  // Whoever read our output went away (`cp-agent … | head`): end as if interrupted, without a stack trace.
  process.stdout.on('error', () => process.emit('SIGTERM'))
  // `exitCode`, not `exit()`: what was written to a pipe must arrive.
  process.exitCode = await main(process.argv.slice(2), process.env)
}
