// Asks for the model when the file does not say it, or not for certain.
import { PHONES } from '../../catalog/phones.ts'
import { element } from '../island/element.ts'
import type { ImportText } from './text.ts'

/** @param assumed the model that was taken, or `''` when none was. */
export function modelQuestion(text: ImportText, assumed: string, again: (model: string) => void): HTMLElement {
  const label = element('label', '', text.model)
  label.htmlFor = 'import-model'
  const select = element('select', '', ...(assumed === '' ? [option('', text.choice)] : []))
  select.id = 'import-model'
  select.append(...PHONES.map(({ name }) => option(name, name)))
  select.value = assumed
  const button = element('button', '', text.again)
  button.type = 'button'
  button.addEventListener('click', () => (select.value === '' ? select.focus() : again(select.value)))
  const how = element('p', '', assumed === '' ? text.modelHow : text.modelAgain)
  return element('div', 'card', how, label, element('div', 'actions', select, button))
}

function option(value: string, words: string): HTMLOptionElement {
  const made = element('option', '', words)
  made.value = value
  return made
}
