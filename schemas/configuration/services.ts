// The URLs that a phone asks for its menus, and `phoneServices`, which can stand in their place.
import { from, type Node, node, number, text, URL, values } from './node.ts'
import { page, SAMPLE } from './sources.ts'

// Only the 79xx have a key for information; call managers write its URL for all.
const URLS = ['authentication', 'messages', 'services', 'directory', 'information', 'idle']
const described = (name: string) => from(page('sepmac-cnf-xml', name))(name, URL)
const service = from(page('sepmac-cnf-xml', 'phoneServices.phoneService'))

const secure = (name: string) => `secure${name.charAt(0).toUpperCase()}${name.slice(1)}`

export const services: readonly Node[] = [
  ...URLS.flatMap(name => [described(`${name}URL`), described(`${secure(name)}URL`)]),
  node('idleTimeout', number(0, 86_400, 's'), page('sepmac-cnf-xml', 'idleTimeout')),
  node('proxyServerURL', URL, SAMPLE),
  node(
    'phoneServices',
    [
      node(
        'provisioning',
        values({ 0: 'these services only', 1: 'the URLs only', 2: 'both' }),
        page('sepmac-cnf-xml', 'phoneServices.provisioning'),
      ),
      service('phoneService', [service('name', text()), service('url', URL), ...['vendor', 'version'].map(blank)], {
        count: 'many',
        attributes: {
          type: { value: values({ 0: 'services', 1: 'directories', 2: 'messages' }), needed: true },
          category: { value: number(0, 9) },
        },
      }),
    ],
    page('sepmac-cnf-xml', 'phoneServices'),
    { attributes: { useHTTPS: { value: values({ true: 'over TLS', false: 'plain' }) } } },
  ),
]

function blank(name: string): Node {
  return service(name, text())
}
