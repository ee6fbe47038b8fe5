// Bytes that come piece by piece: looked at, taken or passed over, so that what an archive unpacks to is never in memory at once.
import { concat } from '../../schemas/bundle/concat.ts'

export class Source {
  readonly #pieces: AsyncGenerator<Uint8Array>
  /** What came and was not taken. */
  #ahead: Uint8Array = new Uint8Array()

  constructor(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
    this.#pieces = (async function* () {
      yield* pieces
    })()
  }

  /** The next bytes, which stay; fewer than `length` only at the end. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#ahead.length < length) {
      const { done, value } = await this.#pieces.next()
      if (done) break
      this.#ahead = this.#ahead.length > 0 ? concat([this.#ahead, value]) : value
    }
    return this.#ahead.subarray(0, length)
  }

  /**
   * The next bytes in pieces as they come, all that are left by default.
   * @throws Error when fewer than `length` come
   */
  async *take(length = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      await this.peek(1)
      const piece = this.#ahead.subarray(0, left)
      if (piece.length === 0 && left < Number.POSITIVE_INFINITY) throw new Error('cut off')
      if (piece.length === 0) return
      this.#ahead = this.#ahead.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async skip(length?: number): Promise<void> {
    await drain(this.take(length))
  }
}

/** Reads to the end what nobody wants, because what comes behind it begins there and what is damaged shows only there. */
export async function drain(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces) {
    // passed over
  }
}
