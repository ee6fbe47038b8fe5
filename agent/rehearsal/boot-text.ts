// One boot of a virtual 7940G or 7960G, in the order that a TFTP server saw (field guide, phones 3.2; id:4970464604): the
// loader looks for its load, then the application reads the text files.
import { macInFileName } from '../../schemas/mac.ts'
import type { Boot, Outcome } from './boot.ts'
import { readConfig } from './config-check.ts'
import { PhoneError } from './error.ts'
import { checkTextConfig, readText } from './text-config.ts'
import { loadFromDefault, upgrade } from './upgrade.ts'

/** What it asks for tells which kind it is. */
export const readsText = ({ facts }: Pick<Boot, 'facts'>): boolean =>
  facts.asks.some(({ file }) => file === 'SIPDefault.cnf')

/** @throws PhoneError */
export async function bootText(phone: Boot): Promise<Outcome> {
  const { running, fetch, say } = phone
  const mac = macInFileName(phone.mac)
  const loader = await fetch('OS79XX.TXT')
  // Whatever is behind the name becomes part of it (field guide, phones 7.29).
  if (loader && !/^P0[\w-]+\n?$/.test(new TextDecoder('latin1').decode(loader)))
    throw new PhoneError('phone.bad-config', 'OS79XX.TXT: no bare name')
  await fetch(`CTLSEP${mac}.tlv`)
  await fetch(`SEP${mac}.cnf.xml`)
  const wanted = await loadFromDefault(phone)
  if (wanted !== undefined && wanted !== running) return upgrade(phone, wanted)
  await fetch(`${running}.loads`)

  const file = `SIP${mac}.cnf`
  const values = new Map<string, string>()
  for (const name of ['SIPDefault.cnf', file]) {
    const bytes = await fetch(name, true)
    if (!bytes && name === file) throw new PhoneError('phone.no-config', file)
    // What is its own stands over what all share.
    if (bytes) for (const [key, value] of readText(name, bytes)) values.set(key, value)
  }
  const load = values.get('image_version') ?? running
  say('config', { file, detail: load })
  if (load !== running) return upgrade(phone, load)
  const config = checkTextConfig(file, values)
  await fetch('RINGLIST.DAT')
  if (config.dialTemplate !== '') {
    const name = `${config.dialTemplate}.xml`
    const plan = await fetch(name)
    if (plan) readConfig(name, plan, ['DIALTEMPLATE'])
  }
  return { restart: false, config }
}
