// The same as README.txt says of the registrar's side, to be copied with the passwords in it: those are filled in where they
// are, in the person's own tab (generator/page/model/registrar-snippet.ts), so here stand only marks for them.
import type { Plan } from '../plan/plan.ts'
import type { Lang } from '../problem.ts'
import { README_TEXT } from './readme-text.ts'
import { type PasswordStyle, registrarSetup } from './registrar-setup.ts'

export interface RegistrarSnippet {
  title: string
  text: string
  /** In the order of the text; offsets count UTF-16 units. The label is the name of the secret. */
  holes: { offset: number; label: string }[]
  /** How a value is written there. */
  encoding: 'text' | 'xml' | 'conf'
}

/** No text of a site can hold it (schemas/screen-text.ts). */
const MARK = '\0'
const MARKED: PasswordStyle = { legend: () => [], password: secret => `${MARK}${secret}${MARK}`, table: true }

const ENCODING: Record<Plan['registrar']['setup'], RegistrarSnippet['encoding']> = {
  ...{ fritzbox: 'text', freepbx: 'text', fusionpbx: 'text', accounts: 'text' },
  ...{ pjsip: 'conf', 'chan-sip': 'conf', freeswitch: 'xml' },
}

export function registrarSnippet(plan: Plan, lang: Lang): RegistrarSnippet {
  const holes: RegistrarSnippet['holes'] = []
  let text = ''
  for (const [index, part] of registrarSetup(plan, lang, MARKED).join('\n').trim().split(MARK).entries()) {
    if (index % 2 === 1) holes.push({ offset: text.length, label: part })
    else text += part
  }
  const title = README_TEXT[lang].registrar(plan.registrar.name)
  return { title, text: `${text}\n`, holes, encoding: ENCODING[plan.registrar.setup] }
}
