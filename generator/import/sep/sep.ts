// SEP<MAC>.cnf.xml → a site: what a person has and half works, in the words of this project. Passwords become names of
// secrets; their values come out apart, for a file that only the agent reads.
import { toMac } from '../../../schemas/mac.ts'
import { loadsFor } from '../../catalog/loads.ts'
import type { PhoneModel } from '../../catalog/phone-model.ts'
import { PHONES } from '../../catalog/phones.ts'
import { loadOf } from '../../catalog/which-load.ts'
import { callsLeft, importDialPlan } from '../dial-plan.ts'
import { kindOf, lint, lintConfiguration, lintDialPlan } from '../lint.ts'
import { modelNamed } from '../model-named.ts'
import type { ImportNote } from '../note.ts'
import { childrenOf, findLoose, type LooseElement, readLooseXml } from '../tolerant-xml.ts'
import { hasLineMode, toDevice, toModules } from './device.ts'
import { type ImportedSecret, isLine, toKey, toLine } from './keys.ts'
import { toLocale, toNetwork, toRegistrar } from './surroundings.ts'

export type ImportedSep =
  | {
      ok: true
      site: Record<string, unknown>
      device: LooseElement
      secrets: ImportedSecret[]
      notes: ImportNote[]
    }
  | { ok: false; why: Refusal; line: number; notes: ImportNote[] }

export type Refusal =
  | 'empty'
  | 'not-a-configuration'
  | 'xml-default'
  | 'mpp'
  | 'sccp'
  | 'defaults-only'
  | 'no-lines'
  | 'unknown-phone'
  | 'unknown-model'

export interface SepFile {
  /** `SEP001D452D2BF0.cnf.xml` or `SIP0012D9ABCDEF.cnf`; the MAC stands only there. */
  name: string
  text: string
  /** When the person knows it: the file does not say it. */
  model?: string
  /** The text of the dial plan that the file names, when the person has it. */
  dialPlan?: string
  /** Of a text configuration: the text of `SIPDefault.cnf`, over which the file of the phone stands. */
  defaults?: string
}

/**
 * One `SEP<MAC>.cnf.xml` as a site of one phone. It never throws: what cannot be read is told with its line.
 * @returns passwords apart from the site, in `secrets`.
 */
