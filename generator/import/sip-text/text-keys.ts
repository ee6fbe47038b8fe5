// The keys of a 7940G's or 7960G's text files that mean something (Cisco SIP IP Phone Administrator Guide 7.5, appendix D;
// id:16911176567; Cisco CME's own SIPDefault.cnf, id:63130338240). Others are listed when a file is imported.

const OF_LINES =
  /^(proxy[1-6]_(address|port)|line[1-6]_(name|shortname|displayname|authname|password|contact)|call_manager[1-6]_(addr|sip_port)|speed_(line|label)[1-6])$/

const OTHERS = new Set(
  `anonymous_call_block auto_answer autocomplete call_hold_ringback call_stats call_waiting callerid_blocking cfwd_url
cnf_join_enable date_format dial_template directory_url dnd_control domain_name dscpforaudio dst_auto_adjust dst_offset
dst_start_day dst_start_day_of_week dst_start_month dst_start_time dst_start_week_of_month dst_stop_day dst_stop_day_of_week
dst_stop_month dst_stop_time dst_stop_week_of_month dtmf_avt_payload dtmf_db_level dtmf_inband dtmf_outofband
dyn_dns_addr_1 dyn_dns_addr_2 dyn_tftp_addr enable_vad end_media_port garp_enable http_proxy_addr http_proxy_port
image_version language local_cfwd_enable logo_url mac_address max_redirects messages_uri mwi_status nat_address nat_enable
nat_received_processing network_media_type network_port2_type outbound_proxy outbound_proxy_port phone_label phone_prompt
preferred_codec proxy_backup proxy_backup_port proxy_emergency proxy_emergency_port proxy_register remote_party_id
rfc_2543_hold semi_attended_transfer services_url sip_invite_retx sip_max_forwards sip_retx sntp_mode sntp_server
start_media_port stutter_msg_waiting sync telnet_level tftp_cfg_dir time_format_24hr time_zone timer_invite_expires
timer_register_delta timer_register_expires timer_t1 timer_t2 tos_media transfer_onhook_enabled user_info voip_control_port`.split(
    /\s+/,
  ),
)

export const isTextKey = (key: string): boolean => OF_LINES.test(key) || OTHERS.has(key)
