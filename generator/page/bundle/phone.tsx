// What a person does at the phone, with the keys and lamps of each model in the bundle.
import type { ManifestPhone } from '../../../schemas/manifest.ts'
import { phoneModel } from '../../catalog/phones.ts'
import type { Lang } from '../../problem.ts'
import type { StepProps } from './instructions.tsx'
import type { BundleWords } from './words.ts'

export function AtThePhone({ lang, say, manifest }: StepProps) {
  const { phone } = say
  const models = [...new Map(manifest.phones.map(entry => [entry.model, entry])).values()]
  const supplies = [...new Set(models.flatMap(({ facts }) => facts.power ?? []))].join(', ')
  return (
    <section class="stage">
      <h3>{phone.title}</h3>
      <p>{phone.plug}</p>
      <p class="caution">{phone.power(supplies)}</p>
      {manifest.phones.some(({ mac }) => mac === 'any') && <p>{phone.any}</p>}
      <p>{phone.wait}</p>
      <p class="caution">{phone.never}</p>
      <h4>{phone.resetTitle}</h4>
      <p>{phone.resetWhen}</p>
      <p>{phone.resetNot}</p>
      {models.map(entry => (
        <Reset lang={lang} say={say} entry={entry} />
      ))}
    </section>
  )
}

function Reset({ lang, say: { phone }, entry }: { lang: Lang; say: BundleWords; entry: ManifestPhone }) {
  const { model, facts } = entry
  const { resetKeys, resetLoad, resetLamps = 'unknown', eraseKeys, power = '' } = facts
  const known = phoneModel(model)
  const unsure = known !== undefined && known.resetKeys.certainty === 'U' && known.resetKeys.value === resetKeys
  return (
    <div class="reset">
      <h5>{phone.models(model)}</h5>
      <ol>
        <li>{phone.off(power)}</li>
        <li>{phone.hold}</li>
        <li>{phone.lamps[resetLamps]}</li>
        <li>
          {phone.type} <Keys keys={resetKeys} /> {unsure && phone.unsure}
        </li>
        <li>{resetLoad === undefined ? phone.kept : phone.loader(resetLoad)}</li>
      </ol>
      {known?.note && <p class="hint">{known.note.value[lang]}</p>}
      {eraseKeys !== undefined && (
        <p class="hint">
          {phone.erase} <Keys keys={eraseKeys} />
        </p>
      )}
    </div>
  )
}

function Keys({ keys }: { keys: string }) {
  return <kbd>{keys}</kbd>
}
