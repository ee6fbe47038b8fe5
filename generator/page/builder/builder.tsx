// The builder: the form, what stands beside it, and the bundle. The server draws it once, the island brings it to life.
import { flush } from './after-paint.ts'
import type { Desk, Paper } from './desk.ts'
import { Finish, type FinishActions } from './finish.tsx'
import { Keys } from './keys.tsx'
import { OfferCard } from './offer.tsx'
import { Papers } from './paper.tsx'
import { Phones } from './phones.tsx'
import { Where } from './place.tsx'
import { Share, type ShareActions } from './share.tsx'

export interface Actions extends FinishActions, ShareActions {
  open: (paper: Paper) => void
  generate: (secrets: readonly string[]) => void
  applyOffer: () => void
  refuseOffer: () => void
}

export function Builder({ desk, actions }: { desk: Desk; actions: Actions }) {
  const { say, state } = desk
  const submit = (event: Event) => {
    event.preventDefault()
    flush()
    actions.make()
  }
  return (
    <form
      class="builder"
      id="form"
      aria-busy={state.busy ? 'true' : undefined}
      onSubmit={submit}
      onClickCapture={flush}
    >
      <div class="form">
        <OfferCard desk={desk} apply={actions.applyOffer} refuse={actions.refuseOffer} />
        {state.broken && (
          <p class="status bad" role="alert">
            {say.broken(state.broken.line)}
          </p>
        )}
        <fieldset
          class="plain"
          disabled={state.asleep || state.broken !== undefined}
          onKeydown={(event: KeyboardEvent) => {
            // A scanner ends a number so; nobody shall make a bundle by that.
            if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
          }}
        >
          <Phones desk={desk} />
          <Where desk={desk} />
          <Keys desk={desk} generate={actions.generate} />
        </fieldset>
        <Finish desk={desk} actions={actions} />
        <Share desk={desk} actions={actions} />
      </div>
      <Papers desk={desk} open={actions.open} />
    </form>
  )
}
