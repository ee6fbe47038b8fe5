// The board in the browser: shows what the stream tells, and keeps it when the agent has ended.
import type { Card, Message } from './message.ts'

const LOG_MAX = 200
/** What the drawn phone's screen shows; the words stand beside it. */
const SIGNS: Partial<Record<Card['state'], string>> = { waiting: '–', seen: '?', restarting: '↻', done: '✓' }

function at(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(id)
  return found
}

/** A live region speaks when it is written to, so nothing is written twice. */
function put(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function make(parent: Element, name: string, attributes: Record<string, string> = {}): Element {
  const vector = name === 'svg' || parent.tagName === 'svg'
  const made = document.createElementNS(`http://www.w3.org/${vector ? '2000/svg' : '1999/xhtml'}`, name)
  for (const key in attributes) made.setAttribute(key, attributes[key] ?? '')
  parent.append(made)
  return made
}

/** @returns what brings a card up to date. */
function addCard(): (card: Card) => void {
  const item = make(at('cards'), 'li')
  const drawing = make(item, 'svg', { viewBox: '0 0 64 70', 'aria-hidden': 'true' })
  make(drawing, 'path', { d: 'M16 5h45v60H16M22 12h32v19H22zM3 2h13v66H3z' })
  make(drawing, 'path', { d: 'M27 40h24M27 48h24M27 56h24', 'stroke-dasharray': '4 6', 'stroke-width': '4' })
  const screen = make(drawing, 'text', { x: '38', y: '27' })
  const name = make(item, 'h2')
  const about = make(item, 'p')
  const words = make(item, 'p', { class: 'words', 'aria-live': 'polite' })
  const bar = make(item, 'progress', { max: '100' })
  const pace = make(item, 'p')
  const hop = make(item, 'p')
  const hints = make(item, 'div', { 'aria-live': 'polite' })
  const last = make(item, 'p')
  return card => {
    const { state, percent } = card
    put(screen, card.hints.length > 0 ? '!' : percent ? `${percent}%` : (SIGNS[state] ?? '▸'))
    put(name, card.name)
    put(about, card.about)
    put(words, card.words)
    for (const part of [bar, pace]) part.toggleAttribute('hidden', percent === undefined)
    bar.setAttribute('value', `${percent ?? 0}`)
    bar.setAttribute('aria-label', card.name)
    put(pace, card.pace)
    put(hop, card.hop)
    put(last, card.last.join('\n'))
    card.hints.slice(hints.childElementCount).forEach(hint => {
      put(make(hints, 'p', { class: 'hint' }), hint)
    })
  }
}

let cards: ((card: Card) => void)[] = []
const log = at('log')
// It scrolls, also for who has no mouse.
log.tabIndex = 0

function show({ site, card, line, now, over, end }: Message): void {
  if (site) {
    cards = []
    for (const id of ['cards', 'log', 'end']) at(id).replaceChildren()
    put(at('site'), site)
  }
  if (card) {
    cards[card.id] ??= addCard()
    cards[card.id]?.(card)
  }
  if (line) {
    const low = log.scrollTop + log.clientHeight > log.scrollHeight - 9
    put(make(log, 'li'), line)
    if (log.childElementCount > LOG_MAX) log.firstChild?.remove()
    if (low) log.scrollTop = log.scrollHeight
  }
  if (now) put(at('now'), now)
  if (over || end) at('report').hidden = false
  if (end) keep()
}

const stream = new EventSource('events')
stream.onmessage = ({ data }) => show(JSON.parse(data))
stream.onerror = () => put(at('end'), document.body.dataset.lost ?? '')

/** The agent goes, its report stays here. */
function keep(): void {
  stream.close()
  put(at('end'), document.body.dataset.gone ?? '')
  for (const link of document.querySelectorAll('a'))
    void fetch(link.href)
      .then(answer => answer.blob())
      .then(blob => {
        link.download = `cp-${link.pathname.slice(34)}`
        link.href = URL.createObjectURL(blob)
      })
}
