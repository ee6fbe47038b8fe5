// A PC without a disk, emulated, on the switch: its network card's boot ROM (iPXE) is operated at its own shell, over the serial line.
import type { Wire } from './wire.ts'

export interface BootRom {
  /** Types a line and waits until the shell wants the next one. @returns what was shown. @throws after half a minute. */
  type(line: string): Promise<string>
  off(): Promise<void>
}

/** A BIOS remembers 15 of them. */
const KEYS = 8

/** Needs no acceleration, which an emulated computer seldom has for others. @returns when the ROM's shell waits for a line. */
export async function plugInPc(wire: Wire, mac: string): Promise<BootRom> {
  wire.ip('switch', 'tuntap', 'add', 'pc', 'mode', 'tap')
  wire.ip('switch', 'link', 'set', 'pc', 'master', 'switch', 'up')
  const pc = wire.spawn('switch', 'qemu-system-x86_64', [
    ...['-machine', 'pc,accel=tcg,graphics=off', '-m', '64', '-nodefaults', '-display', 'none', '-serial', 'stdio'],
    ...['-netdev', 'tap,id=cable,ifname=pc,script=no,downscript=no'],
    ...['-device', `virtio-net-pci,netdev=cable,mac=${mac},bootindex=1`],
  ])
  const ended = new Promise<void>(resolve => pc.once('close', () => resolve()))
  let shown = ''
  for (const stream of [pc.stdout, pc.stderr])
    stream?.setEncoding('latin1').on('data', (text: string) => {
      shown += text
    })
  const plain = () => shown.replaceAll(/\x1b\[[\d;?]*[A-Za-z]/g, '')
  const until = async (isShown: (text: string) => boolean, meanwhile: () => void = () => {}) => {
    const late = AbortSignal.timeout(30_000)
    while (!isShown(plain())) {
      if (late.aborted || pc.exitCode !== null) throw new Error(`the boot ROM stands at:\n${plain()}`)
      meanwhile()
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    return plain()
  }
  const prompt = (text: string) => text.endsWith('iPXE> ')
  let hints = 0
  await until(prompt, () => {
    const now = shown.split('Press Ctrl-B').length - 1
    if (now > hints) pc.stdin?.write('\x02')
    hints = now
  })
  return {
    async type(line) {
      shown = ''
      // Its keyboard holds a few keys; what comes too fast is lost.
      for (let typed = 0; typed < line.length; typed += KEYS) {
        pc.stdin?.write(line.slice(typed, typed + KEYS))
        await until(text => text.includes(line.slice(0, typed + KEYS)))
      }
      pc.stdin?.write('\r')
      return until(prompt)
    },
    off() {
      pc.kill('SIGKILL')
      return ended
    },
  }
}
