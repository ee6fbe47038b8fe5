// `npm run test:field`: installs the clients that the field tests need, builds, and runs them. Needs root.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Program → the Debian package that brings it. */
const PROGRAMS: Record<string, string> = {
  ip: 'iproute2',
  udhcpc: 'udhcpc',
  dhclient: 'isc-dhcp-client',
  dhcpcd: 'dhcpcd-base',
  dnsmasq: 'dnsmasq-base',
  tftp: 'tftp-hpa',
  atftp: 'atftp',
  busybox: 'busybox',
  curl: 'curl',
  'ssh-keygen': 'openssh-client',
  unzip: 'unzip',
  jq: 'jq',
  setpriv: 'util-linux',
  sysctl: 'procps',
  xmllint: 'libxml2-utils',
  python3: 'python3-minimal',
  nft: 'nftables',
  iptables: 'iptables',
  ufw: 'ufw',
  faketime: 'faketime',
  script: 'bsdutils',
  networkctl: 'systemd',
  nmap: 'nmap',
  perfdhcp: 'kea-admin',
  // Brings the boot ROMs of its network cards.
  'qemu-system-x86_64': 'qemu-system-x86',
}

const isThere = (program: string) =>
  ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].some(path =>
    existsSync(`${path}/${program}`),
  )
const run = (program: string, args: string[]) => {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (process.getuid?.() !== 0) {
  console.error('The field tests make network namespaces and need root: sudo npm run test:field')
  process.exit(4)
}
const missing = Object.entries(PROGRAMS).flatMap(([program, name]) => (isThere(program) ? [] : [name]))
if (missing.length > 0) {
  run('apt-get', ['update', '-q'])
  run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing])
}
await build()
run(process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'test/field/vitest.config.ts',
  ...process.argv.slice(2),
])
