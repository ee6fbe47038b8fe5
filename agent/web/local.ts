// The local board, for whoever wants it: follows the events, keeps what a new reader must know and tells the others. The build packs it.
import { createReport, type PhoneReport } from '../board/report.ts'
import type { AgentEvent } from '../events.ts'
import { harmless } from '../ui/harmless.ts'
import { readFiles } from './files.ts'
import type { Card, Message } from './message.ts'
import { escapeHtml, reportPage } from './report-page.ts'
import { openServer } from './server.ts'

type Of<Name> = AgentEvent & { event: Name }

/** How the terminal says it; this is a module of its own in the built agent and has no sentences. */
export interface Saying {
  lang: string
  /** Of the page and of the report. */
  words: Readonly<Record<string, string>>
  /** The lines of the log, `''` for most events. */
  lines(event: AgentEvent): string
  state(facts: Omit<Of<'phone.state'>, 'event'>): string
  hop(event: Of<'phone.hop'>): string
  progress(event: Of<'phone.progress'>): string
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
  const { report, add } = createReport()
  const cards = new Map<PhoneReport, Card>()
  const log: string[] = []
  let standing = ''
  const { html, css, script } = readFiles()
  const words: Record<string, string> = { ...saying.words, lang: saying.lang }
  const title = () => `${harmless(report.name)} (${report.site.slice(0, 10)})`

  const cardOf = (phone: PhoneReport): Card => {
    const { mac, model, label } = phone
    const known = cards.get(phone)
    const card = known ?? {
      ...{ id: cards.size, name: '', about: '', state: 'waiting', words: saying.state({ state: 'waiting' }) },
      ...{ hop: '', pace: '', hints: [], last: [] },
    }
    card.name = harmless(label || model)
    card.about = `${harmless(model)}, ${mac === 'any' ? (words.first ?? '') : mac}`
    cards.set(phone, card)
    return card
  }
  const change = (card: Card, event: AgentEvent) => {
    if (event.event === 'phone.state') {
      card.state = event.state
      card.words = saying.state(event)
      if (event.state !== 'flashing') card.percent = undefined
      if (event.state === 'done') card.hints = []
    } else if (event.event === 'phone.progress') {
      card.percent = event.percent
      card.pace = saying.progress(event)
    } else if (event.event === 'phone.hop') card.hop = saying.hop(event)
    else if (event.event === 'phone.diagnosis') {
      const { text, cure, code } = event
      card.hints = [...card.hints, { text: harmless(text, 400), cure: harmless(cure, 400), code }].slice(-HINTS_MAX)
    }
  }

  const { url, send, close } = await openServer({
    files: {
      '': {
        type: 'text/html; charset=utf-8',
        text: () =>
          html
            .replace('lang="en"', `lang="${saying.lang}"`)
            .replace(/\{(\w+)\}/g, (_, name: string) => escapeHtml(words[name] ?? '')),
      },
      'page.css': { type: 'text/css', text: () => css },
      'page.js': { type: 'text/javascript', text: () => script },
      'report.json': { type: 'application/json', text: () => `${JSON.stringify(report, null, 2)}\n` },
      'report.html': {
        type: 'text/html; charset=utf-8',
        text: () => reportPage(report, words, phone => cardOf(phone).words),
      },
    },
    history: (): Message[] => [
      { site: title(), now: standing, over: report.ended !== '' },
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
      const line = saying.lines(event).replace(/^\n+|\n+$/g, '')
      if (line) {
        log.push(line)
        if (log.length > LOG_MAX) log.shift()
        if (event.event.startsWith('agent.')) standing = line
      }
      if (phone) {
        const card = cardOf(phone)
        change(card, event)
        if (line && event.event !== 'phone.progress') card.last = [...card.last, line].slice(-LAST_MAX)
        send({ card })
      }
      if (line) send({ line, now: standing, over: report.ended !== '' })
    },
  }
}
