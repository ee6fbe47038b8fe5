// `vendorConfig`: screen, sockets, and who may reach the phone. Elements and values: usecallmanager, sepmac-cnf-xml.
import type { Plan, PlannedPhone } from '../../plan/plan.ts'
import { element, leaves, type XmlElement } from '../xml.ts'
import { shared } from './shared.ts'

/** Of the computer's socket, the web page and the log-in; other switches are the other way round. */
const ENABLED = 0
const DISABLED = 1

export function vendorConfig(plan: Plan, { lineMode, family }: PlannedPhone): XmlElement {
  const softKeySwitch = family.softKeySwitch.value
  return shared(plan, `vendor ${lineMode} ${softKeySwitch}`, () => [switches(plan, lineMode, softKeySwitch)])
}

function switches(
  { codec, display, ports, access, softKeys }: Plan,
  lineMode: boolean,
  softKeySwitch: boolean,
): XmlElement {
  const screen = litHours(display)
  return element(
    'vendorConfig',
    leaves({
      disableSpeaker: false,
      disableSpeakerAndHeadset: false,
      pcPort: ports.computer ? ENABLED : DISABLED,
      settingsAccess: 1,
      garp: 0,
      voiceVlanAccess: Number(ports.computerInVoiceVlan),
      videoCapability: 0,
      autoSelectLineEnable: 0,
      webAccess: access.web ? ENABLED : DISABLED,
      sshAccess: access.ssh ? ENABLED : DISABLED,
      spanToPCPort: DISABLED, // calls are not copied to the computer
      enableCdpSwPort: Number(ports.cdp),
      enableCdpPcPort: 0,
      enableLldpSwPort: Number(ports.lldp),
      enableLldpPcPort: 0,
      loggingDisplay: 1,
      // A phone has one of the two; the other is passed over (wazo-cisco-sip base.tpl writes both for all).
      daysDisplayNotActive: screen.daysOff,
      displayOnTime: screen.on,
      displayOnDuration: screen.duration,
      displayIdleTimeout: screen.idle,
      displayOnWhenIncomingCall: Number(display.wakeOnCall),
      daysBacklightNotActive: screen.daysOff,
      backlightOnTime: screen.on,
      backlightOnDuration: screen.duration,
      backlightIdleTimeout: screen.idle,
      backlightOnWhenIncomingCall: Number(display.wakeOnCall),
      // Firmware comes from the agent, where it was looked at, and from nobody else on the network.
      peerFirmwareSharing: 0,
      loadServer: '',
      g722CodecSupport: codec === 'g722' ? 2 : 0,
      ...(lineMode && { lineMode: 1 }),
      ...(softKeySwitch && { softkeyControl: Number(softKeys !== undefined) }),
    }),
  )
}

/** As the phone numbers them. */
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const MINUTES_OF_DAY = 24 * 60
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')

/** When the screen is lit; 00:00 for none means no fixed hours. Only the idle time counts on a day that is off. */
function litHours({ from, to, days = [...DAYS], idle }: Plan['display']) {
  const fixed = from !== undefined && to !== undefined
  const off = DAYS.flatMap((day, index) => (fixed && days.includes(day) ? [] : [index + 1]))
  return {
    daysOff: off.join(','),
    on: fixed ? from : '00:00',
    duration: fixed ? timeOf((minutesOf(to) - minutesOf(from) + MINUTES_OF_DAY) % MINUTES_OF_DAY) : '00:00',
    idle: timeOf(idle),
  }
}
