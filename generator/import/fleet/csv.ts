// Tables as spreadsheets write them (RFC 4180): commas, semicolons or tabs, quotes, line ends of any system.

export interface CsvRow {
  /** In the file, from 1. */
  line: number
  /** By the name of its column, lower case, letters and digits only; the first of two columns with one name counts. */
  cells: ReadonlyMap<string, string>
  /** Whether it has more cells than there are names of columns. */
  more: boolean
}

/** 10,000 phones with eight lines each, and 200 letters for a line. */
export const MAX_TABLE_BYTES = 16_000_000

/** Rows below the first, which names the columns; rows without any content are passed over. */
export function readCsv(text: string): { columns: string[]; rows: CsvRow[] } {
  const source = text.replace(/^\ufeff/, '')
  const [head, ...body] = split(source, delimiterOf(source))
  const columns = (head?.cells ?? []).map(name => name.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const rows = body
    .filter(({ cells }) => cells.some(cell => cell !== ''))
    .map(({ line, cells }): CsvRow => {
      const named = new Map<string, string>()
      for (const [index, name] of columns.entries()) if (!named.has(name)) named.set(name, cells[index] ?? '')
      return { line, cells: named, more: cells.slice(columns.length).some(cell => cell !== '') }
    })
  return { columns, rows }
}

/** The one that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const head = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map(sign => ({ sign, count: head.split(sign).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ','
}

function split(text: string, delimiter: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  /** Nothing but blanks so far. */
  let blank = true
  let quoted = false
  let line = 1
  let begun = 1
  const endRow = () => {
    rows.push({ line: begun, cells: [...cells, cell.trim()] })
    cells = []
    cell = ''
    blank = true
    begun = line
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at)
      else quoted = false
    } else if (sign === '"' && blank) {
      cell = ''
      blank = false
      quoted = true
    } else if (sign === delimiter) {
      cells.push(cell.trim())
      cell = ''
      blank = true
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') {
      cell += sign
      blank &&= sign.trim() === ''
    }
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
