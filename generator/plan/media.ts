// Pictures and tones of the site: which files that makes, and what is wrong with the names.
import type { Site } from '../../schemas/site.ts'
import { thumbnailPath, tonePath, wallpaperList, wallpaperPath } from '../catalog/models/media-paths.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import { phoneModel } from '../catalog/phones.ts'
import type { PlannedMedia, Report } from './plan.ts'

/** Why nobody would see the pictures. */
const UNSEEN = {
  fixed: {
    en: 'look.wallpaper is fixed, so nobody may choose one',
    de: 'look.wallpaper steht auf fixed, also darf niemand eines wählen',
  },
  screen: { en: 'none of these phones shows pictures', de: 'keines dieser Telefone zeigt Bilder' },
}

export function planMedia(site: Site, report: Report): PlannedMedia {
  const { look, ringTones, phones } = site
  const models = phones.flatMap(({ model }) => phoneModel(model) ?? [])
  const folders = new Set(models.flatMap(({ wallpaper }) => wallpaper?.value ?? []))
  const kinds = new Set(models.map(kindOf))
  reportTwins(
    look.wallpapers.map(name => [name, `${name}-small`]),
    index => report({ code: 'site.media-twice', path: ['look', 'wallpapers', index] }),
  )
  reportTwins(
    ringTones.map(({ file }) => [file]),
    index => report({ code: 'site.media-twice', path: ['ringTones', index, 'file'] }),
  )
  const why = look.wallpaper === 'fixed' ? UNSEEN.fixed : folders.size === 0 ? UNSEEN.screen : undefined
  if (look.wallpapers.length > 0 && why) {
    report({ code: 'site.wallpapers-unseen', path: ['look', 'wallpapers'], details: { why } })
  }
  return { wallpapers: look.wallpapers, folders: [...folders], ringTones, kinds: [...kinds] }
}

/** Names of files, of which two are the same; phones and systems do not all tell large letters from small ones. */
function reportTwins(files: readonly string[][], report: (index: number) => void): void {
  const taken = new Set<string>()
  for (const [index, names] of files.entries()) {
    const lower = names.map(name => name.toLowerCase())
    if (lower.some(name => taken.has(name))) report(index)
    for (const name of lower) taken.add(name)
  }
}

/** What a phone of this model may ask for. It goes on without any of it. */
export function mediaAsks(model: PhoneModel, { look, ringTones }: Site): string[] {
  const folder = look.wallpapers.length > 0 ? model.wallpaper?.value : undefined
  return [
    ...(folder === undefined
      ? []
      : [
          wallpaperList(folder),
          ...look.wallpapers.flatMap(name => [thumbnailPath(folder, name), wallpaperPath(folder, name)]),
        ]),
    ...ringTones.map(({ file }) => tonePath(file, kindOf(model))),
  ]
}

const kindOf = ({ family }: PhoneModel) => family.ringTones.value
