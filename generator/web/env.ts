// What the Worker is given: the key material as secrets, the built files, and what the store of presets needs.
import { type BundleIssuer, type IssuerTexts, readIssuer } from '../bundle/seal.ts'
import type { StoreEnv } from '../presets/store.ts'

export interface Env extends StoreEnv {
  /** OpenSSH private key file; signs bundles. */
  CP_BUNDLE_KEY?: string
  /** `keys.json` (cp-keys/1), byte for byte as the root key signed it. */
  CP_KEYS_JSON?: string
  /** `keys.json.sig`. */
  CP_KEYS_SIG?: string
  /** `dist/public`. */
  ASSETS?: { fetch(request: Request): Promise<Response> }
}

/** How Hono knows the bindings, and what the middleware leaves for the routes. */
export interface WebTypes {
  Bindings: Env
  Variables: {
    language: string
    /** The code of the problem that was answered, for the log. */
    problem?: string
  }
}

/** Of this instance of the Worker: the texts that it was given, and what they were read as. */
let known: { texts: Partial<IssuerTexts>; issuer: BundleIssuer } | undefined

/**
 * Read once for as long as the secrets are the same, since to read them is to check a signature.
 * @throws IssuerError when the secrets are missing or do not belong together.
 */
export async function issuerOf(env: Env): Promise<BundleIssuer> {
  const texts = {
    ...(env.CP_BUNDLE_KEY && { bundleKey: env.CP_BUNDLE_KEY }),
    ...(env.CP_KEYS_JSON && { keysJson: env.CP_KEYS_JSON }),
    ...(env.CP_KEYS_SIG && { keysSig: env.CP_KEYS_SIG }),
  }
  if (known && NAMES.every(name => known?.texts[name] === texts[name])) return known.issuer
  const issuer = await readIssuer(texts)
  known = { texts, issuer }
  return issuer
}

const NAMES = ['bundleKey', 'keysJson', 'keysSig'] as const
