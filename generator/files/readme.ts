// README.txt: for the person who opens the archive: what it is, what it still needs, and what to do now.
import { macInFileName } from '../../schemas/mac.ts'
import { secretKey } from '../../schemas/secret-name.ts'
import { shortId } from '../../schemas/site-id.ts'
import { BUILT_IN_TONES, LOCALE_DOWNLOAD, TONES_ARCHIVE, wordsArchive } from '../catalog/locales.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import { phoneModel } from '../catalog/phones.ts'
import { inPlaceOf } from '../catalog/which-load.ts'
import type { Plan } from '../plan/plan.ts'
import type { Lang } from '../problem.ts'
import { README_TEXT, type ReadmeWords } from './readme-text.ts'
import { registrarSetup } from './registrar-setup.ts'
import type { PhoneFile } from './xml.ts'

/** What is known of the bundle besides the plan. */
export interface BundleNames {
  id: string
  name: string
  lang: Lang
  issued: string
  /** An origin. */
  issuer: string
}

/** In the language of the request; lines end as Windows wants them, which every other system reads too. */
export function readme(plan: Plan, { id, name, lang, issued, issuer }: BundleNames): PhoneFile {
  const say = README_TEXT[lang]
  const models = [...new Set(plan.phones.map(({ model }) => model))].flatMap(name => phoneModel(name) ?? [])
  const bundle = `${name}-${shortId(id)}.zip`
  const media = [...plan.media.wallpapers, ...plan.media.ringTones.map(({ file }) => file)]
  const sections = [
    [say.title(name, shortId(id)), say.what(issued)],
    [
      say.phones,
      ...plan.phones.map(({ mac, model, family, label = '', lines, route }) => {
        const phone =
          mac === 'any'
            ? say.any(model)
            : `${family.configuration === 'xml' ? 'SEP' : 'SIP'}${macInFileName(mac)} (${model})`
        const numbers = lines.map(({ username }) => username).join(', ')
        return `  ${[phone, label].filter(Boolean).join(' ')}: ${numbers} -> ${route.at(-1)?.load}`
      }),
    ],
    [
      say.needs,
      ...plan.firmware.flatMap(({ load, archive = '', onlyBelow }) => [
        `  ${say.firmware(load, archive)}${onlyBelow === undefined ? '' : say.onlyBelow(onlyBelow)}`,
        ...othersFor(load, plan).map(others => `    ${say.instead(others)}`),
      ]),
      ...localeNeeds(plan, say, models).map(line => `  ${line}`),
      ...(media.length > 0 ? [`  ${say.media(media.join(', '))}`] : []),
      ...plan.secrets.map(({ name: secret }) => `  ${say.secret(secretKey(secret), secret)}`),
    ],
    [
      say.registrar(plan.registrar.name),
      ...registrarSetup(plan, lang).map(line => `  ${line}`.trimEnd()),
      `  ${say.without}`,
      ...plan.registrar.without.map(words => `  - ${words[lang]}`),
    ],
    [say.steps, ...say.step(bundle, plan.network.agent, issuer).map((step, i) => `  ${i + 1}. ${step}`)],
    [
      say.reset,
      ...say.resetSteps.map(line => `  ${line}`),
      ...models.flatMap(({ name: model, resetKeys, resetLoad, note }) => [
        `  ${model}: ${resetKeys.value}; ${resetLoad ? say.after.loader : say.after.kept}`,
        ...(resetKeys.certainty === 'U' ? [`    ${say.unsureKeys}`] : []),
        ...(note ? [`    ${note.value[lang]}`] : []),
      ]),
    ],
    say.verify(issuer),
  ]
  const text = `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`
  return { path: 'files/README.txt', bytes: new TextEncoder().encode(text.replaceAll('\n', '\r\n')), holes: [] }
}

/** The loads that would do in place of one; none when nobody knows of any. */
function othersFor(load: string, { phones }: Plan): string[] {
  const phone = phones.find(({ route }) => route.some(hop => hop.load === load))
  if (!phone) return []
  const others = inPlaceOf(load, phone.model, phone.route.at(-1)?.load !== load)
  return others.length === 0 ? [] : [others.map(({ name }) => name).join(', ')]
}

/** The archives with the words of the screen and the tones, where the phones take any that are not built in. */
function localeNeeds({ locale }: Plan, say: ReadmeWords, models: readonly PhoneModel[]): string[] {
  const words = !locale.user.builtIn && models.some(({ localeJar }) => localeJar)
  const tones = locale.network !== BUILT_IN_TONES && models.some(({ tones }) => tones)
  return [
    ...(words ? [say.words(locale.user.name, wordsArchive(locale.user))] : []),
    ...(tones ? [say.tones(locale.network, TONES_ARCHIVE)] : []),
    ...(words || tones ? [`  ${say.localeDownload(LOCALE_DOWNLOAD)}`] : []),
  ]
}
