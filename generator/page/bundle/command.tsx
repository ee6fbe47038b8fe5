// A command with a button that copies it. It wraps, so that it is whole on paper and on a narrow screen.
import { useState } from 'hono/jsx'

export interface CopyWords {
  copy: string
  copied: string
  /** Where the system does not let a page copy. */
  byHand: string
}

export function Command({ text, say }: { text: string; say: CopyWords }) {
  const [told, tell] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      tell(say.copied)
    } catch {
      tell(say.byHand)
    }
  }
  return (
    <div class="command">
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" onClick={copy}>
        {say.copy}
      </button>
      <span class="told" role="status">
        {told}
      </span>
    </div>
  )
}
