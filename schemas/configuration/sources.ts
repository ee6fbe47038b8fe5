// Where the nodes are known from; each is named at the node that needs it.

/** Describes every node with its values, limits and models; pages of usecallmanagernz.github.io. */
export const page = (name: string, anchor: string): string => `usecallmanager ${name}#${anchor}`
/** Stands in the sample on that page without a description. */
export const SAMPLE = 'usecallmanager sepmac-cnf-xml, sample'
export const WAZO = 'wazo-platform/wazo-provd-plugins wazo_cisco_sip base.tpl'
export const FUSIONPBX = 'fusionpbx/fusionpbx templates/provision/cisco/79x1'
export const CHAN_SCCP = 'chan-sccp/chan-sccp conf/tftp SEP…cnf.xml_annotated'
export const CHAN_SCCP_DEFAULT = 'chan-sccp/chan-sccp conf/tftp XMLDefault.cnf.xml'
/** A file that a call manager 12.5 wrote for a 7821. */
export const CALL_MANAGER = 'acaeti/friendly-waldo'
export const FIELD_GUIDE = 'field guide, phones'
/** Without one of these a phone reads the file again and again, or stays "Unprovisioned". */
export const REFUSED = `${FIELD_GUIDE} 7.1`
