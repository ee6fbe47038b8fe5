// `sipLines`: what each line key does, and the rules that tie the nodes of a line together.
import { attributeOf, type Fault, type Tree } from './faults.ts'
import { LINE_FEATURES, lineFeature } from './line-features.ts'
import {
  type Family,
  filled,
  from,
  HOST,
  LOCKABLE,
  type Node,
  node,
  number,
  PORT,
  TRUE_FALSE,
  text,
  URL,
  type Value,
  values,
  ZERO_ONE,
} from './node.ts'
import { FIELD_GUIDE, page, REFUSED, SAMPLE } from './sources.ts'

const described = (name: string, content: Value, more = {}) =>
  node(name, content, page('sepmac-cnf-xml', `line.${name}`), more)
const key = (anchor: string) => from(page('line-keys', anchor))
const sample = from(SAMPLE)

const RINGS = { 0: 'as the system', 1: 'silent', 2: 'flash', 3: 'ring once', 4: 'ring' }
/** Calls at a time, by the model of a family that takes most. */
const CALLS: Value = {
  kind: 'family',
  of: {
    '79xx': number(1, 50),
    '69xx': number(1, 72),
    '78xx': number(1, 24),
    '88xx': number(1, 200),
    '89xx': number(1, 24),
    '99xx': number(1, 200),
  },
}

const autoAnswer = node(
  'autoAnswer',
  [
    node(
      'autoAnswerEnabled',
      values({ 0: 'off', 1: 'on', 2: 'off', 3: 'on' }),
      `${page('sepmac-cnf-xml', 'line.autoAnswerEnabled')}; 2: ${FIELD_GUIDE} 5.1; 3: ${page('line-keys', 'Intercom')}`,
    ),
    described(
      'autoAnswerMode',
      values({ '': '', 'Auto Answer with Speakerphone': 'speaker', 'Auto Answer with Headset': 'headset' }),
    ),
  ],
  page('sepmac-cnf-xml', 'line.autoAnswerEnabled'),
)

const line = node(
  'line',
  [
    described(
      'featureID',
      values(Object.fromEntries(Object.entries(LINE_FEATURES).map(([id, { name }]) => [id, name]))),
      { needed: REFUSED },
    ),
    described('featureLabel', text(30)),
    // USECALLMANAGER, or the registrar itself in samples for 8.x (field guide 6).
    described('proxy', HOST),
    sample('port', PORT),
    described('name', text(30)),
    described('displayName', text(30)),
    autoAnswer,
    described('callWaiting', LOCKABLE),
    described('authName', text(30)),
    described('authPassword', text(30)),
    described('contact', text()),
    sample('sharedLine', TRUE_FALSE),
    described(
      'messageWaitingLampPolicy',
      values({
        0: 'lamp and words, first line',
        1: 'words, first line',
        2: 'lamp, first line',
        3: 'lamp and words',
        4: 'words',
        5: 'lamp',
        6: 'neither',
      }),
    ),
    described('messageWaitingAMWI', ZERO_ONE),
    described('messagesNumber', text()),
    described('ringSettingIdle', values(RINGS)),
    described('ringSettingActive', values({ ...RINGS, 5: 'beep' })),
    sample(
      'forwardCallInfoDisplay',
      ['callerName', 'callerNumber', 'redirectedNumber', 'dialedNumber'].map(name => sample(name, TRUE_FALSE)),
    ),
    described('maxNumCalls', CALLS),
    described('busyTrigger', CALLS),
    described('recordingOption', values({ enable: 'on', disable: 'off' })),
    key('Speed-Dial')('speedDialNumber', filled(48, /^[0-9*#+,A-Za-z@._-]+$/, 'a number')),
    key('Abbreviated-Speed-Dial')('speedDialIndex', number(1, 99), { families: ['78xx', '88xx'] }),
    key('Service-URI')('serviceURI', URL),
    key('Secure-Service-URI')('secureServiceURI', URL),
    key('BLF-Speed-Dial')('featureOptionMask', number(0, 255)),
    key('BLF-Directed-Call-Park')('retrievalPrefix', text()),
  ],
  page('sepmac-cnf-xml', 'line'),
  {
    count: 'many',
    needed: REFUSED,
    attributes: { button: { value: number(1, 255), needed: true }, lineIndex: { value: number(1, 255) } },
    check: lineFaults,
  },
)

export const sipLines: Node = node('sipLines', [line], page('sepmac-cnf-xml', 'line'), {
  needed: REFUSED,
  check: keyFaults,
})

const textOf = (element: Tree, name: string) => element.children.find(child => child.name === name)?.text ?? ''
/** What a key needs depends on what it does. */
function lineFaults(element: Tree, path: string, family: Family | undefined): Fault[] {
  const feature = lineFeature(textOf(element, 'featureID'))
  if (!feature) return []
  const faults = feature.needs
    .filter(name => textOf(element, name) === '')
    .map((name): Fault => ({ code: 'missing', path: `${path}/${name}` }))
  const { oneOf } = feature
  if (oneOf?.every(name => textOf(element, name) === ''))
    faults.push({ code: 'missing', path: `${path}/${oneOf[0]}`, wanted: oneOf.join(' or ') })
  if (feature.families && family && !feature.families.includes(family))
    faults.push({ code: 'family', path: `${path}/featureID`, wanted: feature.families.join(', ') })
  if (feature.isLine && attributeOf(element, 'lineIndex') === undefined)
    faults.push({ code: 'attribute-missing', path: `${path}@lineIndex` })
  // A second line may go without both and then has those of the first (usecallmanager line-keys#Line).
  const [user, password] = [textOf(element, 'authName'), textOf(element, 'authPassword')]
  if ((user === '') !== (password === ''))
    faults.push({ code: 'missing', path: `${path}/${user === '' ? 'authName' : 'authPassword'}` })
  return faults
}

/** No button and no line twice; one line at least, and the first one can register. */
function keyFaults(element: Tree, path: string): Fault[] {
  const faults: Fault[] = []
  for (const name of ['button', 'lineIndex']) {
    const seen = new Set<string>()
    for (const [index, child] of element.children.entries()) {
      const value = attributeOf(child, name)
      if (value === undefined) continue
      if (seen.has(value)) faults.push({ code: 'twice', path: `${path}/line[${index + 1}]@${name}` })
      seen.add(value)
    }
  }
  const first = element.children.findIndex(child => textOf(child, 'featureID') === '9')
  const primary = element.children[first]
  if (!primary) return [...faults, { code: 'missing', path: `${path}/line`, wanted: 'one with featureID 9' }]
  const open = ['authName', 'authPassword'].filter(name => textOf(primary, name) === '')
  if (open.length === 2)
    faults.push(...open.map((name): Fault => ({ code: 'missing', path: `${path}/line[${first + 1}]/${name}` })))
  return faults
}
