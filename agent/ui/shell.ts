// How a command line is spelt for this system's shell: its words, and the rights that it needs.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export interface Rights {
  /** The shell in which the command will be typed has all rights: we were started as root, and not by sudo. */
  root: boolean
  /** Whether the system has such a program. */
  has(program: string): boolean
}

export const ownRights: Rights = {
  get root() {
    return process.getuid?.() === 0 && process.env.SUDO_UID === undefined
  },
  has: program =>
    `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`.split(':').some(path => existsSync(join(path, program))),
}

/** One word: what a shell would take apart or put values into is quoted. PowerShell doubles a quote, others leave the quotes for it. */
export function word(text: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return /[^\w./:\\-]/.test(text) ? `'${text.replaceAll("'", "''")}'` : text
  return /[^\w./:=@+,-]/.test(text) || text === '' ? `'${text.replaceAll("'", "'\\''")}'` : text
}

/** Words as a command line; in PowerShell a quoted word would be a text, and no program. */
export function commandLine(words: readonly string[], platform: NodeJS.Platform = process.platform): string {
  const line = words.map(each => word(each, platform)).join(' ')
  return platform === 'win32' && line.startsWith("'") ? `& ${line}` : line
}

/** With the rights of root, by what the system has for it. */
export function asRoot(command: string, { root, has }: Rights = ownRights): string {
  if (root) return command
  return has('sudo') ? `sudo ${command}` : `su -c ${word(command, 'linux')}`
}

/** The runtime and the file; a program of its own has no file. */
const program = (): string[] => [
  process.execPath,
  ...process.argv.slice(1, process.argv[1] === process.execPath ? 1 : 2),
]

/** How this program was started. */
export const started = (): string[] => [...program(), ...process.argv.slice(2)]

/** The same with a visit of the doctor in place of serving. */
export const asDoctor = (): string[] => [
  ...program(),
  'doctor',
  ...process.argv.slice(2).filter(each => each !== 'serve'),
]
