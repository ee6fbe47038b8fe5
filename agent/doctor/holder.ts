// A small process of the system's own shell that holds an address for as long as its standard input is open. It is started while
// the agent has the rights for it, so that the agent can give them up and the address goes all the same, also when the agent is
// killed. The pipe carries nothing but four words: who gets hold of it can do no more than keep the address alive.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { parseCidr } from '../../schemas/ipv4.ts'

/** Seconds after which Linux takes the address away by itself, when nobody renews it: the shell may be killed, too. */
export const LIFETIME = 180

/**
 * `look` asks the wire who has the address, `add` adds it and fails where it is already, `keep` renews it and puts it back,
 * `mine` says that an earlier start added it. Each is answered with a number, 0 when it went well. What was added goes with the pipe.
 */
type Word = 'look' | 'add' | 'keep' | 'mine'

/** The answer when somebody else has the address. */
export const TAKEN = 9

/** POSIX. Ctrl-C and the like go to all; only the end of the pipe ends this. */
const shell = (look: string, add: string, keep: string, mine: string, remove: string) => `trap '' 1 2 15;exec 2>&1
while read -r w;do case $w in look)${look};;add)${add}&&h=1;;keep)[ "$h" ]&&${keep};;mine)${mine}&&h=1;;esac;echo $?;done
[ "$h" ]&&${remove}`

const IP = `"$CIDR" dev "$NAME"`
const LIVES = `${IP} valid_lft ${LIFETIME} preferred_lft ${LIFETIME}`
/** An entry that is being checked makes the kernel ask by ARP, even where no route leads. */
const ASK = 'ip neighbour replace "$ADDRESS" dev "$NAME" lladdr ff:ff:ff:ff:ff:ff nud probe'
const LINUX = shell(
  `ip neighbour delete "$ADDRESS" dev "$NAME" 2>/dev/null;${ASK}`,
  `ip address add ${LIVES}`,
  `ip address replace ${LIVES}`,
  // One that stays for ever is somebody else's.
  '[ "$(ip -4 address show dev "$NAME" to "$ADDRESS" dynamic)" ]',
  `ip address delete ${IP}`,
)
const ALIAS = 'ifconfig "$NAME" inet "$ADDRESS" netmask "$MASK" alias'
const MAC = shell(
  'ping -c1 -t1 "$ADDRESS">/dev/null;true',
  ALIAS,
  ALIAS,
  'true',
  'ifconfig "$NAME" inet "$ADDRESS" -alias',
)

/**
 * Windows looks by itself before it uses an address: AddressState is 1 meanwhile, then 4, or 2 when somebody has it. An interface that
 * takes its address by DHCP (Dhcp is 1) keeps that setting only if both may be there together, which no cmdlet can set.
 */
const WINDOWS = `$p=@{InterfaceAlias=$env:NAME;IPAddress=$env:ADDRESS};$q=@{PrefixLength=$env:PREFIX;PolicyStore='ActiveStore'}
$d=[int](Get-NetIPInterface -InterfaceAlias $env:NAME -AddressFamily IPv4).Dhcp
function both($s){if($d -eq 1){netsh interface ipv4 set interface "$env:NAME" dhcpstaticipcoexistence=$s store=active|Out-Null}}
while($w=[Console]::In.ReadLine()){$r=0
if($w -eq 'mine'){$h=1}
if($w -eq 'add'){both enabled}
if($w -eq 'add' -or ($h -and $w -eq 'keep')){try{New-NetIPAddress @p @q -EA Stop|Out-Null;$h=1}catch{if($w -eq 'add'){$r=1;"$_"}}
if($h){$n=25;do{sleep -m 200;$s=[int](Get-NetIPAddress @p).AddressState}while($s -eq 1 -and $n--);if($s -eq 2){$r=${TAKEN}}}}
$r}
if($h){Remove-NetIPAddress @p @q -Confirm:$false;both disabled}`

/** What would be run, and with what: names and addresses are values of the environment and never part of a command. */
export function holderCommand(name: string, cidr: string, platform: NodeJS.Platform = process.platform) {
  const [address = '', prefix = ''] = cidr.split('/')
  const mask = `0x${parseCidr(cidr).mask.toString(16)}`
  // So that no quoting on the way can change it.
  const encoded = Buffer.from(WINDOWS, 'utf16le').toString('base64')
  const env = { NAME: name, CIDR: cidr, ADDRESS: address, PREFIX: prefix, MASK: mask }
  return platform === 'win32'
    ? { program: 'powershell.exe', args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded], env }
    : { program: 'sh', args: ['-c', platform === 'darwin' ? MAC : LINUX], env }
}

export interface Holder {
  /** @returns 0 when it went well, {@link TAKEN}, and what the system said. */
  say(word: Word): Promise<{ status: number; said: string }>
  /** Closes the pipe, which takes the address away. */
  end(): Promise<void>
}

export function startHolder(name: string, cidr: string, platform: NodeJS.Platform = process.platform): Holder {
  const { program, args, env } = holderCommand(name, cidr, platform)
  const path = `${process.env.PATH}${platform === 'win32' ? '' : ':/usr/sbin:/sbin'}`
  // In a session of its own: what ends the terminal does not end this.
  const child: ChildProcessWithoutNullStreams = spawn(program, args, {
    env: { ...process.env, PATH: path, ...env },
    detached: true,
    windowsHide: true,
  })
  let said = ''
  const waiting: ((status: number) => void)[] = []
  const gone = new Promise<void>(resolve => {
    const end = () => {
      for (const answer of waiting.splice(0)) answer(1)
      resolve()
    }
    child.once('close', end).once('error', error => {
      said = error.message
      end()
    })
  })
  child.stdin.on('error', () => {}) // it was killed
  createInterface({ input: child.stdout }).on('line', line => {
    if (/^\d+$/.test(line)) waiting.shift()?.(Number(line))
    else said = line
  })
  return {
    async say(word) {
      if (child.exitCode !== null || child.signalCode !== null) return { status: 1, said }
      const status = await new Promise<number>(resolve => {
        waiting.push(resolve)
        child.stdin.write(`${word}\n`)
      })
      return { status, said }
    },
    async end() {
      child.stdin.end()
      await gone
    },
  }
}
