// Desktops/<folder>/List.xml: the background pictures to choose from. Format: usecallmanager, background-images.
import { thumbnailPath, wallpaperList, wallpaperPath } from '../catalog/models/media-paths.ts'
import type { Plan } from '../plan/plan.ts'
import { element, type PhoneFile, writeXml } from './xml.ts'

/** One for each folder that a phone of the site looks in; none when the site names no pictures. */
export function wallpaperLists({ media }: Pick<Plan, 'media'>): PhoneFile[] {
  if (media.wallpapers.length === 0) return []
  return media.folders.map(folder => {
    // A phone that fetches by HTTP does so here too; TFTP is the only word that it knows.
    const items = media.wallpapers.map(name =>
      element('ImageItem', undefined, {
        Image: `TFTP:${thumbnailPath(folder, name)}`,
        URL: `TFTP:${wallpaperPath(folder, name)}`,
      }),
    )
    return writeXml(`files/${wallpaperList(folder)}`, element('CiscoIPPhoneImageList', items))
  })
}
