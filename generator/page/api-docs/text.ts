// The words of the page that describes the API.
import type { Lang } from '../../problem.ts'

export interface ApiDocsText {
  title: string
  lead: string
  document: string
  rules: readonly string[]
  contents: string
  parameters: string
  places: Record<'path' | 'query' | 'header', string>
  body: string
  answers: string
  problems: string
  problemsLead: string
  columns: readonly [string, string, string]
  anywhere: string
  try: string
}

export const API_DOCS_TEXT: Record<Lang, ApiDocsText> = {
  en: {
    title: 'API',
    lead: 'Everything that the pages do, a program can do too: check a site file, make a bundle, read presets and keys.',
    document: 'The same for programs: OpenAPI 3.1',
    rules: [
      'No route takes a password. A site file names secrets; the agent on your laptop fills them in.',
      'Nothing that you send to check or to make a bundle is kept or logged.',
      'An error is application/problem+json with a code that stays and a cure; every error of a site file comes at once.',
      'What is read with GET has an ETag; with If-None-Match an unchanged answer is a 304 without a body.',
      'Other origins may read the schemas, keys, presets and this description; only programs outside a browser, and the pages here, may send.',
      'Messages are German or English, by Accept-Language or ?lang=.',
    ],
    contents: 'Routes',
    parameters: 'Parameters',
    places: { path: 'in the path', query: 'in the query', header: 'header' },
    body: 'Body',
    answers: 'Answers',
    problems: 'Problems',
    problemsLead:
      'The title and the detail are in the language of the request. What is wrong inside a site file has codes of its own, in the list errors; docs/errors.md in the source has them all.',
    columns: ['Code', 'Status', 'What it means, and what to do'],
    anywhere: 'Any route can answer these, and 404 and 405 for an address or a method that is not there:',
    try: 'Try it',
  },
  de: {
    title: 'API',
    lead: 'Was die Seiten können, kann auch ein Programm: eine Beschreibung prüfen, ein Bundle machen, Vorlagen und Schlüssel lesen.',
    document: 'Dasselbe für Programme: OpenAPI 3.1',
    rules: [
      'Keine Adresse nimmt ein Passwort. Eine Beschreibung nennt Passwörter nur beim Namen; der Agent auf Ihrem Laptop setzt sie ein.',
      'Was Sie zum Prüfen oder für ein Bundle senden, wird weder behalten noch protokolliert.',
      'Ein Fehler ist application/problem+json mit einem Code, der bleibt, und einer Abhilfe; alle Fehler einer Beschreibung kommen auf einmal.',
      'Was mit GET gelesen wird, hat einen ETag; mit If-None-Match ist eine unveränderte Antwort ein 304 ohne Inhalt.',
      'Andere Seiten im Netz dürfen Schemata, Schlüssel, Vorlagen und diese Beschreibung lesen; senden dürfen nur Programme außerhalb eines Browsers und die Seiten hier.',
      'Die Meldungen sind deutsch oder englisch, je nach Accept-Language oder ?lang=.',
    ],
    contents: 'Adressen',
    parameters: 'Parameter',
    places: { path: 'im Pfad', query: 'in der Abfrage', header: 'Kopfzeile' },
    body: 'Inhalt',
    answers: 'Antworten',
    problems: 'Fehler',
    problemsLead:
      'title und detail stehen in der Sprache der Anfrage. Was innerhalb einer Beschreibung falsch ist, hat eigene Codes, in der Liste errors; docs/errors.md im Quelltext nennt sie alle.',
    columns: ['Code', 'Status', 'Was er bedeutet und was zu tun ist'],
    anywhere:
      'Diese Codes kann jede Adresse melden, dazu 404 und 405, wenn es die Adresse nicht gibt oder sie die Methode nicht kennt:',
    try: 'Ausprobieren',
  },
}
