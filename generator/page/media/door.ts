// Loads what makes pictures and tones when somebody opens that part of the page: it holds the code that reads PNG.
import { part } from '../island/part.ts'
import { ISLAND_TEXT } from '../island/text.ts'

export function openMediaDoor(lang: 'de' | 'en'): void {
  const box = part('media', HTMLDetailsElement)
  const status = part('media-status', HTMLElement)
  const load = async () => {
    if (!box.open) return
    status.textContent = ISLAND_TEXT[lang].working
    try {
      const { start } = await import('./make.ts')
      box.removeEventListener('toggle', load)
      start(lang)
    } catch {
      status.textContent = ISLAND_TEXT[lang].unreachable // opening it again tries again
    }
  }
  box.addEventListener('toggle', load)
  void load()
}
