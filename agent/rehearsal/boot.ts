// One boot of the virtual phone, after it has an address: which files it asks for in which order, and what it makes of them.
import { macInFileName } from '../../schemas/mac.ts'
import type { ModelFacts } from '../../schemas/manifest.ts'
import { bootText, readsText } from './boot-text.ts'
import { checkSipConfig, readConfig, type SipConfig, wantedLoad } from './config-check.ts'
import { PhoneError } from './error.ts'
import type { Fetch, Say } from './files.ts'
import { fetchImages, fetchList, isOf79xx, isSip, releaseOf } from './load.ts'
import { loadFromDefault, upgrade } from './upgrade.ts'

export interface Boot {
  mac: string
  model: string
  facts: ModelFacts
  /** The load that runs in this boot. */
  running: string
  fetch: Fetch
  say: Say
}

/** It restarts with another load (or the same, when it refused the new one), or it is up. */
export type Outcome = { restart: true; running: string } | { restart: false; config: SipConfig }

/** From this release on a phone asks for trust lists of its own besides the old one (field guide, phones 3.2). */
const RELEASE_WITH_ITL = 9

/**
 * The loader in the phone's ROM after a factory reset: no configuration, only the model's own list and its images. A model
 * that keeps its firmware boots as always.
 * @throws PhoneError
 */
export async function recover(phone: Boot): Promise<Outcome> {
  const { facts, fetch, say } = phone
  if (facts.resetLoad === undefined) return boot(phone)
  const running = facts.resetLoad.replace(/\.loads$/i, '')
  const list = await fetchList(facts.resetLoad, fetch)
  say('images', { file: facts.resetLoad, detail: `${list.files.length}` })
  await fetchImages(list, fetch)
  say('writes', { detail: running })
  return { restart: true, running }
}

/**
 * A normal boot.
 * @throws PhoneError
 */
export async function boot(phone: Boot): Promise<Outcome> {
  if (readsText(phone)) return bootText(phone)
  const { running, fetch, say } = phone
  const mac = macInFileName(phone.mac)
  const release = releaseOf(running)?.[0] ?? RELEASE_WITH_ITL
  await fetch(`CTLSEP${mac}.tlv`)
  if (release >= RELEASE_WITH_ITL) {
    await fetch(`ITLSEP${mac}.tlv`)
    await fetch('ITLFile.tlv')
  }

  const file = `SEP${mac}.cnf.xml`
  const bytes = await fetch(file, true)
  if (!bytes) return takeDefault(phone, file)
  const device = readConfig(file, bytes, ['device'])
  // SCCP firmware has no use for the SIP part; it only looks for its load.
  const config = isSip(running) ? checkSipConfig(file, device, !isOf79xx(running)) : undefined
  const wanted = wantedLoad(file, device)
  say('config', { file, detail: wanted })
  if (wanted !== running) return upgrade(phone, wanted)
  if (!config) throw new PhoneError('phone.bad-config', `${file}: loadInformation keeps a phone for SIP on SCCP`)
  await fetchRest(phone, config)
  return { restart: false, config }
}

/** Without a file of its own a phone takes the load for its model from the general one, and no lines. */
async function takeDefault(phone: Boot, missing: string): Promise<Outcome> {
  const file = 'XMLDefault.cnf.xml'
  const wanted = await loadFromDefault(phone, file)
  if (wanted === undefined || wanted === phone.running) throw new PhoneError('phone.no-config', missing)
  phone.say('config', { file, detail: wanted })
  return upgrade(phone, wanted)
}

/** What a phone asks for when it runs the right load; it goes on without any of it (field guide, phones 3.2). */
async function fetchRest({ facts, fetch }: Boot, config: SipConfig): Promise<void> {
  // Which dictionary and tones a model has is a fact of the catalogue; an empty folder gives `/name`, as real phones ask.
  const names = facts.asks.map(({ file }) => file.split('/').at(-1) ?? '')
  const jar = names.find(name => name.endsWith('.jar'))
  const tones = names.find(name => name.endsWith('-tones.xml'))
  if (jar !== undefined) await fetch(`${config.userLocale}/${jar}`)
  if (tones !== undefined) await fetch(`${config.networkLocale}/${tones}`)
  if (config.dialTemplate !== '') {
    const bytes = await fetch(config.dialTemplate)
    // A plan that cannot be read would be passed over without a word, and every call would wait for its time-out.
    if (bytes) readConfig(config.dialTemplate, bytes, ['DIALTEMPLATE', 'dialTemplate'])
  }
  if (config.softKeyFile !== '') await fetch(config.softKeyFile)
}
