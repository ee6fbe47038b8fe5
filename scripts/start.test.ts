import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unstable_getVarsForDev } from 'wrangler'
import { freshFolder } from '../test/folder.ts'
import { localKeys } from './local-keys.ts'
import { isFree, readOptions, toEnvFile } from './start.ts'

describe('the file that hands the keys to the Worker', () => {
  it('is read by wrangler byte for byte, line ends and quotes too', async () => {
    const keys = await localKeys()
    const path = join(freshFolder(), 'worker.env')
    const odd = { ...keys, keysSig: `${keys.keysSig}\\n "x" #y\n\n` }
    writeFileSync(path, toEnvFile(odd))
    const vars = unstable_getVarsForDev(undefined, [path], {}, undefined, true)
    expect(Object.fromEntries(Object.entries(vars).map(([name, { value }]) => [name, value]))).toEqual({
      CP_BUNDLE_KEY: keys.bundleKey,
      CP_KEYS_JSON: keys.keysJson,
      CP_KEYS_SIG: odd.keysSig,
    })
  })

  it('is not made from what it cannot say', () => {
    for (const bundleKey of ["it's", '$HOME']) {
      expect(() => toEnvFile({ bundleKey, keysJson: '', keysSig: '' })).toThrow('CP_BUNDLE_KEY')
    }
  })
})

describe('the command line', () => {
  it('has the port, 8787 by default, and whether presets are stored', () => {
    expect(readOptions([])).toEqual({ port: 8787, presets: false })
    expect(readOptions(['--presets', '--port', '9000'])).toEqual({ port: 9000, presets: true })
    for (const argv of [['--port', '0'], ['--port', '65536'], ['--port', 'x'], ['--port'], ['--host', 'a'], ['9000']]) {
      expect(readOptions(argv), argv.join(' ')).toBeUndefined()
    }
  })

  it('finds a port taken while another program has it', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    expect(await isFree(address.port)).toBe(false)
    await new Promise(resolve => other.close(resolve))
    expect(await isFree(address.port)).toBe(true)
  })
})
