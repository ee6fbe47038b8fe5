// Why a bundle is refused: every code with what it means and what to do, in German and English.

type Text = { message: string; cure: string }
export type Lang = 'de' | 'en'

const DAMAGED = {
  en: 'Download the bundle again, or make a new one. If you got it from somebody: ask where it was changed.',
  de: 'Laden Sie das Paket neu herunter oder erzeugen Sie ein neues. Von jemand anderem erhalten? Fragen Sie, wo es verändert wurde.',
}
const NEWER = {
  en: 'Get the agent that belongs to the generator that made this bundle.',
  de: 'Nehmen Sie den Agenten, der zu dem Generator gehört, der dieses Paket erzeugt hat.',
}
const DO_NOT_USE = {
  en: 'Do not use this bundle: whoever signed it made it wrongly, or with bad intent.',
  de: 'Verwenden Sie dieses Paket nicht: Wer es unterschrieben hat, hat einen Fehler gemacht oder führt Böses im Schilde.',
}

/** The table from which `docs/errors.md` is made; the code is the contract, the words may change. */
export const BUNDLE_ERRORS = {
  'bundle.too-large': {
    en: { message: 'The bundle is larger than this program accepts (64 MB).', cure: DAMAGED.en },
    de: { message: 'Das Paket ist größer, als dieses Programm annimmt (64 MB).', cure: DAMAGED.de },
  },
  'bundle.zip': {
    en: {
      message: 'This is not a bundle as the generator writes it, or it was damaged or changed on the way.',
      cure: DAMAGED.en,
    },
    de: {
      message: 'Das ist kein Paket, wie es der Generator schreibt, oder es wurde unterwegs beschädigt oder verändert.',
      cure: DAMAGED.de,
    },
  },
  'bundle.part-missing': {
    en: { message: 'A part that every bundle has is missing.', cure: DAMAGED.en },
    de: { message: 'Ein Teil, den jedes Paket hat, fehlt.', cure: DAMAGED.de },
  },
  'bundle.keys-signature': {
    en: { message: 'The list of keys in the bundle is not signed as it must be.', cure: DAMAGED.en },
    de: { message: 'Die Schlüsselliste im Paket ist nicht gültig unterschrieben.', cure: DAMAGED.de },
  },
  'bundle.keys-format': {
    en: { message: 'The list of keys in the bundle cannot be understood.', cure: NEWER.en },
    de: { message: 'Die Schlüsselliste im Paket ist nicht zu verstehen.', cure: NEWER.de },
  },
  'bundle.keys-old': {
    en: {
      message: 'The bundle brings an older list of keys than one seen before from the same issuer.',
      cure: 'Make the bundle again at the generator: one of its keys may have been withdrawn since.',
    },
    de: {
      message: 'Das Paket bringt eine ältere Schlüsselliste mit, als von diesem Herausgeber schon bekannt ist.',
      cure: 'Erzeugen Sie das Paket beim Generator neu: Einer seiner Schlüssel wurde vielleicht zurückgezogen.',
    },
  },
  'bundle.root-unknown': {
    en: {
      message: 'The bundle was made by a generator that this agent does not know.',
      cure: 'If you know the generator, compare the fingerprint with the one that it publishes and add --trust with it.',
    },
    de: {
      message: 'Das Paket stammt von einem Generator, den dieser Agent nicht kennt.',
      cure: 'Wenn Sie den Generator kennen: Vergleichen Sie den Fingerabdruck mit dem veröffentlichten und geben Sie ihn mit --trust an.',
    },
  },
  'bundle.signature': {
    en: {
      message: 'The signature does not belong to the bundle: it was changed after it was signed.',
      cure: DAMAGED.en,
    },
    de: { message: 'Die Unterschrift passt nicht zum Paket: Es wurde danach verändert.', cure: DAMAGED.de },
  },
  'bundle.key-unknown': {
    en: { message: 'The bundle is signed with a key that its issuer does not list.', cure: DAMAGED.en },
    de: {
      message: 'Das Paket ist mit einem Schlüssel unterschrieben, den der Herausgeber nicht nennt.',
      cure: DAMAGED.de,
    },
  },
  'bundle.key-dates': {
    en: {
      message: 'The bundle was signed at a time at which its key was not valid.',
      cure: 'Make the bundle again at the generator.',
    },
    de: {
      message: 'Das Paket wurde zu einer Zeit unterschrieben, zu der sein Schlüssel nicht galt.',
      cure: 'Erzeugen Sie das Paket beim Generator neu.',
    },
  },
  'bundle.issuer': {
    en: { message: 'The manifest and the list of keys name different issuers.', cure: DO_NOT_USE.en },
    de: { message: 'Manifest und Schlüsselliste nennen verschiedene Herausgeber.', cure: DO_NOT_USE.de },
  },
  'bundle.manifest': {
    en: { message: 'The manifest cannot be understood.', cure: NEWER.en },
    de: { message: 'Das Manifest ist nicht zu verstehen.', cure: NEWER.de },
  },
  'bundle.requires': {
    en: { message: 'The bundle needs something that this agent does not know yet.', cure: NEWER.en },
    de: { message: 'Das Paket braucht etwas, das dieser Agent noch nicht kennt.', cure: NEWER.de },
  },
  'bundle.file-missing': {
    en: { message: 'A file that the manifest lists is not in the bundle.', cure: DAMAGED.en },
    de: { message: 'Eine Datei, die das Manifest nennt, fehlt im Paket.', cure: DAMAGED.de },
  },
  'bundle.file-unlisted': {
    en: { message: 'The bundle holds a file that the manifest does not list, or lists twice.', cure: DAMAGED.en },
    de: { message: 'Das Paket enthält eine Datei, die das Manifest nicht oder doppelt nennt.', cure: DAMAGED.de },
  },
  'bundle.file-size': {
    en: { message: 'A file in the bundle has another size than the manifest says.', cure: DAMAGED.en },
    de: { message: 'Eine Datei im Paket hat eine andere Größe, als das Manifest sagt.', cure: DAMAGED.de },
  },
  'bundle.file-hash': {
    en: { message: 'A file in the bundle has other content than the manifest says.', cure: DAMAGED.en },
    de: { message: 'Eine Datei im Paket hat anderen Inhalt, als das Manifest sagt.', cure: DAMAGED.de },
  },
  'bundle.hole': {
    en: { message: 'A password would be put where no password belongs.', cure: DO_NOT_USE.en },
    de: { message: 'Ein Passwort käme an eine Stelle, an die kein Passwort gehört.', cure: DO_NOT_USE.de },
  },
  'bundle.phone': {
    en: { message: 'The description of a phone contradicts itself.', cure: DO_NOT_USE.en },
    de: { message: 'Die Beschreibung eines Telefons widerspricht sich.', cure: DO_NOT_USE.de },
  },
} as const satisfies Record<string, Record<Lang, Text>>

export type BundleErrorCode = keyof typeof BUNDLE_ERRORS

/** A bundle that is refused as a whole. `detail` names the file, entry or key; it never holds content. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
  readonly code: BundleErrorCode
  readonly detail: string

  constructor(code: BundleErrorCode, detail = '') {
    super(`${code}: ${BUNDLE_ERRORS[code].en.message}${detail && ` (${detail})`}`)
    this.code = code
    this.detail = detail
  }

  /** What happened and what to do, for a person. */
  explain(lang: Lang): Text {
    const { message, cure } = BUNDLE_ERRORS[this.code][lang]
    return { message: this.detail ? `${message} (${this.detail})` : message, cure }
  }
}
