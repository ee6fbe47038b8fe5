// Run as a process of its own by mangled-archives.test.ts, which looks at how much memory that took:
// `node test/mangle-archives.ts cut` or `… mangle 50000 1` (how many, seed).
import { mangle, seeded } from './mangle-bytes.ts'
import { Outcomes } from './mangle-outcomes.ts'
import { samples } from './mangled-samples.ts'

const [way, count = '0', seed = '1'] = process.argv.slice(2)
const all = await samples()
const outcomes = new Outcomes()

if (way === 'cut')
  for (const { kind, name, bytes, wrap } of all)
    for (let end = 0; end <= bytes.length; end++)
      await outcomes.read(wrap(bytes.subarray(0, end)), name, `${kind}, cut at ${end}`)

const random = seeded(Number(seed))
for (let at = 0; at < Number(count); at++) {
  const one = all[at % all.length]
  const other = all[random(all.length)]
  if (one && other)
    await outcomes.read(
      one.wrap(mangle(one.bytes, other.bytes, random)),
      one.name,
      `${one.kind}, change ${at} of seed ${seed}`,
    )
}
console.log(JSON.stringify(outcomes.report()))
