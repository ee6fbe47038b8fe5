// `devicePool`: the clock of the phone and the call managers, of which a SIP registrar is one.
import { FILLED_HOST, filled, from, HOST, type Node, node, number, PORT, text, values } from './node.ts'
import { CALL_MANAGER, CHAN_SCCP, page, REFUSED, WAZO } from './sources.ts'
import { TIME_ZONE_WORDS } from './time-zones.ts'

const PAGE = 'sepmac-cnf-xml'
const PRIORITY = { priority: { value: number(0, 4), needed: true } } as const

const dateTimeSetting = node(
  'dateTimeSetting',
  [
    node('name', text(), CHAN_SCCP),
    node(
      'dateTemplate',
      filled(
        10,
        /^(?:D[-./]M|M[-./]D)[-./]YY?A?$/,
        'day, month and year: Y two digits, YY four; a last A for 12 hours',
      ),
      page(PAGE, 'dateTimeSetting.dateTemplate'),
      { needed: REFUSED },
    ),
    node('timeZone', values(TIME_ZONE_WORDS), page(PAGE, 'dateTimeSetting.timeZone'), { needed: REFUSED }),
    node('olsonTimeZone', text(), CALL_MANAGER),
    node(
      'ntps',
      [
        node(
          'ntp',
          [
            node('name', FILLED_HOST, page(PAGE, 'ntp.name'), { needed: page(PAGE, 'ntp.name') }),
            node(
              'ntpMode',
              // The page writes it small, every file in use with a capital.
              values({ Unicast: 'asks the server', unicast: 'asks the server', directedbroadcast: 'listens' }),
              `${page(PAGE, 'ntp.ntpMode')}; ${WAZO}`,
            ),
          ],
          page(PAGE, 'ntp.name'),
          { count: 'many' },
        ),
      ],
      page(PAGE, 'ntp.name'),
    ),
  ],
  page(PAGE, 'dateTimeSetting.dateTemplate'),
  { needed: REFUSED },
)

/** The same in SEP<MAC>.cnf.xml and in XMLDefault.cnf.xml, where no SIP port is needed. */
export const callManagerGroup = node(
  'callManagerGroup',
  [
    ...['name', 'tftpDefault'].map(name => node(name, text(), CHAN_SCCP)),
    node(
      'members',
      [
        node(
          'member',
          [
            node(
              'callManager',
              [
                ...['name', 'description'].map(name => node(name, text(), CHAN_SCCP)),
                node(
                  'ports',
                  [
                    node('ethernetPhonePort', PORT, WAZO),
                    node('sipPort', PORT, page(PAGE, 'callManager.sipPort')),
                    node('securedSipPort', PORT, page(PAGE, 'callManager.securedSipPort')),
                  ],
                  page(PAGE, 'callManager.sipPort'),
                  { needed: 'chaslinux/cisco-sip: without a port the general file is refused' },
                ),
                node('processNodeName', FILLED_HOST, page(PAGE, 'callManager.processNodeName'), { needed: REFUSED }),
              ],
              page(PAGE, 'callManagerGroup.member'),
              { needed: REFUSED },
            ),
          ],
          page(PAGE, 'callManagerGroup.member'),
          { count: 'many', needed: REFUSED, attributes: PRIORITY },
        ),
      ],
      page(PAGE, 'callManagerGroup.member'),
      { needed: REFUSED },
    ),
  ],
  page(PAGE, 'callManagerGroup.member'),
  { needed: REFUSED },
)

export const devicePool: Node = node(
  'devicePool',
  [
    ...['revertPriority', 'name', 'mlppDomainId', 'mlppIndicationStatus', 'preemption'].map(name =>
      node(name, text(), CHAN_SCCP),
    ),
    dateTimeSetting,
    callManagerGroup,
    node('connectionMonitorDuration', number(0, 3600, 's'), `${CHAN_SCCP}; ${CALL_MANAGER}`),
  ],
  page(PAGE, 'dateTimeSetting.dateTemplate'),
  { needed: REFUSED },
)

const tvs = (name: string) => from(page(PAGE, `TVS.${name}`))
/** Who vouches for certificates. */
export const trustVerification = node(
  'TVS',
  [
    tvs('member')('members', [
      tvs('member')('member', [tvs('port')('port', PORT), tvs('address')('address', HOST)], {
        count: 'many',
        attributes: PRIORITY,
      }),
    ]),
  ],
  page(PAGE, 'TVS.member'),
)
