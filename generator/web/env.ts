// What the Worker is given: the key material as secrets, the built files, and what the store of presets needs.
import { type BundleIssuer, readIssuer } from '../bundle/seal.ts'
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

/** @throws IssuerError when the secrets are missing or do not belong together. */
export function issuerOf(env: Env): Promise<BundleIssuer> {
  return readIssuer({
    ...(env.CP_BUNDLE_KEY && { bundleKey: env.CP_BUNDLE_KEY }),
    ...(env.CP_KEYS_JSON && { keysJson: env.CP_KEYS_JSON }),
    ...(env.CP_KEYS_SIG && { keysSig: env.CP_KEYS_SIG }),
  })
}
