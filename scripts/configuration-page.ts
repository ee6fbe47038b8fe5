// docs/configuration.md: what stands in the files for a phone, what else could, and where that is known from. Made of the
// format in schemas/configuration and of the example site's files, so that it shows what is really written.
import { readFileSync } from 'node:fs'
import { type Element, parseXml } from '../agent/rehearsal/xml.ts'
import { renderFiles } from '../generator/files/files.ts'
import { check } from '../generator/generate.ts'
import { formatOf } from '../schemas/configuration/documents.ts'
import { describe, hasChildren, isNamed } from '../schemas/configuration/faults.ts'
import type { Node } from '../schemas/configuration/node.ts'
import { markedHoles } from './marked-holes.ts'

const EXAMPLE = new URL('../examples/fritzbox-7975g.yaml', import.meta.url)
const NAMES = {
  id: 'example'.padEnd(52, 'a'),
  name: 'home',
  issued: '2026-11-23T09:00:00Z',
  lang: 'en',
  issuer: '',
} as const

export async function configurationPage(): Promise<string> {
  const checked = await check({ text: readFileSync(EXAMPLE, 'utf8'), lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  const sections = [...renderFiles(checked.plan, NAMES)].flatMap(file => {
    const { path } = file
    const root = /\.xml$/i.test(path) ? parseXml(new TextEncoder().encode(markedHoles(file))) : undefined
    const format = root && formatOf(path, root.name)
    // Ring lists are empty: nothing to tell.
    if (!root || !format || root.children.length === 0) return []
    const name = path.replace(/^files\//, '').replace(/^SEP[^.]*/, 'SEP<MAC>')
    return [
      `## \`${name}\`

| node | written | may be | phones | source |
|---|---|---|---|---|
${rows([root], format, '').join('\n')}
`,
    ]
  })
  return `# What the phones are given

Every node of the files that the generator writes for \`examples/fritzbox-7975g.yaml\`: the value it writes there, the values
that phones take, which phones know it (all, if none is named), and where that is known from. **Bold**: a phone is known to
refuse a file without it. \`{secret:line1}\` and \`{load}\` are what the agent puts in. Made from \`schemas/configuration\`
(\`npm run docs\`), which has many more nodes than these. "usecallmanager" is the documentation at usecallmanager.nz; "field
guide" are the notes that this project began with.

${sections.join('\n')}`
}

/** @param elements all of one node: the lines of a phone in one row. */
function rows(elements: readonly Element[], node: Node, above: string): string[] {
  const path = above === '' ? node.name : `${above}/${node.name}`
  const attributes = Object.entries(node.attributes ?? {}).flatMap(([name, { value }]) => {
    const found = elements.flatMap(({ attributes: its }) => its.get(name) ?? [])
    return found.length === 0 ? [] : row(`${path}@${name}`, false, found, describe(value), node)
  })
  if (hasChildren(node.content)) {
    const inside = node.content.flatMap(child => {
      const own = elements.flatMap(({ children }) => children.filter(({ name }) => isNamed(name, child.name)))
      return own.length === 0 ? [] : rows(own, child, path)
    })
    return [...attributes, ...inside]
  }
  if (attributes.length > 0 && elements.every(({ text }) => text === '')) return attributes
  const texts = elements.map(({ text }) => text)
  return [row(path, node.needed !== undefined, texts, describe(node.content), node), ...attributes]
}

function row(path: string, needed: boolean, texts: readonly string[], may: string, { families, source }: Node): string {
  const distinct = [...new Set(texts)].map(text => (text === '' ? '(empty)' : text))
  const shown = distinct.length > 3 ? [...distinct.slice(0, 3), '…'] : distinct
  const name = path.replace(/^[^/]*\//, '')
  const cells = [shown.join(', '), may, families?.join(', ') ?? '', source].map(plain)
  return `| ${[needed ? `**${name}**` : name, ...cells].join(' | ')} |`
}

const plain = (cell: string) => cell.replace(/[|*\\]/g, '\\$&').replaceAll('<', '&lt;')
