// `cp-agent guide`: all that a person may have to do by hand at the phones of a bundle, before it is time for it.
import * as EXIT from '../exit.ts'
import { type Context, openNamedBundle } from './context.ts'
import { createTell } from './tell.ts'

export async function guide(context: Context): Promise<EXIT.Exit> {
  const { args } = context
  const { phones, network } = (await openNamedBundle(context)).manifest
  const cidr = args.address ?? network.agent
  const tell = createTell(context, { cidr, wire: args.interface ?? 'eth0', leaseSeconds: network.leaseSeconds })
  for (const entry of phones)
    for (const name of ['reset', 'alternate-tftp', 'hand-over'] as const) tell.guide(name, entry)
  return EXIT.done
}
