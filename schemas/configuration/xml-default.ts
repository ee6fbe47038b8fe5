// XMLDefault.cnf.xml: what a phone reads that finds no file of its own, root `Default`.
import { callManagerGroup } from './device-pool.ts'
import { LOAD, type Node, node, text, URL } from './node.ts'
import { CHAN_SCCP_DEFAULT } from './sources.ts'

const URLS = ['authentication', 'idle', 'information', 'messages', 'services', 'directory']

export const xmlDefault: Node = node(
  'Default',
  [
    node('autoRegistrationName', text(), 'mkirbst, and others that show an XMLDefault.cnf.xml'),
    callManagerGroup,
    // The number is the model's (field guide 1.1).
    node('loadInformation#', LOAD, CHAN_SCCP_DEFAULT, { attributes: { model: { value: text() } } }),
    ...[...URLS.map(name => `${name}URL`), 'proxyServerURL'].map(name => node(name, URL, CHAN_SCCP_DEFAULT)),
  ],
  CHAN_SCCP_DEFAULT,
)
