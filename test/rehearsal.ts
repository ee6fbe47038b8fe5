// A rehearsal by the built agent, in a process of its own, whose home has nothing that it could find.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const AGENT = fileURLToPath(new URL('../dist/cp-agent.js', import.meta.url))

export type Line = { event: string } & Record<string, unknown>

/** @param folder for what it keeps. @returns its exit code and all that it said. */
export async function rehearse(
  folder: string,
  bundle: string,
  ...args: string[]
): Promise<{ status: number | null; events: Line[] }> {
  const given = ['--json', '--lang', 'en', '--settle', '0', '--state', join(folder, 'state.json')]
  const child = spawn(process.execPath, [AGENT, 'rehearse', bundle, ...given, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH ?? '', HOME: join(folder, 'home') },
  })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const status = await new Promise<number | null>(resolve => child.once('close', resolve))
  const lines = out.trim().split('\n')
  return { status, events: lines.map(line => JSON.parse(line)) }
}
