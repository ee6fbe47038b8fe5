// Why a file cannot be imported, and what to do instead, in German and English.
import type { Lang } from '../problem.ts'
import type { ImportedFile } from './import-file.ts'

export type Refusal = Extract<ImportedFile, { ok: false }>['why']

export const REFUSALS: Record<Lang, Record<Refusal, string>> = {
  en: {
    empty:
      'There is no XML in this file, nor a setting of a 7940 or 7960. Give the SEP<MAC>.cnf.xml or SIP<MAC>.cnf that the phone asks for.',
    mpp: 'This is a configuration for MPP firmware (3PCC), which has another scheme. This generator is for enterprise firmware only: keep that file, or write a site file for a phone that you can convert.',
    'defaults-only':
      'No line is in this file: it is what all phones share. Give the SIP<MAC>.cnf of the phone together with it (on the command line: --default for this one).',
    'not-a-configuration': 'This is not the configuration of a phone: its root is not <device>.',
    'xml-default':
      'This is XMLDefault.cnf.xml, for phones without a file of their own: it has no lines to import. Give a SEP<MAC>.cnf.xml.',
    loader: 'This is OS79XX.TXT, which names the loader of a 7940 or 7960: it has no lines to import.',
    sccp: 'This is a configuration for SCCP: it has no SIP part that could be taken over. Write a site file instead.',
    'no-lines': 'No line in this file has a user name. Fill one in, or write a site file instead.',
    'unknown-phone':
      'Which phone this file is for is not certain: it names no load, or one of a phone that is not known here. Add --model, such as --model CP-7962G.',
    'unknown-model':
      'No phone of this name is known here; docs/phones.md lists them. Give one such as --model CP-7962G.',
    packed: 'This is a packed file. Unpack it, and give the file of the phone that is in it.',
    sealed:
      'This is no text: an encrypted configuration (.enc.sgn), which only the phone itself can read, firmware, or a list of certificates. Give the plain SEP<MAC>.cnf.xml.',
    'web-page':
      'This is a page of a web server, perhaps its error message, not the file of a phone. Fetch the file once more and look into it.',
    site: 'This is a site file already: check it, or make a bundle of it (cp-generator site.yaml), without an import.',
    beside:
      'This file stands beside the configuration of a phone (ring tones, pictures, soft keys or rules of a call manager). A site says these in its own words; give the SEP<MAC>.cnf.xml.',
    columns: 'The first row must name columns, among them mac and username (or extension).',
    'no-rules': 'This dial plan has no rule that could be taken over.',
  },
  de: {
    empty:
      'In dieser Datei steht kein XML und keine Einstellung eines 7940 oder 7960. Geben Sie die SEP<MAC>.cnf.xml oder SIP<MAC>.cnf an, nach der das Telefon fragt.',
    mpp: 'Das ist eine Konfiguration für MPP-Firmware (3PCC), die anders aufgebaut ist. Dieser Generator kennt nur Enterprise-Firmware: Behalten Sie die Datei, oder schreiben Sie eine Beschreibung für ein Telefon, das sich umstellen lässt.',
    'defaults-only':
      'In dieser Datei ist keine Leitung: Sie gilt für alle Telefone. Geben Sie die SIP<MAC>.cnf des Telefons zusammen mit ihr an (auf der Befehlszeile diese mit --default).',
    'not-a-configuration': 'Das ist nicht die Konfiguration eines Telefons: Ihre Wurzel ist nicht <device>.',
    'xml-default':
      'Das ist XMLDefault.cnf.xml, für Telefone ohne eigene Datei: Darin stehen keine Leitungen. Geben Sie eine SEP<MAC>.cnf.xml an.',
    loader: 'Das ist OS79XX.TXT, die den Lader eines 7940 oder 7960 nennt: Darin stehen keine Leitungen.',
    sccp: 'Das ist eine Konfiguration für SCCP: Sie hat keinen SIP-Teil. Schreiben Sie stattdessen eine Beschreibung.',
    'no-lines': 'Keine Leitung in dieser Datei hat einen Benutzernamen. Tragen Sie einen ein.',
    'unknown-phone':
      'Für welches Telefon die Datei ist, ist nicht sicher: Sie nennt keine Firmware oder die eines Telefons, das hier nicht bekannt ist. Ergänzen Sie --model, etwa --model CP-7962G.',
    'unknown-model':
      'Ein Telefon dieses Namens ist hier nicht bekannt; docs/phones.md zählt sie auf. Geben Sie eines an, etwa --model CP-7962G.',
    packed: 'Das ist eine gepackte Datei. Packen Sie sie aus, und geben Sie die Datei des Telefons darin an.',
    sealed:
      'Das ist kein Text: eine verschlüsselte Konfiguration (.enc.sgn), die nur das Telefon selbst lesen kann, Firmware oder eine Liste von Zertifikaten. Geben Sie die unverschlüsselte SEP<MAC>.cnf.xml an.',
    'web-page':
      'Das ist die Seite eines Webservers, vielleicht seine Fehlermeldung, nicht die Datei eines Telefons. Laden Sie die Datei noch einmal, und sehen Sie hinein.',
    site: 'Das ist schon eine Beschreibung: Prüfen Sie sie, oder machen Sie ein Bündel daraus (cp-generator site.yaml), ohne Import.',
    beside:
      'Diese Datei steht neben der Konfiguration eines Telefons (Ruftöne, Bilder, Softkeys oder Regeln eines Call Managers). Eine Beschreibung sagt das mit eigenen Worten; geben Sie die SEP<MAC>.cnf.xml an.',
    columns: 'Die erste Zeile muss die Spalten nennen, darunter mac und username (oder extension).',
    'no-rules': 'In diesem Wählplan ist keine Regel, die sich übernehmen ließe.',
  },
}
