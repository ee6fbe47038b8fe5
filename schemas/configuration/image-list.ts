// Desktops/<width>x<height>x<depth>/List.xml, root `CiscoIPPhoneImageList`: the background pictures to choose from.
import type { Fault, Tree } from './faults.ts'
import { filled, from, type Node, text } from './node.ts'
import { page } from './sources.ts'

const item = from(page('background-images', 'ImageItem'))
const IMAGES_MAX = 50
/** TFTP: is the only scheme, even when the phone then asks over HTTP. */
const PICTURE = {
  value: filled(255, /^TFTP:(?!.*\.\.)Desktops\/\d+x\d+x\d+\/[A-Za-z0-9._-]+\.png$/, 'TFTP:Desktops/…/….png'),
  needed: true,
} as const

export const imageList: Node = item(
  'CiscoIPPhoneImageList',
  [
    item('ImageItem', text(0, undefined, 'nothing'), {
      count: 'many',
      attributes: { Image: PICTURE, URL: PICTURE },
    }),
  ],
  { check: countFaults },
)

function countFaults({ children }: Tree, path: string): Fault[] {
  return children.length > IMAGES_MAX
    ? [{ code: 'many', path: `${path}/ImageItem`, wanted: `at most ${IMAGES_MAX}` }]
    : []
}
