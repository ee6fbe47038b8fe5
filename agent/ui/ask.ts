// Questions to a person at a terminal: a yes or no, and a password that is not shown.
import { createInterface } from 'node:readline'

/** True when there is somebody to ask: both ends are a terminal. */
export const atTerminal = (): boolean => Boolean(process.stdin.isTTY && process.stderr.isTTY)

/** Questions wait for each other: one answer is for one question. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const next = last.then(ask)
  last = next.catch(() => {})
  return next
}

/** Asks on stderr; `j` and `y` are yes, everything else, also the end of input or an abort, is no. */
export function askYes(question: string, signal: AbortSignal): Promise<boolean> {
  return inTurn(() => {
    if (signal.aborted) return Promise.resolve(false)
    const lines = createInterface({ input: process.stdin, output: process.stderr, signal })
    return new Promise<boolean>(resolve => {
      lines.once('close', () => resolve(false))
      // While it reads a line, the terminal's Ctrl-C comes here and not as a signal.
      lines.once('SIGINT', () => {
        process.emit('SIGINT')
        lines.close()
      })
      lines.question(`${question} `, answer => {
        resolve(/^\s*(y|yes|j|ja)\s*$/i.test(answer))
        lines.close()
      })
    })
  })
}

/** Asks for a secret: what is typed is not shown. Backspace works; Ctrl-C and an abort end the question without an answer. */
export function askHidden(question: string, signal: AbortSignal): Promise<string> {
  return inTurn(() => (signal.aborted ? Promise.resolve('') : readHidden(question, signal)))
}

function readHidden(question: string, signal: AbortSignal): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(`${question} `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise(resolve => {
    let typed = ''
    const finish = (value: string) => {
      signal.removeEventListener('abort', stop)
      stdin.off('data', hear)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      resolve(value)
    }
    const stop = () => finish('')
    const hear = (text: string) => {
      let at = 0
      for (const character of text) {
        at += character.length
        if (character === '\r' || character === '\n') {
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
    }
    signal.addEventListener('abort', stop, { once: true })
    stdin.on('data', hear)
  })
}
