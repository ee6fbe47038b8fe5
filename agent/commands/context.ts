// What every command gets from `main`, and what they all do first: open the named bundle, know where secrets come from.
import { dirname, join } from 'node:path'
import type { Bundle } from '../../schemas/bundle/open.ts'
import type { Arguments } from '../arguments.ts'
import { openBundle, type TrustedBy } from '../bundle/open.ts'
import type { Emit } from '../events.ts'
import type { SecretSources } from '../secrets/gather.ts'
import { callerOf, statePaths } from '../state/files.ts'
import { askHidden, askYes, atTerminal } from '../ui/ask.ts'
import { fill, type NoticeCode, TEXT } from '../ui/text.ts'

export interface Context {
  args: Arguments
  environment: Record<string, string | undefined>
  emit: Emit
  /** Aborted when the person or the system ends the agent. */
  signal: AbortSignal
}

/** Says something that stops nothing. */
export function notify({ args, emit }: Context, code: NoticeCode, detail = ''): void {
  emit({ event: 'agent.notice', code, detail, message: fill(TEXT[args.lang].notices[code], { '': detail }) })
}

/** Opens the bundle named on the command line, asking about an unknown root where there is somebody to ask. */
export function openNamedBundle(context: Context): Promise<Bundle & { trustedBy: TrustedBy }> {
  const { args, environment, signal } = context
  const caller = callerOf(environment)
  const { questions } = TEXT[args.lang]
  const trustFile = statePaths(args.state, environment, caller?.home).trust
  return openBundle(args.bundle, {
    trust: args.trust,
    trustFile,
    keptIn: join(dirname(trustFile), 'bundles'),
    onKept: fetched => notify(context, 'bundle.kept', fetched.toISOString().slice(0, 16).replace('T', ' ')),
    signal,
    caller,
    onUnwritable: path => notify(context, 'state.unwritable', path),
    ask: atTerminal()
      ? ({ fingerprint, issuer }) => askYes(fill(questions.trust, { issuer, fingerprint }), signal)
      : undefined,
  })
}

/** Where secrets come from, by the command line. */
export function secretSources(context: Context): SecretSources {
  const { args, environment, signal } = context
  const mayAsk = atTerminal() && args.secrets !== '-'
  const ask = async (name: string): Promise<string> => {
    const value = await askHidden(fill(TEXT[args.lang].questions.secret, { name }), signal)
    signal.throwIfAborted()
    return value
  }
  return {
    file: args.secrets,
    command: args.secretsCmd,
    environment,
    ask: mayAsk ? ask : undefined,
    signal,
    warn: (code, detail) => notify(context, code, detail),
  }
}
