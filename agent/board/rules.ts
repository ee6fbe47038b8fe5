// What may be wrong with a phone, told from the pattern of its questions. One rule each; every one cites where its symptom is
// known from. A rule returns what it saw, in words that need no translation, or nothing.
import type { Guide } from '../events.ts'
import { isTrustOrDefault, loadOf } from './sighting.ts'
import { type Case, goesOf, isFile, type Mark, sinceLast } from './trail.ts'

export interface Finding {
  /** What was seen, for whoever helps; also what makes it another finding than one before. */
  evidence: string
  /** For the sentence: the file, or the server, that it is about. */
  about: string
}

export interface Rule {
  code: string
  /** What the person needs to do now, step by step. */
  guide?: Guide
  look(phone: Case): Finding | undefined
}

const last = ({ trail }: Case): Mark | undefined => trail.at(-1)
const found = (about: string, evidence = about): Finding => ({ about, evidence })

/** Asks for a list again and again and for none of its images (field guide, phones 2: id:71269189631, id:71441738706). */
function manifestRefused(phone: Case): Finding | undefined {
  const mark = last(phone)
  if (mark?.kind !== 'load' || mark.what !== 'given') return undefined
  const since = sinceLast(phone.trail, ({ kind }) => kind === 'image')
  const files = (since.length > 0 ? since : phone.trail).filter(({ what }) => what === 'given' || what === 'missing')
  const lists = files.filter(({ what, file, load }, index) => {
    // A 7940 or 7960 reads the list of the load that it runs at every start, and then its configuration.
    const goesOn = /^SIP.*\.cnf$/i.test(files[index + 1]?.file ?? '')
    return what === 'given' && file === mark.file && load === mark.load && !goesOn
  })
  if (lists.length < 3) return undefined
  const hardware = phone.hardwareOf(mark.file)
  return found(mark.file, `${mark.file} × 3, 0 × .sbn${hardware === undefined ? '' : `, HARDWARE_COMP_1 ${hardware}`}`)
}

/** A list names a file that is not there: the phone stops (field guide, phones 7.14; BowenAV 7911). */
function imageMissing(phone: Case): Finding | undefined {
  const mark = last(phone)
  return mark?.what === 'missing' && mark.kind === 'image' ? found(mark.file) : undefined
}

/** The list of the wanted load is not there (field guide, phones 7.13: altf4arnold, id:59437834722). */
function loadMissing(phone: Case): Finding | undefined {
  const mark = last(phone)
  return mark?.what === 'missing' && mark.kind === 'load' && !otherModel(phone) ? found(mark.file) : undefined
}

/** The loader asks for the list of its own model: one of another was described (field guide, phones 1.1). */
function otherModel(phone: Case): Finding | undefined {
  const mark = last(phone)
  const own = phone.facts.resetLoad?.toLowerCase()
  if (own === undefined || mark?.kind !== 'load' || !/^term\d+\.default\.loads$/i.test(mark.file)) return undefined
  return mark.file.toLowerCase() === own ? undefined : found(mark.file, `${mark.file} ≠ ${phone.facts.resetLoad}`)
}

/** One node is wrong or missing, and it fetches the file again every 15 to 45 s without a restart (field guide, phones 7.1). */
function configRejected(phone: Case): Finding | undefined {
  const mark = last(phone)
  if (mark?.kind !== 'config' || mark.what !== 'given') return undefined
  const quiet = ({ what, kind, file }: Mark) =>
    what === 'lease' || kind === 'config' || (kind === 'other' && isTrustOrDefault(file))
  const from = phone.trail.findLastIndex(each => each.what === 'discover' || !quiet(each))
  const given = phone.trail.slice(from + 1).filter(({ kind, what }) => kind === 'config' && what === 'given')
  return given.length >= 3 ? found(mark.file, `${mark.file} × 3`) : undefined
}

/** A phone with a trust list asks for signed files and takes no others (field guide, phones 3.2 and 7.17). */
function trustList(phone: Case): Finding | undefined {
  const mark = last(phone)
  // Images of the 69xx and 89xx end so, too.
  const signed = /\.(?:xml|cnf|jar|txt|raw|rwb|png|enc)\.sgn$/i.exec(mark?.asked ?? '')
  return mark && isFile(mark) && signed ? found(mark.asked) : undefined
}

/** It asks for an address in the middle of a load: it was without power, or without its cable (field guide, phones 7.18 and 7.19). */
function powerLost(phone: Case): Finding | undefined {
  const mark = last(phone)
  if (mark?.what !== 'discover') return undefined
  const before = phone.trail.slice(0, -1)
  const boot = before.slice(before.findLastIndex(({ what }) => what === 'discover') + 1)
  const image = boot.findLast(({ kind }) => kind === 'image')
  const go = goesOf(phone).at(-1)
  // With all of an image behind it, it may have dropped that image itself, which another rule looks for.
  const inTheMiddle = image?.what === 'asked' || (image?.what === 'failed' && image.silent)
  if (!image || !inTheMiddle || !go || go.whole || boot.at(-1)?.kind !== 'image') return undefined
  const of = phone.imagesOf(loadOf(go.list), go.load, image.file).length
  return found(image.file, `${image.file}, ${go.given.length} / ${of || '?'}`)
}

