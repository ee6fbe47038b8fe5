// The phone as somebody sees it who stands before it: its line keys can be pressed here, too. Those who listen or use a
// keyboard have the list beside it.
import { memo } from 'hono/jsx'
import type { DescribedPhone } from '../model/description.ts'
import type { Button } from './buttons.ts'
import type { ModelFacts } from './facts.ts'

/** Units of the drawing. */
const SCREEN = { large: { x: 132, y: 44, width: 196, height: 148 }, small: { x: 132, y: 44, width: 150, height: 92 } }
const ROWS_MAX = 10

interface DrawnPhoneProps {
  phone: DescribedPhone
  model: ModelFacts | undefined
  buttons: readonly Button[]
  chosen: number
  title: string
  choose: (position: number) => void
}

export function DrawnPhone({ phone, model, buttons, chosen, title, choose }: DrawnPhoneProps) {
  const face = model?.face ?? { side: 'right', columns: 1, screen: 'large' }
  const screen = SCREEN[face.screen]
  const keys = face.side === 'none' ? [] : buttons.filter(({ onModule }) => !onModule)
  const rows = Math.min(face.columns === 2 ? Math.ceil(keys.length / 2) : keys.length, ROWS_MAX)
  return (
    <svg class="phone" viewBox="0 0 440 400" role="img" aria-label={title}>
      <rect class="body" x="14" y="14" width="412" height="372" rx="30" />
      <Handset />
      <rect class="screen" x={screen.x} y={screen.y} width={screen.width} height={screen.height} rx="7" />
      <text class="title" x={screen.x + 10} y={screen.y + 18}>
        {phone.label || phone.lines[0]?.label || phone.model}
      </text>
      {keys.map((button, index) => (
        <LineKey
          button={button}
          place={placeOf(index, keys.length, rows, face, screen, phone.lineMode)}
          columns={face.columns}
          chosen={button.position === chosen}
          choose={() => choose(button.position)}
        />
      ))}
      <SoftKeys x={screen.x} y={screen.y + screen.height + 12} width={screen.width} />
      <Pad />
    </svg>
  )
}

interface KeyPlace {
  x: number
  y: number
  height: number
  /** Where its text stands, and how it is aligned. */
  text: number
  end: boolean
}

type Box = (typeof SCREEN)['large']

function placeOf(
  index: number,
  count: number,
  rows: number,
  face: ModelFacts['face'],
  screen: Box,
  bothSides: boolean,
): KeyPlace {
  const second = face.columns === 2 ? index >= rows : bothSides && index >= Math.ceil(count / 2)
  const perSide = bothSides ? Math.ceil(count / 2) : rows
  const row = second ? index - perSide : index
  const top = face.columns === 2 ? 40 : screen.y + 24
  const pitch = (face.columns === 2 ? 200 : screen.height - 28) / Math.max(perSide, 1)
  const y = top + row * pitch
  const height = Math.min(15, pitch - 3)
  if (face.columns === 2) return { x: second ? 360 : 308, y, height, text: 0, end: false }
  const onRight = face.side === 'right' || second
  return onRight
    ? { x: screen.x + screen.width + 8, y, height, text: screen.x + screen.width - 8, end: true }
    : { x: screen.x - 24, y, height, text: screen.x + 8, end: false }
}

interface LineKeyProps {
  button: Button
  place: KeyPlace
  columns: 1 | 2
  chosen: boolean
  choose: () => void
}

function LineKeyNow({ button, place, columns, chosen, choose }: LineKeyProps) {
  const { line, key, position } = button
  const kind = line ? 'line' : key ? 'taken' : 'free'
  const words = line ? line.label || line.username : key ? key.label || key.value : ''
  const width = columns === 2 ? 40 : place.end ? 44 : 16
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the list beside it has the same as buttons
    <g class={`key ${kind}${chosen ? ' chosen' : ''}`} onClick={choose}>
      <rect class="hit" x={place.x - 4} y={place.y - 4} width={width + 8} height={place.height + 8} />
      <rect class="cap" x={place.x} y={place.y} width={width} height={place.height} rx="5" />
      {columns === 1 ? (
        <text class={place.end ? 'end' : ''} x={place.text} y={place.y + place.height / 2 + 4}>
          {words.length > 20 ? `${words.slice(0, 19)}…` : words}
        </text>
      ) : (
        <text class="number" x={place.x + 20} y={place.y + place.height / 2 + 4}>
          {position}
        </text>
      )}
    </g>
  )
}

/** `choose` does the same, whichever it is. */
const LineKey = memo(LineKeyNow, (a, b) => shown(a) === shown(b))
const shown = ({ button, place, columns, chosen }: LineKeyProps) => JSON.stringify([button, place, columns, chosen])

const Handset = memo(() => (
  <g class="part">
    <rect x="32" y="34" width="64" height="332" rx="30" />
    <rect class="inner" x="44" y="48" width="40" height="62" rx="18" />
    <rect class="inner" x="44" y="290" width="40" height="62" rx="18" />
  </g>
))

const SoftKeys = ({ x, y, width }: { x: number; y: number; width: number }) => (
  <g class="part">
    {[0, 1, 2, 3].map(index => (
      <rect x={x + 6 + index * (width / 4)} y={y} width={width / 4 - 12} height="11" rx="5" />
    ))}
  </g>
)

const PAD = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

const Pad = memo(() => (
  <g class="part">
    <circle cx="166" cy="258" r="30" />
    <circle class="inner" cx="166" cy="258" r="12" />
    <rect x="132" y="312" width="68" height="14" rx="7" />
    <rect x="132" y="338" width="30" height="22" rx="7" />
    <rect x="170" y="338" width="30" height="22" rx="7" />
    {PAD.map((digit, index) => (
      <>
        <rect x={222 + (index % 3) * 44} y={246 + Math.floor(index / 3) * 30} width="36" height="22" rx="7" />
        <text class="digit" x={240 + (index % 3) * 44} y={261 + Math.floor(index / 3) * 30}>
          {digit}
        </text>
      </>
    ))}
    {[0, 1, 2].map(index => (
      <rect x="362" y={250 + index * 40} width="40" height="22" rx="11" />
    ))}
  </g>
))
