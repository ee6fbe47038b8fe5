// The model that people and other systems mean by `CP-7962G`, `Cisco 7962G` or `7962`.
import { PHONES } from '../catalog/phones.ts'

const plain = (model: string) =>
  model
    .toUpperCase()
    .replace(/CISCO/g, '')
    .replace(/[^A-Z0-9]/g, '')
    .replace(/(?<=\d)G$/, '')

/** Of two models with one plain name, the first of the catalogue. */
const NAMES: ReadonlyMap<string, string> = new Map(
  PHONES.map(({ name }): [string, string] => [plain(name), name]).toReversed(),
)

/** @returns the name as on the sticker; undefined for a model that is not known. */
export const modelNamed = (text: string): string | undefined => NAMES.get(plain(text)) ?? NAMES.get(`CP${plain(text)}`)
