// The keys of a checkout, in `.cp/keys/`, made on first use: a locally built agent trusts what is signed with them.
import { generateKeyPairSync, randomInt } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NAMESPACE_KEYS } from '../../schemas/bundle/namespaces.ts'
import { readKeyFile, writeKeyFile } from '../../schemas/bundle/sshkey.ts'
import { sign } from '../../schemas/bundle/sshsig.ts'
import { fingerprint, fromKeyLine, toKeyLine } from '../../schemas/bundle/sshwire.ts'
import { Keys, toAllowedSigners } from '../../schemas/keys.ts'
import { IssuerError, type IssuerTexts } from '../bundle/seal.ts'

const YEARS = 10
const LOCAL_ISSUER = 'http://localhost:8787'

/** What signing needs, and the fingerprint of the root key, which agents pin. */
export interface LocalKeys extends IssuerTexts {
  fingerprint: string
}

/**
 * Reads the keys in `directory`, or makes them when there are none. Several programs may do so at the same time: the
 * folder appears whole or not at all.
 * @throws IssuerError when the folder is there but a file in it is not.
 */
export async function localKeys(directory: string, issuer = LOCAL_ISSUER, now = new Date()): Promise<LocalKeys> {
  if (!existsSync(directory)) {
    mkdirSync(dirname(directory), { recursive: true })
    const fresh = mkdtempSync(`${directory}.`)
    await makeKeys(fresh, issuer, now)
    try {
      renameSync(fresh, directory)
    } catch {
      rmSync(fresh, { recursive: true }) // somebody else was faster
    }
  }
  const read = (name: string): string => {
    const path = join(directory, name)
    if (!existsSync(path))
      throw new IssuerError('issuer.missing', `${path} is missing; remove the folder to get new keys`)
    return readFileSync(path, 'utf8')
  }
  const root = fromKeyLine(read('root.pub'))
  if (!root) throw new IssuerError('issuer.key', `${join(directory, 'root.pub')} is no Ed25519 key`)
  return {
    bundleKey: read('bundle'),
    keysJson: read('keys.json'),
    keysSig: read('keys.json.sig'),
    fingerprint: await fingerprint(root),
  }
}

/** Makes a root key, a bundle key and the list that the root signs: the key ceremony, in an empty folder. */
export async function makeKeys(directory: string, issuer: string, now: Date): Promise<void> {
  const write = (name: string, text: string, mode = 0o644) => writeFileSync(join(directory, name), text, { mode })
  const [root, bundle] = [newKey('cp root key'), newKey('cp bundle key')]
  const keys: Keys = Keys.parse({
    format: 'cp-keys/1',
    issuer,
    version: 1,
    // A day before: the clock that issues may be a little behind the one that made the key.
    keys: [{ key: toKeyLine(bundle.publicKey), from: instant(now, -1), until: instant(now, 365 * YEARS) }],
  })
  const json = `${JSON.stringify(keys, null, 1)}\n`
  const rootKey = await readKeyFile(root.file)
  if (!rootKey) throw new Error('unreachable: a key file that was just written cannot be read')
  for (const [name, key] of Object.entries({ root, bundle })) {
    write(name, key.file, 0o600)
    write(`${name}.pub`, `${toKeyLine(key.publicKey)} cp ${name} key\n`)
  }
  write('keys.json', json)
  write('keys.json.sig', await sign(new TextEncoder().encode(json), rootKey, NAMESPACE_KEYS))
  write('allowed_signers', toAllowedSigners(keys))
}

function newKey(comment: string): { file: string; publicKey: Uint8Array } {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'))
  const file = writeKeyFile(Buffer.from(d, 'base64url'), publicKey, comment, randomInt(2 ** 32 - 1))
  return { file, publicKey }
}

/** A time as the documents write it: UTC, to the second. */
export function instant(now: Date, days = 0): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
