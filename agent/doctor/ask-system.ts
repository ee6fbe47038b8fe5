// Asks a program of the system something and takes its answer as text; a system that does not answer says nothing.
import { execFile } from 'node:child_process'

export const askSystem = (program: string, ...args: readonly string[]): Promise<string> =>
  new Promise(resolve => {
    execFile(program, args, { timeout: 20_000, windowsHide: true }, (_, out) => resolve(out))
  })
