// Where a person puts files that are there already. It opens without a script, and does something only with one.
import type { Lang } from '../../problem.ts'

export function ImportSection({ lang }: { lang: Lang }) {
  const text = WORDS[lang]
  return (
    <details class="import" id="import" hidden>
      <summary>
        <h2>{text.title}</h2>
      </summary>
      <p class="hint" id="import-what">
        {text.what}
      </p>
      <div class="sources">
        <div>
          <label for="import-files">{text.choose}</label>
          <input id="import-files" type="file" multiple aria-describedby="import-what" />
        </div>
        <div>
          <label for="import-text">{text.paste}</label>
          {/* Off, because a browser that restores a form would keep the passwords. */}
          <textarea id="import-text" rows={3} wrap="off" spellcheck={false} autocapitalize="off" autocomplete="off" />
          <button id="import-take" type="button">
            {text.take}
          </button>
        </div>
      </div>
      <p class="status" id="import-status" role="status" tabindex={-1} />
      <div id="import-report" />
    </details>
  )
}

const WORDS = {
  en: {
    title: 'I already have a configuration',
    what: 'Drop the files here or choose them: a phone’s SEP….cnf.xml or SIP….cnf, together with its dialplan.xml, or a table of phones (.csv). They are read in this tab and never sent. Passwords do not go into the description but into a file of their own.',
    choose: 'Files',
    paste: 'Or paste the text of a file',
    take: 'Import the text',
  },
  de: {
    title: 'Ich habe schon eine Konfiguration',
    what: 'Ziehen Sie die Dateien hierher oder wählen Sie sie aus: die SEP….cnf.xml oder SIP….cnf eines Telefons, zusammen mit ihrer dialplan.xml, oder eine Tabelle von Telefonen (.csv). Gelesen werden sie in diesem Tab, gesendet nie. Passwörter kommen nicht in die Beschreibung, sondern in eine eigene Datei.',
    choose: 'Dateien',
    paste: 'Oder den Text einer Datei einfügen',
    take: 'Text importieren',
  },
} as const satisfies Record<Lang, Record<string, string>>
