// A list of which a large bundle shows only the beginning, until somebody wants all: hundreds of phones at once hold up a page.
import type { Child } from 'hono/jsx'
import { useState } from 'hono/jsx'

const AT_FIRST = 30

export interface LongListProps<T> {
  items: readonly T[]
  show: (item: T) => Child
  /** On the button that shows the rest. */
  all: (count: number) => string
  list?: boolean
}

/** @param list whether each one is an item of a `<ul>`. */
export function LongList<T>({ items, show, all, list = false }: LongListProps<T>) {
  const [whole, open] = useState(false)
  const shown = (whole ? items : items.slice(0, AT_FIRST)).map(item => (list ? <li>{show(item)}</li> : show(item)))
  return (
    <>
      {list ? <ul class="plain">{shown}</ul> : shown}
      {!whole && items.length > AT_FIRST && (
        <p class="more">
          <button type="button" onClick={() => open(true)}>
            {all(items.length)}
          </button>
        </p>
      )}
    </>
  )
}
