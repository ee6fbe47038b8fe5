// What the doctor may find of firewalls, sleep, the clock, firmware and passwords, brought about in the place of the system's own.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { makeFirmware } from '../../agent/rehearsal/synthetic.ts'
import { writeZip } from '../../schemas/bundle/zip.ts'
import { type Case, inPlaceOf, nobody } from './walk.ts'
import { ROOT, systemNode } from './wire.ts'

/** Rules, and what takes all of them away again. */
const filtering = (tool: string, clear: string, ...rules: string[]): Pick<Case, 'needs' | 'provoke'> => ({
  needs: tool,
  provoke({ type, undo }) {
    undo(() => void type(clear, []))
    for (const rule of rules) {
      const { status, out } = type(rule, [])
      if (status !== 0) throw new Error(`${rule}: ${out}`)
    }
  },
})
const NFT = 'nft flush ruleset'
const LEGACY = 'iptables-legacy -F; iptables-legacy -P INPUT ACCEPT'
const TABLE = [
  'nft add table inet own',
  `nft add chain inet own in '{ type filter hook input priority 0; policy drop; }'`,
]

/** A look for other servers that a firewall makes useless. */
export const DEAF: Case[] = [
  {
    name: 'a firewall would drop answers: what stands above it is mended',
    look: true,
    ...filtering('nft', NFT, ...TABLE),
    byHand: ({ type }) => void type(NFT, []),
  },
]

export const OF_THE_REST = {
  'firewall.none': 'well',
  'firmware.here': 'well',
  'secret.here': 'well',
  'firewall.open': [
    {
      name: 'rules that let it through',
      ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in iifname eth0 accept'),
      byHand: ({ type }) => void type(NFT, []),
    },
  ],
  'firewall.on': [
    {
      name: 'ufw',
      needs: 'ufw',
      provoke({ wire, around, type, undo }) {
        // Its files are the system's, and stay as they are.
        const folder = `${wire.folder}/ufw`
        cpSync('/etc/ufw', folder, { recursive: true })
        around('sh', '-c', `mount --bind '${folder}' /etc/ufw && exec "$@"`, 'sh')
        undo(() => void type('ufw --force disable; nft flush ruleset'))
        const { status, out } = type('ufw --force enable')
        if (status !== 0) throw new Error(out)
      },
    },
    {
      name: 'rules of which nobody can say whether they let it through',
      ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in limit rate 5/minute accept'),
    },
  ],
  'firewall.drops': [
    { name: 'nft', ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in ct state established,related accept') },
    {
      name: 'nft, without a rule for what was asked for',
      ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in iifname lo accept'),
    },
    { name: 'iptables', ...filtering('iptables', NFT, 'iptables-nft -A INPUT -p udp --dport 69 -j DROP') },
    { name: 'iptables of the old kind', ...filtering('iptables-legacy', LEGACY, 'iptables-legacy -P INPUT DROP') },
  ],
  'firewall.unknown': [{ name: 'a user who may not read the rules', ...nobody }],
  'sleep.possible': [
    {
      name: 'a battery (made up)',
      provoke: hands => inPlaceOf(hands, '/sys/class/power_supply', { 'BAT0/type': 'Battery' }),
      byHand({ finding }) {
        for (const command of finding.commands)
          if (!/^systemd-inhibit .*'mein bundle\.zip'/.test(command)) throw new Error(command)
      },
      stays: 'the computer keeps its battery; the command serves, and keeps it awake meanwhile',
    },
  ],
  'clock.wrong': [
    {
      name: 'a clock before the bundle; the command would set that of this machine',
      needs: 'faketime',
      provoke: ({ around }) => around('faketime', '2021-01-01 12:00:00'),
      byHand({ finding, around }) {
        if (!/timedatectl set-ntp true|date --set/.test(finding.commands[0] ?? ''))
          throw new Error(finding.commands.join())
        around()
      },
    },
  ],
  'firmware.missing': [
    {
      name: 'the archive is put beside the bundle',
      bare: true,
      byHand({ finding, desk, paths, undo }) {
        const [, archive = ''] = /\((cmterm-[\w.-]+\.zip)\)/.exec(finding.text) ?? []
        const files = readdirSync(paths.firmware).map(name => ({
          ...{ name, bytes: readFileSync(`${paths.firmware}/${name}`) },
        }))
        writeFileSync(`${desk}/${archive}`, writeZip(files))
        undo(() => rmSync(`${desk}/${archive}`))
      },
    },
  ],
  'firmware.older': [
    {
      name: 'a phone of which nobody says what it runs; the load for an older one is put there, too',
      options: ["--firmware 'alte firmware'"],
      provoke({ desk, undo }) {
        const site = readFileSync(`${ROOT}examples/fritzbox-7975g.yaml`, 'utf8').replace(/^ +running:.*\n/m, '')
        const bundle = `${desk}/mein bundle.zip`
        const before = readFileSync(bundle)
        writeFileSync(`${desk}/site.yaml`, site)
        execFileSync(systemNode(), [`${ROOT}dist/cp-generator.js`, `${desk}/site.yaml`, '-o', bundle], {
          stdio: 'pipe',
        })
        mkdirSync(`${desk}/alte firmware`)
        undo(() => {
          writeFileSync(bundle, before)
          rmSync(`${desk}/alte firmware`, { recursive: true })
        })
      },
      byHand({ finding, desk }) {
        const [, load = ''] = /(SIP75\.8-[\w-]+)\.loads/.exec(finding.text) ?? []
        const made = makeFirmware({ load, files: ['jar75sip.8-5-2.sbn'], sizes: {} })
        for (const { name, bytes } of made.values()) writeFileSync(`${desk}/alte firmware/${name}`, bytes())
      },
    },
  ],
  'secret.missing': [
    {
      name: 'written into a file as it is said',
      bare: true,
      options: ["--secrets 'meine geheimnisse.env'"],
      provoke({ desk, undo }) {
        writeFileSync(`${desk}/meine geheimnisse.env`, '', { mode: 0o600 })
        undo(() => rmSync(`${desk}/meine geheimnisse.env`))
      },
      byHand({ finding, desk }) {
        const keys = finding.text.match(/CP_SECRET_\w+/g) ?? []
        writeFileSync(`${desk}/meine geheimnisse.env`, keys.map(key => `${key}=geheim4711\n`).join(''))
      },
    },
  ],
  'secret.unfit': [
    {
      name: 'too long for the phone',
      bare: true,
      options: ["--secrets 'meine geheimnisse.env'"],
      provoke({ desk, undo }) {
        const long = 'x'.repeat(300)
        writeFileSync(`${desk}/meine geheimnisse.env`, `CP_SECRET_LINE1=${long}\nCP_SECRET_LINE2=ok12345678\n`, {
          mode: 0o600,
        })
        undo(() => rmSync(`${desk}/meine geheimnisse.env`))
      },
      byHand: ({ desk }) =>
        writeFileSync(`${desk}/meine geheimnisse.env`, 'CP_SECRET_LINE1=ok12345678\nCP_SECRET_LINE2=ok12345678\n'),
    },
  ],
} satisfies Record<string, 'well' | Case[]>
