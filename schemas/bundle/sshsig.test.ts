import { describe, expect, test } from 'vitest'
import { readKeyFile, writeKeyFile } from './sshkey.ts'
import { type SigningKey, sign, verify } from './sshsig.ts'
import { fingerprint, fromKeyLine, toKeyLine } from './sshwire.ts'

// Made once with OpenSSH 9.2 from a seed of 32 bytes 0x07: a key for tests only. The field tests ask the real ssh-keygen.
const KEY_FILE = `-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
QyNTUxOQAAACDqSmxj4pxSCr71UHsTLsX5lUd2rr6+e5JCHuppFEbSLAAAAJDS4IHT0uCB
0wAAAAtzc2gtZWQyNTUxOQAAACDqSmxj4pxSCr71UHsTLsX5lUd2rr6+e5JCHuppFEbSLA
AAAEAHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHB+pKbGPinFIKvvVQexMuxfmV
R3auvr57kkIe6mkURtIsAAAACHRlc3Qga2V5AQIDBAU=
-----END OPENSSH PRIVATE KEY-----
`
const KEY_LINE = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs'
const FINGERPRINT = 'SHA256:z/fSv0Z0RZS+Lccbc6ZoOWwt/fbj1VFJGSBKQbo4icE'
const SIGNATURE = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg6kpsY+KcUgq+9VB7Ey7F+ZVHdq
6+vnuSQh7qaRRG0iwAAAAMY3AtYnVuZGxlQHYxAAAAAAAAAAZzaGE1MTIAAABTAAAAC3Nz
aC1lZDI1NTE5AAAAQMsqqydwOREzlCQAeEjbMXfCL/9ZV0mvIO3Twn7h9IQAKz9NeYft/g
Zs7smtx4/pqOXiweUHdj2T2bXC/crJfQ4=
-----END SSH SIGNATURE-----
`
const message = new TextEncoder().encode('a manifest\n')

async function testKey(): Promise<SigningKey> {
  const key = await readKeyFile(KEY_FILE)
  if (!key) throw new Error('the test key cannot be read')
  return key
}

describe('signatures', () => {
  test('of ssh-keygen are accepted, and ours are the very same text', async () => {
    const key = await testKey()
    expect(await verify(message, SIGNATURE, 'cp-bundle@v1')).toEqual(key.publicKey)
    expect(await sign(message, key, 'cp-bundle@v1')).toBe(SIGNATURE)
  })

  test('hold for one message, one namespace and one spelling only', async () => {
    const refused = async (text: string, namespace = 'cp-bundle@v1', signed = message) =>
      expect(await verify(signed, text, namespace)).toBeUndefined()
    await refused(SIGNATURE, 'cp-bundle@v1', new Uint8Array([...message, 0]))
    await refused(SIGNATURE, 'cp-keys@v1')
    await refused(`${SIGNATURE}\n`)
    await refused(SIGNATURE.replaceAll('\n', '\r\n'))
    await refused('')
  })

  test('are refused with any one character changed', async () => {
    for (let i = 0; i < SIGNATURE.length; i++) {
      const bad = SIGNATURE.slice(0, i) + (SIGNATURE[i] === 'A' ? 'B' : 'A') + SIGNATURE.slice(i + 1)
      expect(await verify(message, bad, 'cp-bundle@v1'), `character ${i}`).toBeUndefined()
    }
  })
})

describe('keys', () => {
  test('are read as ssh-keygen wrote them, also by a store that changed the line ends', async () => {
    expect(toKeyLine((await testKey()).publicKey)).toBe(KEY_LINE)
    expect((await readKeyFile(KEY_FILE.replaceAll('\n', '\r\n')))?.publicKey).toEqual(
      fromKeyLine(`${KEY_LINE} a comment`),
    )
  })

  test('are written so that they read the same', async () => {
    const { publicKey } = await testKey()
    const again = await readKeyFile(writeKeyFile(new Uint8Array(32).fill(7), publicKey, 'again', 42))
    expect(again && (await sign(message, again, 'cp-bundle@v1'))).toBe(SIGNATURE)
  })

  test('have the fingerprint that ssh-keygen shows', async () => {
    expect(await fingerprint((await testKey()).publicKey)).toBe(FINGERPRINT)
  })

  test('are refused when cut, when of another kind, when no key at all', async () => {
    for (let length = 0; length < KEY_FILE.length - 40; length += 7) {
      const cut = `${KEY_FILE.slice(0, length)}\n-----END OPENSSH PRIVATE KEY-----\n`
      expect(await readKeyFile(cut), `length ${length}`).toBeUndefined()
    }
    expect(fromKeyLine('ssh-rsa AAAA')).toBeUndefined()
    expect(fromKeyLine('')).toBeUndefined()
  })
})
