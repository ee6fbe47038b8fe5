// Loaded before a program that is measured: at its end it tells, on file descriptor 3, what it cost.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage() // kB, microseconds
  writeSync(3, JSON.stringify({ ms: performance.now(), cpuMs: (userCPUTime + systemCPUTime) / 1000, kB: maxRSS }))
})
