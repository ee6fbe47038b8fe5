// Run as a process of its own by mangled-archives.test.ts for each bomb: `node test/mangle-bombs.ts "a gzip of 8 GB"`.
import { openArchive } from '../agent/firmware/archive.ts'
import { FirmwareError } from '../agent/firmware/error.ts'
import { wants } from './mangle-outcomes.ts'
import { BOMBS } from './mangled-bombs.ts'

const bomb = await BOMBS[process.argv[2] ?? '']?.make()
const beforeMB = Math.round(process.resourceUsage().maxRSS / 1000)
const began = performance.now()
const said: string[] = []
try {
  for (const file of await openArchive(bomb ?? new Uint8Array(), wants))
    said.push(`${file.path} ${file.bytes().length}`)
} catch (error) {
  if (!(error instanceof FirmwareError)) throw error
  said.push(error.message)
}
const { maxRSS } = process.resourceUsage()
const ms = Math.round(performance.now() - began)
console.log(
  JSON.stringify({ said: said.join(), weighs: bomb?.length, beforeMB, peakMB: Math.round(maxRSS / 1000), ms }),
)
