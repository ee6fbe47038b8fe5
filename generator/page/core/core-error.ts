// Why the page's worker gave no answer; the message says it to the visitor, with what to do.
import type { Lang } from '../../problem.ts'

export type CoreErrorCode = 'core.unloaded' | 'core.bug'

const TEXT: Readonly<Record<CoreErrorCode, Readonly<Record<Lang, string>>>> = {
  'core.unloaded': {
    en: 'The part of the page that checks could not be loaded. Check the connection; it is tried again with the next change.',
    de: 'Der Teil der Seite, der prüft, ließ sich nicht laden. Prüfen Sie die Verbindung; bei der nächsten Änderung versucht es die Seite noch einmal.',
  },
  'core.bug': {
    en: 'The check failed, which should not have happened. The bundle can be made all the same; please report it.',
    de: 'Die Prüfung ist fehlgeschlagen; das hätte nicht geschehen dürfen. Das Bundle lässt sich trotzdem erstellen; bitte melden Sie den Fehler.',
  },
}

export class CoreError extends Error {
  override readonly name = 'CoreError'
  readonly code: CoreErrorCode

  constructor(code: CoreErrorCode, lang: Lang) {
    super(TEXT[code][lang])
    this.code = code
  }
}
