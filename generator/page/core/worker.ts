// The page's worker: checks while somebody writes, without holding up the page and without a network. Built into core.js by
// scripts/build.ts. Nothing of a text is kept.
import type { CoreMessage, CoreReply } from './answer.ts'
import { liveChange, liveCheck } from './live.ts'

/** Of the worker's start, so that the same text gives the same files for as long as the page is open. */
const making = { issued: new Date().toISOString().replace(/\.\d+Z$/, 'Z'), issuer: location.origin }

addEventListener('message', async ({ data }: MessageEvent<CoreMessage>) => {
  postMessage(await reply(data))
})

async function reply(message: CoreMessage): Promise<CoreReply> {
  const { turn } = message
  try {
    if ('check' in message) return { turn, checked: await liveCheck(message.check, making) }
    return { turn, changed: await liveChange(message.change) }
  } catch (error) {
    // Only its kind: the message could hold a piece of what somebody wrote.
    console.error('core.bug', error instanceof Error ? error.name : '')
    return { turn, failed: true }
  }
}
