import { expect, it } from 'vitest'
import { phoneOf } from '../../test/manifest.ts'
import { guideSteps } from './guide.ts'

const OPTIONS = { cidr: '192.168.178.1/24', leaseSeconds: 1800, wire: 'eth0', platform: 'linux' } as const

it.each(['de', 'en'] as const)('says where each family has the TFTP server that is set by hand (%s)', lang => {
  const steps = guideSteps('alternate-tftp', phoneOf(), { ...OPTIONS, lang })
  const text = steps.join('\n')
  for (const family of ['79xx', '69xx', '78xx', '88xx', '89xx', '99xx', '7940', '7960']) expect(text).toContain(family)
  for (const name of ['Network Configuration', 'Network Setup', 'Alternate TFTP', 'Unlock Config'])
    expect(text).toContain(name)
  // Set, and set back at the end.
  expect(steps[2]).toContain('192.168.178.1;')
  expect(steps.at(-1)).toMatch(/TFTP.*(No|Nein).*DHCP.*(Yes|Ja)/)
  expect(text).not.toMatch(/\{\w*\}/)
})

it('has the command that takes the address away in one piece, and not where the agent does it', () => {
  const steps = (keeps: boolean) => guideSteps('hand-over', phoneOf(), { ...OPTIONS, lang: 'en', keeps }).join('\n')
  expect(steps(false)).toMatch(/`(sudo )?ip address delete 192\.168\.178\.1\/24 dev eth0`/)
  expect(steps(true)).not.toContain('ip address')
})
