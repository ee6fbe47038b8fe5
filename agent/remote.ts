// Who asks a file server for something, and what it may answer: all that the servers share with what stands behind them.

export interface Remote {
  address: string
  port: number
}

/** What may be read under a name; `name` is the file's own spelling, `message` goes to whoever asked. */
export type Answer =
  | { found: true; name: string; bytes: Uint8Array }
  | { found: false; why: 'missing' | 'refused'; message: string }
