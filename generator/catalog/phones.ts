// What is known of each model. Facts only, with their source and how certain they are: C certain, L likely, U uncertain.
import { JAVA_79XX } from './java-79xx.ts'

export interface Fact<T> {
  value: T
  certainty: 'C' | 'L' | 'U'
  source: string
}

export interface PhoneModel {
  /** As on the sticker. */
  name: string
  /** DHCP option 60 without its trailing NUL. */
  vendorClass: Fact<string>
  lineKeys: Fact<number>
  /** In `XMLDefault.cnf.xml`: `<loadInformation437 model="Cisco 7975">`. */
  deviceType: Fact<{ id: number; name: string }>
  /** Families of loads; the first is the SIP one. */
  loadFamilies: Fact<readonly [string, ...string[]]>
  resetKeys: Fact<string>
  resetLoad: Fact<string>
  /** File with the words of the screen, inside the folder of the language. */
  localeJar: Fact<string>
  /** File with the tones, inside the folder of the country. */
  tones: Fact<string>
  /** What it asks for besides firmware and locale; `harmless` when it goes on without. `{MAC}` is its own. */
  asks: Fact<readonly { file: string; harmless: boolean }[]>
  /** Folder of its background pictures, below `Desktops`: width, height and depth. */
  wallpaper?: Fact<string>
  /** What a person must know of this model before it is flashed. */
  note?: Fact<{ en: string; de: string }>
}

export const PHONES: readonly PhoneModel[] = [...JAVA_79XX]

export const phoneModel = (name: string): PhoneModel | undefined => PHONES.find(model => model.name === name)
