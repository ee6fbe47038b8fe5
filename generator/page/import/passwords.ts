// The passwords of an imported file: in this tab's memory only, to be saved as a file that the agent reads, or forgotten.
import { element } from '../island/element.ts'
import type { Desk } from './door.ts'
import type { ImportText } from './text.ts'

const NAME = 'secrets.env'

/**
 * @param secrets `KEY=value` lines.
 * @param forgetAll called when the person wants them gone, and with them the file.
 */
export function passwordCard(
  secrets: string,
  text: ImportText,
  { tell, focus }: Desk,
  forgetAll: () => void,
): { node: HTMLElement; forget: () => void } {
  let lines: string | undefined = secrets
  let url = ''
  const save = element('button', 'primary', text.save)
  const forget = element('button', 'quiet', text.forget)
  const command = element('pre', '', element('code', '', `--secrets ${NAME}`))
  const node = element(
    'div',
    'card',
    element('h3', '', text.passwords(secrets.trimEnd().split('\n').length)),
    element('p', '', text.passwordsHow),
    command,
    element('div', 'actions', save, forget),
  )
  for (const button of [save, forget]) button.type = 'button'
  save.addEventListener('click', () => {
    if (lines === undefined) return
    URL.revokeObjectURL(url)
    url = URL.createObjectURL(new Blob([lines], { type: 'text/plain' }))
    const link = element('a')
    link.href = url
    link.download = NAME
    link.click()
    tell('good', text.saved)
  })
  forget.addEventListener('click', () => {
    forgetAll()
    tell('', text.forgotten)
    focus()
  })
  return {
    node,
    forget: () => {
      lines = undefined
      URL.revokeObjectURL(url)
      node.remove()
    },
  }
}