export function importSep({ name, text, model: told, dialPlan }: SepFile): ImportedSep {
  const { root: device, liberties } = readLooseXml(text)
  const notes: ImportNote[] = device ? liberties.map(liberty => ({ code: 'import.liberty', ...liberty })) : []
  const refuse = (why: Refusal, line = 1): ImportedSep => ({ ok: false, why, line, notes })
  // Files of other kinds have no lines, but their mistakes are told all the same.
  if (kindOf(name, device) !== 'configuration') notes.push(...lint(name, text))
  if (!device) return refuse('empty')
  const why = whyNone(name, device)
  if (why) return refuse(why, device.line)
  const at = (...path: string[]) => findLoose(device, ...path)?.text ?? ''
  const keys = childrenOf(findLoose(device, 'sipProfile', 'sipLines'), 'line')
  const lines = keys.filter(isLine)
  if (lines.length === 0) {
    notes.push(...lintConfiguration(name, device, undefined))
    return refuse('no-lines', findLoose(device, 'sipProfile')?.line)
  }

  const wanted = at('loadInformation')
  const buttons = keys.map(key => Number(key.attributes.get('button'))).filter(Number.isInteger)
  const modules = toModules(device, notes)
  const model = chooseModel(told, wanted, modules.length > 0 ? lines.length : Math.max(lines.length, ...buttons), notes)
  notes.push(...lintConfiguration(name, device, model, told !== undefined))
  if (!model)
    return refuse(
      told === undefined ? 'unknown-phone' : 'unknown-model',
      findLoose(device, 'loadInformation')?.line ?? device.line,
    )
  const mac = macIn(name)
  if (!mac) notes.push({ code: 'import.mac' })

  const secrets: ImportedSecret[] = []
  const { oneCredential, blankInLabel } = model.family
  const written = at('sipProfile', 'phoneLabel')
  const label = (blankInLabel.value ? written : written.replace(/\s+/g, '')).slice(0, 12).trim()
  const plan = at('sipProfile', 'dialTemplate')
  const dialled = dialPlan === undefined ? undefined : importDialPlan(dialPlan)
  /** Each once; what is left when the keys are done belongs to no line that could call by itself. */
  const call = (line: number) => {
    const number = dialled?.hotlines.get(line)?.number
    dialled?.hotlines.delete(line)
    return number
  }
  const others = keys.flatMap(key =>
    lines.includes(key) ? [] : (toKey(key, lines.length, secrets, notes, call) ?? []),
  )
  const hotline = call(0)
  const phone = {
    model: model.name,
    mac: mac ?? 'any',
    load: chooseLoad(model, wanted, notes),
    ...(label !== '' && { label }),
    ...(model.lineModeKeys && hasLineMode(device) && { lineMode: true }),
    ...(modules.length > 0 && { addOns: modules }),
    lines: lines.map((line, index) => toLine(line, index + 1, oneCredential.value && index > 0, secrets)),
    ...(hotline !== undefined && { hotline }),
    ...(others.length > 0 && { keys: others }),
  }
  if (dialPlan !== undefined) notes.push(...lintDialPlan(dialPlan, model))
  if (dialled) notes.push(...dialled.notes, ...callsLeft(dialled))
  else if (plan !== '') notes.push({ code: 'import.dial-plan', file: plan })

  const messages = lines.map(line => findLoose(line, 'messagesNumber')?.text ?? '').find(number => number !== '')
  const registrar = toRegistrar(device, lines, messages, notes)
  const site = {
    site: 'imported',
    registrar,
    network: toNetwork(device, registrar, notes),
    locale: toLocale(device, notes),
    ...(/^g(711[au]law|722|729a)$/.test(at('sipProfile', 'preferredCodec')) && {
      codec: at('sipProfile', 'preferredCodec'),
    }),
    ...(messages !== undefined && { messagesNumber: messages }),
    ...toDevice(device, secrets, notes),
    ...(dialled && dialled.rules.length > 0 && { dialPlan: dialled.rules }),
    phones: [phone],
  }
  return { ok: true, site, device, secrets, notes }
}

/** Why a document is no configuration for SIP; undefined when it is one. */
function whyNone(name: string, device: LooseElement): Refusal | undefined {
  const kind = kindOf(name, device)
  if (kind === 'xml-default') return kind
  if (device.name.toLowerCase() === 'flat-profile') return 'mpp'
  if (kind !== 'configuration') return 'not-a-configuration'
  return findLoose(device, 'sipProfile') ? undefined : 'sccp'
}

/** Zeros stand for a MAC that was never filled in. */
export const macIn = (name: string) => toMac(/S[EI]P(?!0{12})([0-9a-f]{12})/i.exec(name)?.[1] ?? '')

/** By what the person says, else by the family in the load's name and how many keys there are. */
function chooseModel(
  told: string | undefined,
  load: string,
  keys: number,
  notes: ImportNote[],
): PhoneModel | undefined {
  if (told !== undefined) return PHONES.find(({ name }) => name === modelNamed(told))
  const family = load.split('.')[0]?.toLowerCase() ?? ''
  const isReset = ({ resetLoad }: PhoneModel) => resetLoad?.value.toLowerCase() === `${load.toLowerCase()}.loads`
  const fitting = PHONES.filter(
    model => isReset(model) || model.loadFamilies.value.some(name => name.toLowerCase() === family),
  )
  const enough = fitting.filter(({ lineKeys }) => lineKeys.value >= keys)
  const chosen = enough[0] ?? fitting.at(-1)
  const others = fitting.filter(model => model !== chosen).map(({ name }) => name)
  if (chosen && others.length > 0) notes.push({ code: 'import.model', model: chosen.name, others: others.join(', ') })
  return chosen
}

/** The load that the file names where it fits the model, else the first of the catalogue, with a note. */
export function chooseLoad(model: PhoneModel, wanted: string, notes: ImportNote[]): string {
  if (loadOf(wanted, model)) return wanted
  const instead = loadsFor(model.name)[0]?.name ?? ''
  notes.push({ code: 'import.load', load: wanted, instead })
  return instead
}
