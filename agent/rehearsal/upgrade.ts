// How the virtual phone comes to another load: from the file for all phones it learns which, and takes it in one go.
import type { Boot, Outcome } from './boot.ts'
import { defaultLoad, readConfig } from './config-check.ts'
import { checkFamily, fetchImages, fetchList, isTooFar } from './load.ts'

/** The load for its model in the file for all phones. @throws PhoneError `phone.bad-config` */
export async function loadFromDefault(
  { model, fetch }: Boot,
  file = 'XMLDefault.cnf.xml',
): Promise<string | undefined> {
  const bytes = await fetch(file)
  return bytes && defaultLoad(readConfig(file, bytes, ['Default']), model)
}

/** @throws PhoneError `phone.load-missing`, `phone.image-missing`, `phone.bad-image` */
export async function upgrade({ running, facts, fetch, say }: Boot, wanted: string): Promise<Outcome> {
  say('upgrade', { detail: `${running} → ${wanted}` })
  checkFamily(wanted, facts)
  const file = `${wanted}.loads`
  const list = await fetchList(file, fetch)
  if (isTooFar(running, wanted)) {
    say('refuses', { file, detail: 'too far in one step' })
    return { restart: true, running }
  }
  say('images', { file, detail: `${list.files.length}` })
  await fetchImages(list, fetch)
  say('writes', { detail: wanted })
  return { restart: true, running: wanted }
}
