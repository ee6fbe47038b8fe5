// The local board, for whoever wants it: follows the events, keeps what a new reader must know and tells the others. The build packs it.
import { createReport, type PhoneReport } from '../board/report.ts'
import type { AgentEvent } from '../events.ts'
import { readFiles } from './files.ts'
import type { Card, Message } from './message.ts'
import { escapeHtml, reportPage } from './report-page.ts'
import { openServer } from './server.ts'

/** How the terminal says it; in the built agent this is a module of its own and has no sentences. */
export interface Saying {
  /** Of the page and of the report. */
  words: Readonly<Record<string, string>>
  /** The lines of the log, `''` for most events. */
  lines(event: AgentEvent): string
  /** How it is with a phone: of a state, a hop or its progress. */
  phone(event: AgentEvent): string
  /** Makes a text from elsewhere fit to be shown. */
  harmless(text: string, max?: number): string
}

export interface LocalBoard {
  url: string
  show(event: AgentEvent): void
  close(): Promise<void>
}

/** What the page shows of them, and therefore all that is kept. */
const LOG_MAX = 200
const LAST_MAX = 3
const HINTS_MAX = 8

export async function openLocalBoard(saying: Saying, now = () => new Date()): Promise<LocalBoard> {
  const { words, harmless } = saying
  const { report, add } = createReport()
  const cards = new Map<PhoneReport, Card>()
  const log: string[] = []
  let standing = ''
  const { html, css, script } = readFiles()
  const page = html
    .replace('en', words.lang ?? '')
    .replace(/\{(\w+)\}/g, (_, name: string) => escapeHtml(words[name] ?? ''))

  const cardOf = (phone: PhoneReport): Card => {
    const { mac, model, label } = phone
    const card = cards.get(phone) ?? {
      ...{ id: cards.size, state: 'waiting', words: saying.phone({ event: 'phone.state', state: 'waiting' }) },
      ...{ name: harmless(label || model), about: '', hop: '', pace: '', hints: [], last: [] },
    }
    card.about = `${harmless(model)}, ${mac === 'any' ? words.first : mac}`
    cards.set(phone, card)
    return card
  }
  const change = (card: Card, event: AgentEvent, line: string) => {
    if (event.event === 'phone.progress') {
      card.percent = event.percent
      card.pace = saying.phone(event)
      return
    }
    if (line && event.event !== 'phone.diagnosis') card.last = [...card.last, line].slice(-LAST_MAX)
    if (event.event === 'phone.state') {
      card.state = event.state
      card.words = saying.phone(event)
      if (event.state !== 'flashing') card.percent = undefined
    } else if (event.event === 'phone.hop') card.hop = saying.phone(event)
    else if (event.event === 'phone.diagnosis' && card.hints.length < HINTS_MAX)
      card.hints.push(`! ${harmless(event.text, 400)}\n${harmless(event.cure, 400)}\n[${event.code}]`)
  }
  const isOver = () => report.ended !== ''
  const isHtml = 'text/html; charset=utf-8'

  const { url, send, close } = await openServer({
    files: {
      '': [isHtml, () => page],
      'page.css': ['text/css', () => css],
      'page.js': ['text/javascript', () => script],
      'report.json': ['application/json', () => `${JSON.stringify(report, null, 2)}\n`],
      'report.html': [isHtml, () => harmless(reportPage(report, words), Number.POSITIVE_INFINITY)],
    },
    history: (): Message[] => [
      { site: `${harmless(report.name)} (${report.site.slice(0, 10)})`, now: standing, over: isOver() },
      ...[...cards.values()].map(card => ({ card })),
      ...log.map(line => ({ line })),
    ],
  })
  return {
    url,
    close,
    show(event) {
      const phone = add(event, now())
      if (event.event === 'agent.bundle') report.phones.forEach(cardOf)
      const line = saying.lines(event).trim()
      if (phone) {
        const card = cardOf(phone)
        change(card, event, line)
        send({ card })
      }
      if (!line) return
      log.push(line)
      if (log.length > LOG_MAX) log.shift()
      if (event.event.startsWith('agent.')) standing = line
      send({ line, now: standing, over: isOver() })
    },
  }
}
