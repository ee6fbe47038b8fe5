// So many requests a second as visitors would send them, whether or not the answers keep up.
import { Agent, request } from 'node:http'

export interface Sent {
  what: string
  path: string
  body?: string
}

export interface Answered {
  count: number
  /** Anything but a status below 400. */
  errors: number
  /** Milliseconds from when a request was due, not from when it could be sent: a queue counts. */
  half: number
  most99: number
  most: number
}

/** @param next tells what the nth request is. @param seconds of sending. */
export async function load(
  origin: string,
  next: (n: number) => Sent,
  perSecond: number,
  seconds: number,
): Promise<Map<string, Answered>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  const times = new Map<string, number[]>()
  const errors = new Map<string, number>()
  const one = (n: number, due: number): Promise<void> => {
    const { what, path, body } = next(n)
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' }
    return new Promise(resolve => {
      const ended = (status: number | undefined) => {
        const known = times.get(what) ?? []
        known.push(performance.now() - due)
        times.set(what, known)
        if (status === undefined || status >= 400) errors.set(what, (errors.get(what) ?? 0) + 1)
        resolve()
      }
      const sent = request(origin + path, { agent, method: body === undefined ? 'GET' : 'POST', headers }, answer => {
        answer.resume().once('end', () => ended(answer.statusCode))
      })
      sent.once('error', () => ended(undefined)).end(body)
    })
  }
  const start = performance.now()
  const all: Promise<void>[] = []
  while (all.length < perSecond * seconds) {
    const due = start + (all.length * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise(resolve => setTimeout(resolve, early))
    all.push(one(all.length, due))
  }
  await Promise.all(all)
  agent.destroy()
  const summed = [...times].map(([what, list]): [string, Answered] => [what, summary(list, errors.get(what) ?? 0)])
  const everything = [...times.values()].flat()
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...summed, ['all', summary(everything, failed)]])
}

function summary(times: number[], errors: number): Answered {
  const sorted = times.sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0
  return { count: sorted.length, errors, half: at(0.5), most99: at(0.99), most: at(1) }
}
