// The page's side of its worker: asks, and waits for answers by their numbers.
import type { AnswerOf, AskOf, Stage, Told, What } from './message.ts'

export interface Verifier {
  ask<W extends What>(what: W, ask: AskOf<W>, onStage?: (stage: Stage) => void): Promise<AnswerOf<W>>
}

interface Waiting {
  onStage: ((stage: Stage) => void) | undefined
  resolve: (answer: AnswerOf<What>) => void
  reject: (error: Error) => void
}

/** @param worker already started. */
export function createVerifier(worker: Worker): Verifier {
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    const one = waiting.get(data.id)
    if (!one) return
    if ('stage' in data) return one.onStage?.(data.stage)
    waiting.delete(data.id)
    if ('failed' in data) one.reject(new Error('the worker failed'))
    else one.resolve(data.answer)
  })
  worker.addEventListener('error', () => {
    for (const one of waiting.values()) one.reject(new Error('the worker failed'))
    waiting.clear()
  })
  return {
    ask: (what, ask, onStage) =>
      new Promise((resolve, reject) => {
        const id = ++last
        // The worker answers what it was asked.
        waiting.set(id, { onStage, resolve: answer => resolve(answer as AnswerOf<typeof what>), reject })
        worker.postMessage({ id, what, ...ask })
      }),
  }
}
