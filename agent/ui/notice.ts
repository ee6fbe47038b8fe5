// Things worth saying that stop nothing, and the questions to a person, in German and English.
import type { Lang } from './text.ts'

/** `{}` is replaced by the detail. */
export const NOTICE = {
  'firmware.missing': {
    en: 'Firmware that the phone may ask for is not here: {}. If it already runs this load, nothing is needed; else add --firmware FOLDER.',
    de: 'Firmware, nach der das Telefon fragen kann, ist nicht da: {}. Läuft sie schon, wird nichts gebraucht; sonst --firmware ORDNER angeben.',
  },
  'secrets.open': {
    en: 'Other users of this computer can read {}. Better: chmod 600 {}',
    de: 'Andere Benutzer dieses Rechners können {} lesen. Besser: chmod 600 {}',
  },
  'secret.long-for-some': {
    en: 'The password “{}” is longer than 12 characters; some phones then register for ever. If yours does, choose a shorter one.',
    de: 'Das Passwort „{}“ ist länger als 12 Zeichen; manche Telefone melden sich dann nie an. Wenn Ihres das tut, nehmen Sie ein kürzeres.',
  },
  'state.dropped': {
    en: 'The memory of earlier leases was damaged and is started afresh: {}',
    de: 'Das Gedächtnis über frühere Adressen war beschädigt und fängt neu an: {}',
  },
  'state.unwritable': {
    en: 'Cannot remember leases: {} is not writable. Serving goes on.',
    de: 'Vergebene Adressen lassen sich nicht merken: {} ist nicht schreibbar. Es geht trotzdem weiter.',
  },
  'rival.could-not-look': {
    en: 'Could not look for other DHCP servers ({}), so DHCP stays off. If only the phone is on this cable: --dhcp on',
    de: 'Konnte nicht nach anderen DHCP-Servern suchen ({}), also bleibt DHCP aus. Hängt nur das Telefon an diesem Kabel: --dhcp on',
  },
  'dhcp.paused': {
    en: 'DHCP pauses, because another server may be on this network. Take the phone to a cable of its own.',
    de: 'DHCP macht Pause, weil vielleicht ein anderer Server im Netz ist. Geben Sie dem Telefon ein eigenes Kabel.',
  },
  'dhcp.resumed': {
    en: 'No other DHCP server is there any more; DHCP goes on.',
    de: 'Es ist kein anderer DHCP-Server mehr da; DHCP geht weiter.',
  },
  'rehearsal.firmware': {
    en: 'The firmware {} is not here, so synthetic files of the same structure stand in for it.',
    de: 'Die Firmware {} ist nicht da; an ihrer Stelle stehen synthetische Dateien gleichen Aufbaus.',
  },
  'rehearsal.secrets': {
    en: 'Synthetic passwords stand in for: {}',
    de: 'Synthetische Passwörter stehen für: {}',
  },
  'network.trouble': {
    en: 'The network reported: {}. Serving goes on.',
    de: 'Das Netz meldet: {}. Es geht weiter.',
  },
} as const satisfies Record<string, Record<Lang, string>>

export const QUESTION = {
  trust: (lang: Lang, issuer: string, fingerprint: string): string =>
    lang === 'de'
      ? `Dieses Paket stammt von einem Generator, den dieser Agent nicht kennt.\n  nennt sich:     ${issuer}\n  Fingerabdruck:  ${fingerprint}\nStimmt der Fingerabdruck mit dem überein, den der Generator veröffentlicht? Annehmen? [j/N]`
      : `This bundle was made by a generator that this agent does not know.\n  calls itself:  ${issuer}\n  fingerprint:   ${fingerprint}\nIs this the fingerprint that the generator publishes? Accept it? [y/N]`,
  secret: (lang: Lang, name: string): string =>
    lang === 'de' ? `Passwort „${name}“ (bleibt unsichtbar):` : `Password “${name}” (not shown):`,
  claim: (lang: Lang, mac: string, model: string): string =>
    lang === 'de'
      ? `Ein ${model} mit der MAC-Adresse ${mac} meldet sich. Ist das Ihres? Es bekommt dann die Passwörter. [j/N]`
      : `A ${model} with the MAC address ${mac} asks. Is it yours? It will then be given the passwords. [y/N]`,
}
