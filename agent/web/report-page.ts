// The report as a page that needs nothing else, to print or to save.
import type { Note, PhoneReport, Report } from '../board/report.ts'
import { harmless } from '../ui/harmless.ts'

/** Also for the inside of an attribute. */
export function escapeHtml(text: string): string {
  return harmless(text, 1000).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}

/**
 * @param words of the headings, by their names here.
 * @param state a phone's state in words.
 */
export function reportPage(
  report: Report,
  words: Readonly<Record<string, string>>,
  state: (phone: PhoneReport) => string,
): string {
  const facts = (list: Record<string, string | number>) =>
    `<dl>${Object.entries(list)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `<dt>${escapeHtml(words[name] ?? name)}<dd>${escapeHtml(String(value))}`)
      .join('')}</dl>`
  const notes = (list: readonly Note[]) =>
    list.length === 0
      ? ''
      : `<p>${escapeHtml(words.notes ?? '')}<ul>${list.map(({ time, code, text }) => `<li>${escapeHtml(`${time} ${code}: ${text}`)}`).join('')}</ul>`
  const { phones, name, site, issuer, signedBy, issued, rehearsal, begun, ended, seconds } = report
  const title = escapeHtml(`${words.report} – ${name}`)
  return `<!doctype html><html lang=${words.lang}><meta charset=utf-8><meta name=viewport content=width=device-width><meta name=color-scheme content="light dark"><title>${title}</title>
<main><h1>${title}</h1>${rehearsal ? `<p>${escapeHtml(words.rehearsal ?? '')}` : ''}
${facts({ site, issuer, signedBy, issued, begun, ended, seconds })}${notes(report.notes)}
${phones
  .map(
    phone => `<h2>${escapeHtml(phone.label || phone.model)}</h2>
${facts({
  ...{ model: phone.model, MAC: phone.mac, state: state(phone) },
  loads: [phone.hops[0]?.from ?? [], ...phone.hops.map(({ to }) => to)].flat().join(' → '),
  ...{ runs: phone.runs, wanted: phone.wanted, begun: phone.begun, done: phone.done },
  ...{ seconds: phone.seconds, bytes: phone.bytes },
})}${notes(phone.notes)}`,
  )
  .join('\n')}</main></html>
`
}
