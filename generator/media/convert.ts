// One file of a person becomes all that some models want of it, as the tree that the agent takes with --firmware.

import { thumbnailPath, tonePath, wallpaperPath } from '../catalog/models/media-paths.ts'
import type { RingToneKind } from '../catalog/models/ring-tones.ts'
import { type Screen, screenFor } from '../catalog/models/screens.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import { MediaError } from './error.ts'
import { kindOf } from './kind.ts'
import { mediaName } from './name.ts'
import { toRingTone } from './ring-tone.ts'
import { toWallpapers } from './wallpaper.ts'

/** A file larger than this is not even read. */
export const MEDIA_MAX_BYTES = 50_000_000

/** What the models of a site want. */
export interface Target {
  screens: readonly Screen[]
  tones: readonly RingToneKind[]
}

export interface Converted {
  kind: 'wallpaper' | 'tone'
  /** What a site calls it. */
  name: string
  /** Relative, with forward slashes. */
  files: { path: string; bytes: Uint8Array }[]
  /** A tone that was longer than a phone plays. */
  cut: boolean
}

/** What a model has for pictures and tones, of all that the catalogue knows. */
export interface Wants {
  /** The model's. */
  name: string
  /** Of its screen; none when it shows no pictures. */
  folder?: string
  tones: RingToneKind
}

export const wantsOf = ({ name, wallpaper, family }: PhoneModel): Wants => ({
  name,
  tones: family.ringTones.value,
  ...(wallpaper && { folder: wallpaper.value }),
})

/** Each screen and each kind of tone once. Of two screens with one folder the first counts. */
export function targetOf(models: readonly Wants[]): Target {
  const screens = new Map<string, Screen>()
  const tones = new Set<RingToneKind>()
  for (const { name, folder, tones: kind } of models) {
    tones.add(kind)
    const screen = folder && screenFor(folder, name)
    if (screen && !screens.has(screen.folder)) screens.set(screen.folder, screen)
  }
  return { screens: [...screens.values()], tones: [...tones] }
}

/** @param file its name. @throws MediaError when it cannot be converted; nothing of it is made then. */
export async function convert(file: string, bytes: Uint8Array, { screens, tones }: Target): Promise<Converted> {
  if (bytes.length > MEDIA_MAX_BYTES) throw new MediaError('media.too-large', `${Math.ceil(bytes.length / 1e6)} MB`)
  const name = mediaName(file)
  if (kindOf(bytes) === 'png') {
    if (screens.length === 0) throw new MediaError('media.no-pictures')
    const made = await toWallpapers(bytes, screens)
    const files = made.flatMap(({ folder, full, thumbnail }) => [
      { path: wallpaperPath(folder, name), bytes: full },
      { path: thumbnailPath(folder, name), bytes: thumbnail },
    ])
    return { kind: 'wallpaper', name, files, cut: false }
  }
  const made = tones.map(kind => ({ path: tonePath(name, kind), ...toRingTone(bytes, kind) }))
  return {
    kind: 'tone',
    name,
    files: made.map(({ path, bytes: tone }) => ({ path, bytes: tone })),
    cut: made.some(({ cut }) => cut),
  }
}
