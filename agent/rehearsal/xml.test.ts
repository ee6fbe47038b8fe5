import { describe, expect, test } from 'vitest'
import { find, parseXml, XmlFault } from './xml.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
function fault(document: Uint8Array): string {
  try {
    parseXml(document)
  } catch (error) {
    if (error instanceof XmlFault) return error.message
    throw error
  }
  return 'no fault'
}

describe("the virtual phone's XML reader", () => {
  test('reads elements, attributes, texts and entities', () => {
    const root = parseXml(
      bytes(`<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<device  xsi:type="axl:XIPPhone" ctiid='1'>
  <line button="1"><name>a&amp;b &lt;&#252;&#xFC;&gt;</name></line><line button="2"/>
  <proxy><![CDATA[<&>]]></proxy><?hint?><!-- a - b -->
</device>
`),
    )
    expect([...root.attributes]).toEqual([
      ['xsi:type', 'axl:XIPPhone'],
      ['ctiid', '1'],
    ])
    expect(root.children.map(({ name }) => name)).toEqual(['line', 'line', 'proxy'])
    expect(find(root, 'line', 'name')?.text).toBe('a&b <üü>')
    expect(find(root, 'proxy')?.text).toBe('<&>')
    expect(find(root, 'line', 'nothing', 'here')).toBeUndefined()
  })

  test.each([
    ['nothing', ''],
    ['only a declaration', '<?xml version="1.0"?>'],
    ['text before the root', 'x<a/>'],
    ['text behind the root', '<a/>x'],
    ['two roots', '<a/><b/>'],
    ['a space before the declaration', ' <?xml version="1.0"?><a/>'],
    ['another version', '<?xml version="2.0"?><a/>'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an element that is never closed', '<a><b></b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['an end tag of other case', '<a></A>'],
    ['a tag without end', '<a'],
    ['an end tag without end', '<a></a'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute without value', '<a b/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['attributes without a space between', '<a b="1"c="2"/>'],
    ['a smart quote', '<a b=“1”/>'],
    ['a bare < in an attribute', '<a b="<"/>'],
    ['a bare &', '<a>Tom & Jerry</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an entity that is a property of every object', '<a>&constructor;</a>'],
    ['an entity without semicolon', '<a>&amp</a>'],
    ['a reference to NUL', '<a>&#0;</a>'],
    ['a reference to a surrogate', '<a>&#xD800;</a>'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['-- in a comment', '<a><!-- a -- b --></a>'],
    ['a comment without end', '<a><!-- a'],
    ['CDATA without end', '<a><![CDATA[b</a>'],
    [']]> in a text', '<a>]]></a>'],
    ['a name that begins with a digit', '<1a/>'],
    ['a byte order mark', '\uFEFF<a/>'],
  ])('refuses %s', (_, document) => {
    expect(fault(bytes(document))).toMatch(/^line \d+: /)
  })

  test('refuses what is not UTF-8', () => {
    expect(fault(Uint8Array.of(...bytes('<a>'), 0xfc, ...bytes('</a>')))).toMatch(/^line 1: not UTF-8/)
  })

  test('refuses endless nesting instead of running out of stack', () => {
    expect(fault(bytes('<a>'.repeat(100_000)))).toBe('line 1: nested too deeply')
  })

  test('says the line of a fault, and nothing of what stands there', () => {
    const message = fault(bytes('<a>\n<authPassword>geheim&<b>geheim</authPassword></a>'))
    expect(message).toBe('line 2: a bare &')
    expect(fault(bytes('<a>\n\n<authPassword>ge<heim></authPassword></a>'))).toBe(
      'line 3: an end tag that does not match',
    )
  })
})
