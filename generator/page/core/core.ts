// The way from the page to its worker, which is started by the first question; what checks is loaded there and not here.
import type { ChangeRequest, CoreAnswer, CoreMessage, CoreReply, CoreRequest, Difference } from './answer.ts'
import { CoreError, type CoreErrorCode } from './core-error.ts'

export interface Core {
  /**
   * The newest text wins: while one is being checked, later ones take each other's place, and whoever waits gets the answer
   * to the newest. @throws CoreError
   */
  check(request: CoreRequest): Promise<CoreAnswer>
  /** What would change with the preset `to`: `site` is now, `preset` is then. Each one is answered. @throws CoreError */
  presetChange(request: ChangeRequest): Promise<Difference[]>
}

/** What waits for the reply to one message. */
interface Waiting {
  lang: CoreRequest['lang']
  done(reply: CoreReply): void
  fail(error: CoreError): void
}

interface Waiter<T> {
  resolve(answer: T): void
  reject(error: CoreError): void
}

export function createCore(): Core {
  let worker: Worker | undefined
  let turns = 0
  const waiting = new Map<number, Waiting>()
  /** Those who wait for a check, of whatever text, and the text that comes next. */
  let checkers: Waiter<CoreAnswer>[] = []
  let next: CoreRequest | undefined
  let checking = false

  /** The next question starts a new one. */
  function giveUp(code: CoreErrorCode): void {
    worker?.terminate()
    worker = undefined
    const all = [...waiting.values()]
    waiting.clear()
    for (const { lang, fail } of all) fail(new CoreError(code, lang))
  }

  function start(): Worker {
    const started = new Worker(workerAddress(), { type: 'module', name: 'core' })
    started.addEventListener('message', ({ data }: MessageEvent<CoreReply>) => {
      const asked = waiting.get(data.turn)
      waiting.delete(data.turn)
      asked?.done(data)
    })
    // Its own faults are replies; what is left is a script that did not come.
    started.addEventListener('error', event => {
      event.preventDefault()
      if (started === worker) giveUp('core.unloaded')
    })
    return started
  }

  function ask(question: { check: CoreRequest } | { change: ChangeRequest }, asked: Waiting): void {
    const message: CoreMessage = { turn: ++turns, ...question }
    waiting.set(message.turn, asked)
    try {
      worker ??= start()
      worker.postMessage(message)
    } catch {
      giveUp('core.unloaded')
    }
  }

  function checkNext(request: CoreRequest): void {
    checking = true
    next = undefined
    const settle = (how: (waiter: Waiter<CoreAnswer>) => void) => {
      checking = false
      const all = checkers
      checkers = []
      next = undefined
      for (const waiter of all) how(waiter)
    }
    const fail = (error: CoreError) => settle(({ reject }) => reject(error))
    ask(
      { check: request },
      {
        lang: request.lang,
        fail,
        done: reply => {
          if (next) checkNext(next)
          else if ('checked' in reply) settle(({ resolve }) => resolve(reply.checked))
          else fail(new CoreError('core.bug', request.lang))
        },
      },
    )
  }

  return {
    check: request =>
      new Promise((resolve, reject) => {
        checkers.push({ resolve, reject })
        if (checking) next = request
        else checkNext(request)
      }),
    presetChange: request =>
      new Promise((resolve, reject) => {
        const done = (reply: CoreReply) =>
          'changed' in reply ? resolve(reply.changed) : reject(new CoreError('core.bug', request.lang))
        ask({ change: request }, { lang: request.lang, fail: reject, done })
      }),
  }
}

const ADDRESS = '/core.js'

/** As far as they are needed here; TypeScript's own list of what a page has does not know them. */
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined
/** A browser's gives an object that stands for the text. */
interface Policy {
  createScriptURL(address: string): string
}
let policy: Policy | undefined

/** The one address that the page's policy lets become a script. */
function workerAddress(): string {
  const rules: Policy = {
    createScriptURL(address) {
      if (address !== ADDRESS) throw new TypeError(`${address} is no script of this page`)
      return address
    },
  }
  policy ??= typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('cp', rules)
  return policy.createScriptURL(ADDRESS)
}
