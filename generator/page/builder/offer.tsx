// A preset that came by a link: who made it is not known, so what it would change is shown before it applies.
import type { Desk } from './desk.ts'
import { Differences } from './paper.tsx'

export function OfferCard({ desk, apply, refuse }: { desk: Desk; apply: () => void; refuse: () => void }) {
  const { say, lang } = desk
  const { offer } = desk.state
  if (!offer) return null
  const { preset, changes } = offer
  const words = preset.description?.[lang] ?? preset.description?.en ?? preset.description?.de
  return (
    <section class="card offer" aria-labelledby="offer-title">
      <h2 id="offer-title" tabindex={-1}>
        {say.offerTitle(preset.preset)}
      </h2>
      {words !== undefined && <blockquote>{words}</blockquote>}
      <p class="hint">{preset.author === undefined ? say.offerUnknown : say.offerBy(preset.author)}</p>
      <p>{say.offerHow}</p>
      {changes === undefined && <p>{say.waiting}</p>}
      {changes?.length === 0 && <p>{say.offerNothing}</p>}
      {changes && changes.length > 0 && (
        <Differences desk={desk} differences={changes} heads={[say.where, say.ofSite, say.ofPreset]} />
      )}
      <p class="actions">
        <button type="button" class="primary" onClick={apply}>
          {say.apply}
        </button>
        <button type="button" onClick={refuse}>
          {say.notNow}
        </button>
      </p>
    </section>
  )
}