/** After three goes that all end behind one image, it is that image which it does not take (field guide, phones 2). */
function imageRefused(phone: Case): Finding | undefined {
  const goes = goesOf(phone)
    .filter(({ ended, given }) => ended && given.length > 0)
    .slice(-3)
  const image = goes[0]?.given.at(-1)
  const alike = goes.length === 3 && goes.every(go => !go.whole && !go.broken && go.given.at(-1) === image)
  return alike && image !== undefined ? found(image, `${image} × 3`) : undefined
}

/** It takes all images and then asks for the same load again: what it runs afterwards has another name (field guide, phones 7.13). */
function sameLoadAgain(phone: Case): Finding | undefined {
  const goes = goesOf(phone)
  const now = goes.at(-1)
  if (!now || now.given.length > 0 || last(phone)?.kind !== 'load') return undefined
  const before = goes.slice(-3, -1)
  return before.length === 2 && before.every(go => go.whole && go.list === now.list)
    ? found(now.list, `${now.list} × 3, ${before[0]?.given.length} × 2`)
    : undefined
}

/** Its own minute of patience is over long before: a firewall, or a TFTP server set by hand (field guide, phones 7.20 and 3.1). */
function neverAsks({ trail, now, silentMs }: Case): Finding | undefined {
  const boot = sinceLast(trail, ({ what }) => what === 'discover')
  const lease = boot.find(({ what }) => what === 'lease')
  if (!lease || boot.some(isFile) || now - lease.at < silentMs) return undefined
  return found('', `DHCP ACK, ${silentMs / 1000} s, 0 × TFTP`)
}

/** Its request names the server that it takes (RFC 2131, 4.3.2; field guide, phones 7.16). */
function otherDhcp(phone: Case): Finding | undefined {
  const mark = last(phone)
  return mark?.what === 'elsewhere' ? found(mark.file, `DHCP REQUEST, ${mark.file}`) : undefined
}

/** Our offers do not arrive: a firewall, or they leave by another interface (field guide, network 3.1 and 3.2). */
function offerLost({ trail }: Case): Finding | undefined {
  const from = trail.findLastIndex(({ what }) => what !== 'discover')
  return trail.length - 1 - from >= 5 && trail.at(-1)?.what === 'discover' ? found('', '5 × DHCP DISCOVER') : undefined
}

/** It asks for something that nobody has in any spelling, and does not go on without it (field guide, phones 3.2). */
function fileUnknown(phone: Case): Finding | undefined {
  const mark = last(phone)
  const other = mark?.what === 'missing' && (mark.kind === 'other' || mark.kind === 'config') && !mark.harmless
  return other && !trustList(phone) ? found(mark.asked) : undefined
}

/** The same name in other letters: we do not mind, another TFTP server would (field guide, phones 7.21). */
function nameCase(phone: Case): Finding | undefined {
  const mark = last(phone)
  if (mark?.what !== 'asked' || mark.kind === 'other') return undefined
  const asked = mark.asked.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const differs = asked !== mark.file && asked.toLowerCase() === mark.file.toLowerCase()
  return differs ? found(asked, `${asked} ≠ ${mark.file}`) : undefined
}

/** A file breaks off on its way, three times in a row. */
function transferFails(phone: Case): Finding | undefined {
  const mark = last(phone)
  if (mark?.what !== 'failed') return undefined
  const same = phone.trail.filter(({ what, file }) => file === mark.file && (what === 'failed' || what === 'given'))
  return same.length >= 3 && same.slice(-3).every(({ what }) => what === 'failed')
    ? found(mark.file, `${mark.file} × 3`)
    : undefined
}

export const RULES = [
  { code: 'phone.other-model', look: otherModel },
  { code: 'phone.load-missing', look: loadMissing },
  { code: 'phone.image-missing', look: imageMissing },
  { code: 'phone.manifest-refused', look: manifestRefused },
  { code: 'phone.image-refused', look: imageRefused },
  { code: 'phone.same-load', look: sameLoadAgain, guide: 'reset' },
  { code: 'phone.power-lost', look: powerLost },
  { code: 'phone.config-rejected', look: configRejected },
  { code: 'phone.trust-list', look: trustList, guide: 'reset' },
  { code: 'phone.never-asks', look: neverAsks, guide: 'reset' },
  { code: 'phone.other-dhcp', look: otherDhcp },
  { code: 'phone.offer-lost', look: offerLost },
  { code: 'phone.file-unknown', look: fileUnknown },
  { code: 'phone.name-case', look: nameCase },
  { code: 'phone.transfer-fails', look: transferFails },
] as const satisfies readonly Rule[]

export type DiagnosisCode = (typeof RULES)[number]['code']
