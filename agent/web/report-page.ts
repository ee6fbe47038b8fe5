// The report as a page that needs nothing else, to print or to save.
import type { PhoneReport, Report } from '../board/report.ts'

/** Also for the inside of an attribute. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/** @param words of the headings, by the names of what they stand over. */
export function reportPage(report: Report, words: Readonly<Record<string, string>>): string {
  const word = (name: string) => escapeHtml(words[name] ?? name)
  const text = (value: string | number | readonly string[]) =>
    // An id is longer than a small screen is wide.
    escapeHtml(typeof value === 'object' ? value.join(' → ') : `${value}`).replace(/[^\s&;]{16}/g, '$&<wbr>')
  const facts = ({ notes, ...rest }: Omit<Report, 'phones' | 'rehearsal'> | PhoneReport) =>
    `<dl>${Object.entries(rest)
      .map(([name, value]) => `<dt>${word(name)}<dd>${text(value)}`)
      .join(
        '',
      )}<dt>${word('notes')}<dd><ul>${notes.map(note => `<li>${text(Object.values(note).join(' '))}`).join('')}</ul></dl>`
  const { phones, rehearsal, ...rest } = report
  const title = `${word('report')} – ${text(report.name)}`
  return `<!doctype html><html lang=${word('lang')}><meta charset=utf-8><meta name=viewport content=width=device-width><meta name=color-scheme content="light dark"><title>${title}</title><main><h1>${title}</h1>${rehearsal ? word('rehearsal') : ''}${facts(rest)}${phones.map(phone => `<h2>${text(phone.label || phone.model)}</h2>${facts(phone)}`).join('')}</main></html>`
}
