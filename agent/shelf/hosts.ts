// Every host and URL that a bundle's files name, to be shown before a secret is asked for: what the phone will talk to.
import type { Bundle } from '../../schemas/bundle/open.ts'

/** Elements whose text is a host even when it looks like a plain word (usecallmanager, sepmac-cnf-xml). */
const HOST_ELEMENTS =
  /<(processNodeName|outboundProxy|backupProxy|emergencyProxy|proxy|backupOutboundProxy|emergencyOutboundProxy|name|address|[A-Za-z]*(?:URL|Server|server\d))>([^<]+)</g
/** Not a version such as 1.0.0.0-1. */
const ADDRESS = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-])/g
const URL_TEXT = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi
const HOST = /^(?=.*[.:])[A-Za-z0-9.:-]+$/
/** Not a host but the phone's word for "the call manager above". */
const NOT_A_HOST = new Set(['USECALLMANAGER', '0.0.0.0', '127.0.0.1'])

/** Sorted, each once. The phone's own network (DHCP) is not in it. */
export function hostsOf({ files }: Pick<Bundle, 'files'>): string[] {
  const found = new Set<string>()
  for (const [path, bytes] of files) {
    if (/\.txt$/i.test(path)) continue
    const text = new TextDecoder().decode(bytes)
    for (const [url] of text.matchAll(URL_TEXT)) found.add(url)
    for (const [address] of text.matchAll(ADDRESS)) found.add(address)
    for (const [, , value = ''] of text.matchAll(HOST_ELEMENTS)) if (HOST.test(value)) found.add(value)
  }
  return [...found].filter(host => !NOT_A_HOST.has(host)).sort()
}
