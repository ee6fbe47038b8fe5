// The headers that keep the page to itself: nothing from elsewhere, nothing inline, never in a frame.
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const NONE = ["'none'"]
const SELF = ["'self'"]

export function security(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: SELF,
      connectSrc: SELF,
      baseUri: NONE,
      formAction: NONE,
      frameAncestors: NONE,
      workerSrc: SELF,
      // No text that a server sent can become mark-up or script, whatever the page's code does. The one policy is for the
      // address of the page's own worker.
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['cp'],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Without includeSubDomains: what else runs beside a deployment is not ours to decide.
    strictTransportSecurity: 'max-age=15552000',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
}
