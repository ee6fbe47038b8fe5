// Where a phone looks for pictures and tones, below the root of what is served: usecallmanager, background-images and ring-tones.
import { RING_TONES, type RingToneKind } from './ring-tones.ts'

/** @param folder of the screen: `320x216x16`. */
export const wallpaperPath = (folder: string, name: string): string => `Desktops/${folder}/${name}.png`
export const thumbnailPath = (folder: string, name: string): string => `Desktops/${folder}/${name}-small.png`
export const wallpaperList = (folder: string): string => `Desktops/${folder}/List.xml`
export const tonePath = (name: string, kind: RingToneKind): string => `${name}.${RING_TONES[kind].extension}`
