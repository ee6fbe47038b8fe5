// What the functions of a key are called, for the list in the form. The phone shows its own word beside the key.
import type { KeyFeature } from '../../../schemas/line-key.ts'
import type { Lang } from '../../problem.ts'

export const FEATURE_WORDS: Record<KeyFeature, Record<Lang, string>> = {
  redial: { en: 'Redial', de: 'Wahlwiederholung' },
  hold: { en: 'Hold', de: 'Halten' },
  transfer: { en: 'Transfer', de: 'Weiterverbinden' },
  forward: { en: 'Forward all calls', de: 'Alle Anrufe umleiten' },
  conference: { en: 'Conference', de: 'Konferenz' },
  park: { en: 'Park', de: 'Parken' },
  pickup: { en: 'Pick up', de: 'Anruf heranholen' },
  'group-pickup': { en: 'Pick up from another group', de: 'Aus anderer Gruppe heranholen' },
  'other-pickup': { en: 'Pick up elsewhere', de: 'Anderswo heranholen' },
  'do-not-disturb': { en: 'Do not disturb', de: 'Bitte nicht stören' },
  'hunt-group': { en: 'Hunt group', de: 'Sammelanschluss' },
  'meet-me': { en: 'Meet-me conference', de: 'Konferenzraum' },
  'malicious-call': { en: 'Malicious call', de: 'Belästigender Anruf' },
  'call-back': { en: 'Call back', de: 'Rückruf' },
  record: { en: 'Record', de: 'Aufnehmen' },
  'report-quality': { en: 'Report the quality', de: 'Qualität melden' },
  'remove-participant': { en: 'Remove the last participant', de: 'Letzten Teilnehmer entfernen' },
  'new-call': { en: 'New call', de: 'Neuer Anruf' },
  answer: { en: 'Answer', de: 'Annehmen' },
  'all-calls': { en: 'All calls', de: 'Alle Anrufe' },
  'alerting-calls': { en: 'Ringing calls', de: 'Klingelnde Anrufe' },
  settings: { en: 'Settings', de: 'Einstellungen' },
  services: { en: 'Services', de: 'Dienste' },
  messages: { en: 'Messages', de: 'Nachrichten' },
  directories: { en: 'Directories', de: 'Verzeichnisse' },
  applications: { en: 'Applications', de: 'Anwendungen' },
  headset: { en: 'Headset', de: 'Headset' },
}
