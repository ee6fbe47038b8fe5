// What is typed on the laptop, in its system's words, from the first file to the address that is taken back at the end.
// Windows: PowerShell 5 and newer; macOS and Linux: their shell.
import type { System } from './system.ts'

export interface CommandFacts {
  /** The bundle's file name; a name that no shell should see becomes `bundle.zip`. */
  file: string
  /** Origin of this page, where the agent is. */
  origin: string
  /** Origin that the manifest names; its list of keys checks the signature. */
  issuer: string
  /** The laptop's address, `192.168.178.1/24`. */
  cidr: string
  /** Name of the network port; what is no such name becomes the system's usual one. */
  port: string
  hasSecrets: boolean
}

export interface Commands {
  nodeVersion: string
  getNode: string
  folder: string
  fetchAgent: string
  checkAgent: string
  /** Nobody else on the laptop may read the passwords. */
  ownSecrets?: string
  inspect: string
  rehearse: string
  /** Looks what stands in the way, before anything is served. */
  doctor: string
  ports: string
  /** Keeps the system from taking the address away again, while its cable is not in. */
  holdPort?: string
  addAddress: string
  firewall?: string
  serve: string
  removeAddress: string
  releasePort?: string
  closeFirewall?: string
  /** One a line, in order. */
  verify: readonly string[]
}

export const USUAL_PORT: Record<System, string> = { windows: 'Ethernet', macos: 'en5', linux: 'eth0' }

const PLAIN = /^[A-Za-z0-9_][\w.-]{0,120}$/
const QUOTABLE = /^[\p{L}\p{N}_][\p{L}\p{N} ()._-]{0,120}$/u
const PORT_NAME: Record<System, RegExp> = {
  windows: /^[\p{L}\p{N}][\p{L}\p{N} ()._*#-]{0,60}$/u,
  macos: /^[a-z]{2,12}\d{1,3}$/,
  linux: /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/,
}

/** The name by which a command can call the file; `bundle.zip` for one that a shell could take for something else. */
export const nameInCommands = (file: string): string => (QUOTABLE.test(file) ? file : 'bundle.zip')
/** All of them read single quotes alike, as long as there is none in the text. */
const quoted = (name: string): string => (PLAIN.test(name) ? name : `'${name}'`)

export const isPortName = (system: System, name: string): boolean => PORT_NAME[system].test(name)

export function commandsFor(system: System, facts: CommandFacts): Commands {
  const { origin, hasSecrets, issuer } = facts
  const file = quoted(nameInCommands(facts.file))
  const port = isPortName(system, facts.port) ? facts.port : USUAL_PORT[system]
  const secrets = hasSecrets ? ' --secrets secrets.env' : ''
  const fetch = `-fO ${origin}/cp-agent.js -O ${origin}/cp-agent.js.sha256`
  const common = {
    nodeVersion: 'node --version',
    inspect: `node cp-agent.js inspect ${file}${secrets}`,
    rehearse: `node cp-agent.js rehearse ${file}`,
    addAddress: addressCommand(system, 'add', port, facts.cidr),
    removeAddress: addressCommand(system, 'delete', port, facts.cidr),
  }
  // Whatever sudo's own search path is, and however Node came onto the laptop.
  const withRights = {
    doctor: `sudo "$(command -v node)" cp-agent.js doctor ${file}${secrets}`,
    serve: `sudo "$(command -v node)" cp-agent.js ${file} --set-address${secrets}`,
    ...(hasSecrets && { ownSecrets: 'chmod 600 secrets.env' }),
  }
  const byHand = (check: string) => [
    `curl -f ${issuer}/.well-known/cp/allowed_signers -o allowed_signers`,
    `unzip -q ${file} -d bundle && cd bundle`,
    `ssh-keygen -Y verify -f ../allowed_signers -I ${issuer} -n cp-bundle@v1 -s manifest.json.sig < manifest.json`,
    `jq -r '.files[]|"\\(.sha256)  \\(.path)"' manifest.json | ${check}`,
  ]
  switch (system) {
    case 'windows':
      return {
        ...common,
        getNode: 'winget install OpenJS.NodeJS.LTS',
        folder: 'cd "$HOME\\Downloads"',
        fetchAgent: `curl.exe ${fetch}`,
        checkAgent: '(Get-FileHash cp-agent.js).Hash -eq (-split (Get-Content cp-agent.js.sha256))[0]',
        ports: 'netsh interface ipv4 show interfaces',
        firewall:
          'New-NetFirewallRule -DisplayName cp-agent -Direction Inbound -Action Allow -Program (Get-Command node).Source',
        doctor: `node cp-agent.js doctor ${file}${secrets}`,
        serve: `node cp-agent.js ${file} --set-address${secrets}`,
        closeFirewall: 'Remove-NetFirewallRule -DisplayName cp-agent',
        verify: [
          `curl.exe -f ${issuer}/.well-known/cp/allowed_signers -o allowed_signers`,
          `Expand-Archive ${file} bundle; cd bundle`,
          // PowerShell has no `<`, and its pipe changes bytes.
          `cmd /c "ssh-keygen -Y verify -f ..\\allowed_signers -I ${issuer} -n cp-bundle@v1 -s manifest.json.sig < manifest.json"`,
          '(Get-Content manifest.json -Raw -Encoding UTF8 | ConvertFrom-Json).files | ForEach-Object { "$((Get-FileHash -LiteralPath $_.path).Hash -eq $_.sha256)  $($_.path)" }',
        ],
      }
    case 'macos':
      return {
        ...common,
        ...withRights,
        getNode: 'brew install node',
        folder: 'cd ~/Downloads',
        fetchAgent: `curl ${fetch}`,
        checkAgent: 'shasum -a 256 -c cp-agent.js.sha256',
        ports: 'networksetup -listallhardwareports',
        verify: byHand('shasum -a 256 -c'),
      }
    case 'linux':
      return {
        ...common,
        ...withRights,
        getNode: 'sudo apt install nodejs',
        folder: 'cd "$(xdg-user-dir DOWNLOAD)"',
        fetchAgent: `curl ${fetch}`,
        checkAgent: 'sha256sum -c cp-agent.js.sha256',
        ports: 'ip -brief link',
        holdPort: `nmcli device set ${port} managed no && sudo ip link set ${port} up`,
        releasePort: `nmcli device set ${port} managed yes`,
        verify: byHand('sha256sum -c'),
      }
  }
}

/** The same that the agent names when the address is missing (a test compares them). */
function addressCommand(system: System, verb: 'add' | 'delete', name: string, cidr: string): string {
  const [address = '', prefix = '24'] = cidr.split('/')
  const mask = [0, 8, 16, 24].map(shift => 256 - 2 ** (8 - Math.min(8, Math.max(0, Number(prefix) - shift)))).join('.')
  const both = (state: string) =>
    `netsh interface ipv4 set interface "${name}" dhcpstaticipcoexistence=${state} store=active`
  switch (system) {
    case 'windows':
      return verb === 'add'
        ? `${both('enabled')}; netsh interface ipv4 add address "${name}" ${address} ${mask} store=active`
        : `netsh interface ipv4 delete address "${name}" ${address}; ${both('disabled')}`
    case 'macos':
      return `sudo ifconfig ${name} inet ${address} ${verb === 'add' ? `netmask ${mask} alias` : '-alias'}`
    case 'linux':
      return `sudo ip address ${verb} ${cidr} dev ${name}`
  }
}
