// What is typed is seen first and goes into the text after that picture: a slow computer then still shows each letter at once.

const waiting = new Map<string, () => void>()

/** Runs what waits, now: before anything else is done with the text. */
export function flush(): void {
  const acts = [...waiting.values()]
  waiting.clear()
  for (const act of acts) act()
}

let following = false
/** Whether what runs now follows of what was typed, which is on the screen: it may let the next key go first. */
export const isFollowing = (): boolean => following

function follow(): void {
  following = true
  flush()
  following = false
}

/** @param id of the field: of what is typed into one, only the last counts. */
export function afterPaint(id: string, act: () => void): void {
  if (waiting.size === 0) {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(follow))) // the first one comes before that picture
    setTimeout(follow, 200) // a page in the background is not painted
  }
  waiting.set(id, act)
}
