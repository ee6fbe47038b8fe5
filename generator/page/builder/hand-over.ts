// What a visitor takes along: files to save, and words to copy.

/** As a download. */
export function save(file: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  download(file, url)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export function download(file: string, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
}

/** @param copied what the button says then. */
export async function copy(words: string, button: HTMLElement, copied: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words)
    button.textContent = copied
  } catch {
    const line = button.parentElement?.querySelector('pre')
    if (line) getSelection()?.selectAllChildren(line) // without the permission: ready for Ctrl-C
  }
}
