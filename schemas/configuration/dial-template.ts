// The dial plan, root `dialTemplate`: when a number counts as complete.
import { DIAL_TONES } from '../dial-plan.ts'
import { from, type Node, node, number, STAMP, text, values } from './node.ts'
import { page } from './sources.ts'

const described = from(page('dial-template', 'TEMPLATE'))
/** Digits, `.` for one, `*` for any number, `\*` the star itself, `,` another dial tone; nothing for a hotline. */
const MATCH = text(255, /^(?:\\\*|[0-9#.*,])*$/, 'digits, #, ., *, \\* and ,')
const REWRITE = text(255, /^(?:%[0-5%.]|[0-9.*#+])*$/, 'digits, . and %0 to %5')
const TONE = values(Object.fromEntries(DIAL_TONES.map(name => [name, ''])))

export const dialTemplate: Node = node(
  'dialTemplate',
  [
    described('versionStamp', STAMP),
    // In capitals, unlike the root. Every number waits 15 s where no template fits.
    described('TEMPLATE', text(0, undefined, 'nothing'), {
      count: 'many',
      needed: page('dial-template', 'TEMPLATE'),
      attributes: {
        match: { value: MATCH, needed: true },
        timeout: { value: number(0, 60, 's'), needed: true },
        line: { value: number(1, 255) },
        rewrite: { value: REWRITE },
        // Up to three are said to be possible; how they would be written is not.
        tone: { value: TONE },
      },
    }),
  ],
  page('dial-template', 'TEMPLATE'),
)

/** The same in capitals, as 7940 and 7960 read it. */
export const oldDialTemplate: Node = {
  ...dialTemplate,
  name: 'DIALTEMPLATE',
  source:
    'fusionpbx/fusionpbx templates/provision/cisco/7960; wazo-platform/wazo-provd-plugins wazo_cisco_sip dialplan.xml',
}
