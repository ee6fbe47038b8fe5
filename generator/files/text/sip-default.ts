// SIPDefault.cnf: what all 7940G and 7960G of a site share. It holds no secret; the file of each phone stands over it.
// Keys: Cisco SIP IP Phone Administrator Guide 7.5, appendix D; values: id:16911176567 (marvin-menzerath), which worked at
// a Fritz!Box. Everything is said, because a phone keeps in its memory what no file says (guide 4.0, page 2-4).
import { textTimeZone } from '../../catalog/text-time-zones.ts'
import type { Plan } from '../../plan/plan.ts'
import type { PhoneFile } from '../xml.ts'
import { type Setting, settings, writeText } from './text.ts'

export function sipDefault(plan: Plan): PhoneFile {
  const { messagesNumber = '', locale, registrar, urls } = plan
  return writeText('files/SIPDefault.cnf', 'For all phones', [
    // The agent puts in the load of the hop that the phone is at. 63 is the longest name of a load.
    ['image_version', { gap: 'load', name: '', maxBytes: 63 }],
    ...settings({
      ...REGISTRATION,
      timer_register_expires: registrar.expires,
      remote_party_id: Number(registrar.remotePartyId),
      outbound_proxy: registrar.outboundProxy ?? '',
      outbound_proxy_port: registrar.outboundProxy === undefined ? 5060 : registrar.port,
      ...CALLS,
      messages_uri: messagesNumber,
    }),
    ...clock(locale),
    ...settings({
      ...NETWORK,
      nat_enable: registrar.nat ? 1 : 0,
      nat_received_processing: registrar.nat ? 1 : 0,
      services_url: urls.services ?? '',
      directory_url: urls.directory ?? '',
      ...SERVICES,
    }),
  ])
}

/** Years of two or four digits, and other signs between the numbers, the phone writes in its own way ([L] Cisco CME). */
function clock({ zone, dateFormat, clock: hours, ntp }: Plan['locale']): Setting[] {
  const known = textTimeZone(zone)
  const { summer } = known ?? {}
  const [server = ''] = ntp
  return settings({
    sntp_server: server,
    sntp_mode: server === '' ? 'directedbroadcast' : 'unicast',
    // Without a word for the zone the phone keeps what was set in its menu.
    ...(known && { time_zone: known.name, dst_auto_adjust: summer ? 1 : 0 }),
    ...(summer && {
      dst_offset: summer.offset,
      dst_start_month: summer.start.month,
      dst_start_day: '',
      dst_start_day_of_week: 'Sun',
      dst_start_week_of_month: summer.start.week,
      dst_start_time: summer.start.time,
      dst_stop_month: summer.stop.month,
      dst_stop_day: '',
      dst_stop_day_of_week: 'Sun',
      dst_stop_week_of_month: summer.stop.week,
      dst_stop_time: summer.stop.time,
    }),
    date_format: dateFormat.startsWith('M') ? 'M/D/Y' : 'D/M/Y',
    time_format_24hr: hours === '24h' ? 1 : 0,
  })
}

/** Seconds; T1 and T2 in milliseconds. There is one registrar: no backup. */
const REGISTRATION = {
  proxy_register: 1,
  timer_t1: 500,
  timer_t2: 4000,
  sip_retx: 10,
  sip_invite_retx: 6,
  timer_invite_expires: 180,
  proxy_backup: '',
  proxy_backup_port: 5060,
  proxy_emergency: '',
  proxy_emergency_port: 5060,
  user_info: 'none',
}

const CALLS = {
  enable_vad: 0,
  dtmf_inband: 1,
  dtmf_outofband: 'avt',
  dtmf_avt_payload: 101,
  dtmf_db_level: 3,
  dnd_control: 0,
  callerid_blocking: 0,
  anonymous_call_block: 0,
  call_waiting: 1,
  call_hold_ringback: 0,
  call_stats: 0,
  cnf_join_enable: 1,
  semi_attended_transfer: 1,
  stutter_msg_waiting: 1,
}

const NETWORK = {
  tftp_cfg_dir: '',
  nat_address: '',
  voip_control_port: 5060,
  start_media_port: 16384,
  end_media_port: 32766,
  dyn_dns_addr_1: '',
  dyn_dns_addr_2: '',
  dyn_tftp_addr: '',
  telnet_level: 0, // off: no site or preset can switch it on
}

/** No other service is asked anywhere. */
const SERVICES = { logo_url: '', http_proxy_addr: '', http_proxy_port: 80 }
