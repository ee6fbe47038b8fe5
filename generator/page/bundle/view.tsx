// What is shown once a bundle is made: from its own bytes, so that it is the same for one that somebody kept. Loaded when
// there is a bundle.
import { useEffect, useState } from 'hono/jsx'
import { openBundle, readManifest } from '../../../schemas/bundle/open.ts'
import { readZip } from '../../../schemas/bundle/zip.ts'
import type { Manifest } from '../../../schemas/manifest.ts'
import type { Lang } from '../../problem.ts'
import type { Signed } from './about.tsx'
import { Instructions } from './instructions.tsx'
import { BUNDLE_WORDS } from './words.ts'

export interface BundleViewProps {
  lang: Lang
  bundle: Uint8Array
  /** As it was saved. */
  file: string
  /** Of this page. */
  origin: string
  /** Whether the page also made a `secrets.env`. */
  hasSecrets: boolean
}

export function BundleView({ lang, bundle, file, origin, hasSecrets }: BundleViewProps) {
  const [signed, setSigned] = useState<Signed>('checking')
  useEffect(() => {
    let over = false
    const say = (found: Signed) => {
      if (!over) setSigned(found)
    }
    openBundle(bundle, () => {}).then(
      ({ signedBy, root }) => say({ signedBy, root, own: true }),
      () => say('unchecked'), // no Ed25519 here: an old browser, or a server of one's own without TLS
    )
    return () => {
      over = true
    }
  }, [bundle])
  const manifest = manifestIn(bundle)
  if (!manifest) return <p class="hint">{BUNDLE_WORDS[lang].broken}</p>
  return (
    <Instructions
      lang={lang}
      manifest={manifest}
      size={bundle.length}
      file={file}
      origin={origin}
      hasSecrets={hasSecrets}
      signed={signed}
    />
  )
}

function manifestIn(bundle: Uint8Array): Manifest | undefined {
  try {
    const json = readZip(bundle).find(({ name }) => name === 'manifest.json')?.bytes
    return json && readManifest(json)
  } catch {
    return undefined
  }
}
