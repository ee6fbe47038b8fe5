// What stands below the buttons: problems with their places, and the next steps. Text only, never mark-up from outside.
import type { ShownProblem, Summary } from './answer.ts'
import type { IslandText } from './text.ts'

type Child = Node | string

/** An element with text and elements in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

/** @param goTo called with the line of a problem when its button is pressed. */
export function problemList(problems: readonly ShownProblem[], say: IslandText, goTo: (line: number) => void): Node {
  const items = problems.map(({ severity, line, message, cure, code }) => {
    const item = element('li', severity)
    const head = element('div')
    if (line !== undefined) {
      const badge = element('button', 'badge', say.line(line))
      badge.type = 'button'
      badge.addEventListener('click', () => goTo(line))
      head.append(badge)
    }
    head.append(element('strong', '', message))
    item.append(head, element('p', '', cure, ' ', element('code', '', code)))
    return item
  })
  return element('ul', 'problems', ...items)
}

/** What the agent will want: firmware and passwords. */
export function needs({ firmware, secrets }: Summary, say: IslandText): Node[] {
  const codes = (texts: readonly string[]) =>
    element('ul', '', ...texts.map(text => element('li', '', element('code', '', text))))
  return [
    ...(secrets.length > 0 ? [element('h3', '', say.secrets), codes(secrets)] : []),
    ...(firmware.length > 0
      ? [element('h3', '', say.firmware), codes(firmware), element('p', 'hint', say.firmwareHow)]
      : []),
  ]
}

/** The card of a good site; with a bundle also where it is and what to type. */
export function card(summary: Summary, say: IslandText, bundle?: { file: string; url: string }): Node {
  if (!bundle) return element('div', 'card', ...needs(summary, say))
  const again = element('a', '', say.again)
  again.href = bundle.url
  again.download = bundle.file
  const agent = element('a', '', 'cp-agent.js')
  agent.href = '/cp-agent.js'
  agent.download = 'cp-agent.js'
  return element(
    'div',
    'card',
    ...needs(summary, say),
    element('h3', '', say.next),
    element('p', '', say.agent, ' ', agent),
    command(`node cp-agent.js ${bundle.file} --firmware ${say.folder}`, say),
    element('p', 'hint', say.rights),
    element('p', '', again),
  )
}

/** A command with a button that copies it. */
function command(text: string, say: IslandText): Node {
  const line = element('pre', '', element('code', '', text))
  line.tabIndex = 0 // so that a narrow window can be scrolled by keyboard
  const button = element('button', '', say.copy)
  button.type = 'button'
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = say.copied
    } catch {
      getSelection()?.selectAllChildren(line) // without the permission: ready for Ctrl-C
    }
  })
  return element('div', 'command', line, button)
}
