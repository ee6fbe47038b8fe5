// Questions to a person at a terminal: a yes or no, one of several, and a password that is not shown.
import { setTimeout as sleep } from 'node:timers/promises'

/** True when there is somebody to ask: both ends are a terminal. */
export const atTerminal = (): boolean => Boolean(process.stdin.isTTY && process.stderr.isTTY)

/** Where a question stands while it is open. */
export interface Place {
  ask(question: string): void
  /** All of what was typed so far, as it may be seen. */
  typed(text: string): void
  answered(): void
}

/** Where nothing else is drawn. */
function onStandardError(): Place {
  let seen = ''
  return {
    ask(question) {
      seen = ''
      process.stderr.write(`${question} `)
    },
    typed(text) {
      process.stderr.write(text.startsWith(seen) ? text.slice(seen.length) : '\b \b'.repeat(seen.length - text.length))
      seen = text
    },
    answered: () => void process.stderr.write('\n'),
  }
}

let place = onStandardError()
/** From now on questions are asked there, among what else is drawn. */
export const askAt = (other: Place): void => {
  place = other
}

/** Questions wait for each other: one answer is for one question. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const next = last.then(ask)
  last = next.catch(() => {})
  return next
}

/** `j` and `y` are yes, everything else, also the end of input or an abort, is no. */
export function askYes(question: string, signal: AbortSignal): Promise<boolean> {
  return inTurn(async () => {
    if (signal.aborted) return false
    await forgetTyped(signal)
    return /^\s*(y|yes|j|ja)\s*$/i.test(await readLine(question, signal, typed => typed))
  })
}

/** @returns one of 1 to `max`, or undefined for everything else. */
export async function askNumber(question: string, max: number, signal: AbortSignal): Promise<number | undefined> {
  const answer = await inTurn(() => (signal.aborted ? Promise.resolve('') : readLine(question, signal, typed => typed)))
  const number = /^\s*\d{1,3}\s*$/.test(answer) ? Number(answer) : 0
  return number >= 1 && number <= max ? number : undefined
}

/** Asks for a secret: what is typed is not shown. Backspace works; Ctrl-C and an abort end the question without an answer. */
export function askHidden(question: string, signal: AbortSignal): Promise<string> {
  return inTurn(() => (signal.aborted ? Promise.resolve('') : readLine(question, signal, () => '')))
}

/** What arrow keys and the like send. */
const KEYS = /\x1b(?:\[[\d;]*[A-Za-z~]|O?.)/g

/** Long enough for what lies in the terminal to come. */
const TYPED_MS = 20

/** What was typed before the question was there is no answer to it. */
async function forgetTyped(signal: AbortSignal): Promise<void> {
  const { stdin } = process
  const hear = (bytes: Buffer | string) => {
    if (bytes.includes('\x03')) process.emit('SIGINT')
  }
  stdin.setRawMode(true)
  stdin.on('data', hear)
  stdin.resume()
  await sleep(TYPED_MS, undefined, { signal }).catch(() => {})
  stdin.off('data', hear)
}

function readLine(question: string, signal: AbortSignal, shown: (typed: string) => string): Promise<string> {
  const { stdin } = process
  place.ask(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise(resolve => {
    let typed = ''
    const finish = (value: string) => {
      signal.removeEventListener('abort', stop)
      stdin.off('data', hear)
      stdin.off('end', stop)
      stdin.setRawMode(false)
      stdin.pause()
      place.answered()
      resolve(value)
    }
    const stop = () => finish('')
    const hear = (chunk: string) => {
      const text = chunk.replace(KEYS, '')
      let at = 0
      for (const character of text) {
        at += character.length
        if (character === '\r' || character === '\n') {
          place.typed(shown(typed))
          finish(typed)
          // Pasted lines: the next one answers the next question.
          if (at < text.length) stdin.unshift(text.slice(at))
          return
        }
        if (character === '\x03') {
          process.emit('SIGINT')
          return finish('')
        }
        if (character === '\x04') return finish(typed)
        if (character === '\x7f' || character === '\b') typed = [...typed].slice(0, -1).join('')
        else if (character >= ' ') typed += character
      }
      place.typed(shown(typed))
    }
    signal.addEventListener('abort', stop, { once: true })
    stdin.once('end', stop)
    stdin.on('data', hear)
    if (signal.aborted) stop()
  })
}
