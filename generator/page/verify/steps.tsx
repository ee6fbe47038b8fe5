// The steps to the phone, once more, from a bundle that somebody kept. Loaded when they are asked for.
import { useState } from 'hono/jsx'
import type { Lang } from '../../problem.ts'
import type { Report } from './message.ts'
import { VERIFY_WORDS } from './words.ts'

type Instructions = typeof import('../bundle/instructions.tsx').Instructions

export function Steps({ lang, report, isOwn }: { lang: Lang; report: Report; isOwn: boolean }) {
  const say = VERIFY_WORDS[lang]
  const [loaded, set] = useState<{ Instructions: Instructions } | undefined>(undefined)
  const [shown, show] = useState(false)
  const toggle = async () => {
    if (!loaded) {
      const { Instructions } = await import('../bundle/instructions.tsx')
      set({ Instructions })
    }
    show(!shown)
  }
  const { manifest, size, file, signedBy, root } = report
  return (
    <div class="steps-again">
      <p>
        <button type="button" aria-expanded={shown} onClick={toggle}>
          {shown ? say.hideSteps : say.steps}
        </button>
      </p>
      {shown && loaded && (
        <loaded.Instructions
          lang={lang}
          manifest={manifest}
          size={size}
          file={file}
          origin={location.origin}
          hasSecrets={false}
          signed={{ signedBy, root, own: isOwn }}
        />
      )}
    </div>
  )
}
