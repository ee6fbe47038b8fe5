// `vpnGroup`: how a phone reaches its server over a VPN. The generator writes none.
import { from, node, number, text, URL, values, ZERO_ONE } from './node.ts'
import { page, SAMPLE } from './sources.ts'

const described = (name: string) => from(page('sepmac-cnf-xml', `vpnGroup.${name.replace('#', '1')}`))

export const vpnGroup = node(
  'vpnGroup',
  [
    node('mtu', number(256, 1500, 'bytes'), SAMPLE),
    node('failConnectTime', number(1, 600, 's'), SAMPLE),
    described('authMethod')('authMethod', values({ 0: 'user and password', 1: 'password', 2: 'certificate' })),
    ...['pswdPersistent', 'autoNetDetect', 'enableHostIDCheck'].map(name => described(name)(name, ZERO_ONE)),
    node('addresses', [described('url#')('url#', URL)], page('sepmac-cnf-xml', 'vpnGroup.url1')),
    node(
      'credentials',
      [node('hashAlg', number(0, 1), SAMPLE), described('certHash#')('certHash#', text())],
      page('sepmac-cnf-xml', 'vpnGroup.certHash1'),
    ),
  ],
  page('sepmac-cnf-xml', 'vpnGroup.authMethod'),
)
