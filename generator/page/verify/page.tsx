// The page /verify: what it is for, and the place that its script fills.
import type { Lang } from '../../problem.ts'
import { Layout } from '../layout.tsx'
import { VERIFY_WORDS } from './words.ts'

/** The keys of this server, to compare with; none where it cannot sign. */
export interface OwnKeys {
  root: string
  version: number
}

const BY_HAND = `unzip -q bundle.zip -d bundle && cd bundle
ssh-keygen -Y verify -f ../allowed_signers -I "$(jq -r .issuer manifest.json)" -n cp-bundle@v1 -s manifest.json.sig < manifest.json
jq -r '.files[]|"\\(.sha256)  \\(.path)"' manifest.json | sha256sum -c`

export function VerifyPage({ lang, own }: { lang: Lang; own: OwnKeys | undefined }) {
  const say = VERIFY_WORDS[lang]
  return (
    <Layout lang={lang} title={say.title} script="/verify.js" at="/verify">
      <section class="hero verify-hero">
        <div>
          <h1>{say.title}</h1>
          <p class="lead">{say.lead}</p>
        </div>
      </section>
      <div id="verify" data-root={own?.root} data-version={own?.version}>
        <noscript>
          <div class="card">
            <p>
              <strong>{say.needsScript}</strong>
            </p>
            <pre tabindex={0}>{BY_HAND}</pre>
          </div>
        </noscript>
      </div>
    </Layout>
  )
}
