// Where cp-agent.js begins: the agent lies in it as one packed module, a third of its size, and is run as what it is.
import { realpathSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** Set by the build: the module in base 85, five characters for four bytes. */
declare const CP_PACKED: string

function unpack(text: string): Buffer {
  const bytes = Buffer.alloc(text.length * 0.8)
  for (let i = 0; i < text.length; i += 5) {
    let word = 0
    for (let j = i; j < i + 5; j++) {
      const code = text.charCodeAt(j)
      word = word * 85 + code - (code > 92 ? 41 : 40)
    }
    bytes.writeUInt32BE(word, i * 0.8)
  }
  return brotliDecompressSync(bytes)
}

const agent: typeof import('./main.ts') = await import(
  `data:text/javascript;base64,${unpack(CP_PACKED).toString('base64')}`
)

export const { run } = agent

/** True when this file was started as a program, also through a link such as npm's. */
function isProgram(): boolean {
  try {
    return realpathSync(process.argv[1] ?? '') === realpathSync(new URL(import.meta.url))
  } catch {
    return false // inside an executable, which runs it itself
  }
}

if (isProgram()) await run()
