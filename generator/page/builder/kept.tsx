// Parts of the builder that are drawn again only when what they show has changed: a letter typed into one field is no reason to
// go through all others.
import { type FC, memo } from 'hono/jsx'
import { type Desk, placeKey, problemsAt, type State } from './desk.ts'

/**
 * @param seen all of the state that the part shows, and that its handlers use without asking the desk again.
 */
export function kept<P extends { desk: Desk }>(
  part: FC<P>,
  seen: (state: State, props: P) => readonly unknown[],
): FC<P> {
  const Part = memo<P & { seen: readonly unknown[] }>(
    props => part(props),
    (a, b) => a.seen.length === b.seen.length && a.seen.every((value, index) => Object.is(value, b.seen[index])),
  )
  return props => <Part {...props} seen={seen(props.desk.state, props)} />
}

/** What is shown of the faults at some place or below it. */
export function faultsBelow(state: State, ...places: readonly (readonly (string | number)[])[]): string {
  const below = places.map(placeKey)
  const shown = (state.answer?.problems ?? []).filter(({ path }) => {
    const key = placeKey(path)
    return below.some(place => key === place || key.startsWith(`${place}.`)) && problemsAt(state, path).length > 0
  })
  return shown.map(({ path, code }) => `${placeKey(path)} ${code}`).join()
}
