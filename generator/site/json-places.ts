// Where the values of a JSON text stand, found without a tree of YAML, which costs more than all the rest of a site.
import type { Path } from '../problem.ts'

/** Offsets in the text; those of the members by key or index. */
interface Place {
  key?: number
  value: number
  /** A value that is null has no place of its own worth pointing at. */
  empty: boolean
  members?: Map<string | number, Place>
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g

/** @param text valid JSON. @returns what `offsetIn` of tree.ts finds. */
export function jsonPlaces(text: string): (path: Path, what?: 'key' | 'value') => number | undefined {
  const root = placesOf(text)
  return (path, what = 'value') => {
    let place = root
    let offset = root?.value
    for (const step of path) {
      place = place?.members?.get(step)
      if (!place) break
      offset = (what === 'key' || place.empty ? place.key : place.value) ?? offset
    }
    return offset
  }
}

/** Of open lists and maps, the innermost last: `index` of the next entry of a list, `key` of the next member of a map. */
interface Open {
  place: Place
  index?: number
  key?: { name: string; at: number }
}

function placesOf(text: string): Place | undefined {
  let root: Place | undefined
  const open: Open[] = []
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const inside = open.at(-1)
    if (token === '}' || token === ']') open.pop()
    else if (token === ',' || token === ':') continue
    else if (inside && inside.index === undefined && !inside.key) inside.key = { name: JSON.parse(token), at }
    else {
      const place: Place = { value: at, empty: token === 'null', ...(inside?.key && { key: inside.key.at }) }
      if (inside?.key) inside.place.members?.set(inside.key.name, place)
      else if (inside?.index !== undefined) inside.place.members?.set(inside.index++, place)
      delete inside?.key
      root ??= place
      if (token !== '{' && token !== '[') continue
      place.members = new Map()
      open.push({ place, ...(token === '[' && { index: 0 }) })
    }
  }
  return root
}
