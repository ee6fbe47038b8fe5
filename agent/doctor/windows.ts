// Reads what Windows tells through PowerShell, as objects and numbers: nothing of it is in the language of the person.
import { execPath } from 'node:process'
import { askSystem } from './ask-system.ts'
import { asRuntimeKnows, type Computer, type Known, type Ports, withAddresses } from './system.ts'

/**
 * One script for all, since the start of PowerShell takes the longest; it prints a {@link Computer} without addresses.
 * NdisPhysicalMedium 1, 8 and 9 are wireless; MediaConnectionState 1 is connected; a rule's Direction 1 is inbound, its Action 2
 * allows and 4 blocks; Enabled 1 is on.
 */
const script = ({ udp, tcp }: Ports) => `[Console]::OutputEncoding=[Text.Encoding]::UTF8
$ErrorActionPreference='SilentlyContinue'
$r=Get-NetFirewallApplicationFilter -Program '${execPath.replaceAll("'", "''")}'|Get-NetFirewallRule|?{[int]$_.Direction -eq 1 -and [int]$_.Enabled -eq 1}
@{nics=@(Get-NetAdapter -Physical|%{@{name=$_.Name;label=$_.InterfaceDescription;kind=('cable','wifi')[$_.NdisPhysicalMedium -in 1,8,9];up=[int]$_.MediaConnectionState -eq 1;speed=$_.ReceiveLinkSpeed/1e6}})
firewall=@{name='Windows';on=!!(Get-NetFirewallProfile|?{[int]$_.Enabled -eq 1});open=!!($r|?{[int]$_.Action -eq 2});shut=@($r|?{[int]$_.Action -eq 4}|%{$_.Name})}
sleeps=!!(Get-CimInstance Win32_Battery)
holders=@(@(Get-NetUDPEndpoint -LocalPort ${udp})+@(Get-NetTCPConnection -State Listen -LocalPort ${tcp})|%{$i=$_.OwningProcess;@{port=$_.LocalPort;pid=$i;name=(Get-Process -Id $i).Name;service=@(Get-CimInstance Win32_Service -Filter "ProcessId=$i")[0].Name}})
}|ConvertTo-Json -Depth 4 -Compress`

export async function readWindows(ports: Ports, known: Known): Promise<Computer> {
  // Encoded, so that no quoting on the way can change it.
  const command = Buffer.from(script(ports), 'utf16le').toString('base64')
  return fromWindows(await askSystem('powershell', '-NoProfile', '-NonInteractive', '-EncodedCommand', command), known)
}

/** @param json what the script says; nothing, or something else, where PowerShell is not allowed or too old. */
export function fromWindows(json: string, known: Known): Computer {
  try {
    const told: Computer = JSON.parse(json)
    return { ...told, nics: withAddresses(told.nics, known) }
  } catch {
    return { nics: asRuntimeKnows(known), sleeps: true, holders: [] }
  }
}
