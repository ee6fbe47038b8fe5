import { expect, it } from 'vitest'
import type { AgentEvent } from '../events.ts'
import { reportPage } from '../web/report-page.ts'
import { createReport } from './report.ts'

const MAC = '00:1d:45:2d:2b:f0'
const phoneOf = (mac: string, model = 'CP-7975G') => ({ mac, model, label: '', load: 'SIP75.9', lines: ['11'] })
const bundle = (...phones: ReturnType<typeof phoneOf>[]): AgentEvent => ({
  ...{
    event: 'agent.bundle',
    site: 'a'.repeat(52),
    name: 'home',
    issuer: 'http://localhost:8787',
    signedBy: 'SHA256:x',
  },
  ...{ root: 'SHA256:y', trustedBy: 'pinned', issued: '2026-11-23T09:00:00Z', registrar: 'r', hosts: [], phones },
})

/** Events a second apart. */
function reportOf(...events: AgentEvent[]) {
  const { report, add } = createReport()
  events.forEach((event, i) => {
    add(event, new Date(Date.UTC(2026, 10, 28, 9, 0, i)))
  })
  return report
}
const at = (second: number) => `2026-11-28T09:00:${String(second).padStart(2, '0')}.000Z`

it('says what was flashed from which to which load, when, how long and with how many bytes', () => {
  const report = reportOf(
    bundle(phoneOf(MAC)),
    { event: 'phone.state', phone: MAC, state: 'seen' },
    { event: 'phone.hop', phone: MAC, from: 'SCCP75.8-3', to: 'SCCP75.8-5-2' },
    { event: 'phone.hop', phone: MAC, from: 'SCCP75.8-5-2', to: 'SIP75.9' },
    { event: 'tftp.done', phone: MAC, address: '10.0.0.2', file: 'a.sbn', bytes: 1000, ms: 5 },
    { event: 'http.done', phone: MAC, address: '10.0.0.2', file: 'b.sbn', bytes: 1000, ms: 5, part: '500-999' },
    { event: 'phone.state', phone: MAC, state: 'running', load: 'SIP75.9' },
    { event: 'phone.state', phone: MAC, state: 'done' },
    { event: 'agent.done', phones: 1, ms: 8000 },
  )
  expect(report).toMatchObject({
    ...{ site: 'a'.repeat(52), issuer: 'http://localhost:8787', rehearsal: false, notes: [] },
    ...{ begun: at(0), ended: at(8), seconds: 8 },
  })
  expect(report.phones).toEqual([
    {
      ...{ mac: MAC, model: 'CP-7975G', label: '', wanted: 'SIP75.9', runs: 'SIP75.9', state: 'done', notes: [] },
      ...{ loads: ['SCCP75.8-3', 'SCCP75.8-5-2', 'SIP75.9'], begun: at(1), done: at(7), seconds: 6, bytes: 1500 },
    },
  ])
})

it('is not done any more when the phone begins again', () => {
  const [phone] = reportOf(
    bundle(phoneOf(MAC)),
    { event: 'phone.state', phone: MAC, state: 'done' },
    { event: 'phone.state', phone: MAC, state: 'loading' },
  ).phones
  expect(phone).toMatchObject({ state: 'loading', done: '', begun: at(1) })
})

it('keeps what went wrong with its code, once, of the phone or of none', () => {
  const diagnosis: AgentEvent = {
    ...{
      event: 'phone.diagnosis',
      phone: MAC,
      code: 'phone.trust-list',
      text: 'It trusts.',
      cure: 'Erase.',
      evidence: 'x',
    },
  }
  const report = reportOf(bundle(phoneOf(MAC)), diagnosis, diagnosis, {
    ...{ event: 'agent.error', code: 'time.out', message: 'Not done.', cure: 'More time.' },
  })
  expect(report.phones[0]?.notes).toEqual([{ time: at(1), code: 'phone.trust-list', text: 'It trusts.' }])
  expect(report.notes).toEqual([{ time: at(3), code: 'time.out', text: 'Not done.' }])
  expect(report.ended).toBe(at(3))
})

it('gives an open entry to the phone that claims it, in order', () => {
  const claim = (phone: string): AgentEvent => ({ event: 'phone.claimed', phone, model: 'CP-7975G' })
  const other = '00:1d:45:00:00:02'
  const { phones } = reportOf(
    bundle(phoneOf('any', 'CP-7942G'), phoneOf('any'), phoneOf('any')),
    claim(MAC),
    claim(other),
  )
  expect(phones.map(({ mac }) => mac)).toEqual(['any', MAC, other])
})

it('does not grow with what strangers do', () => {
  const { report, add } = createReport()
  for (let i = 0; i < 5000; i++)
    add({ event: 'tftp.refused', phone: `${i}`, address: 'x', file: `${i}`, why: 'stranger' }, new Date())
  expect(report.notes).toHaveLength(100)
  expect(report.phones).toEqual([])
})

it('becomes a page in which nothing from the wire is mark-up', () => {
  const report = reportOf(bundle(phoneOf(MAC)), {
    ...{ event: 'tftp.failed', phone: MAC, address: 'x', file: '<script>alert(1)</script>', why: '"&', sent: 0 },
  })
  const page = reportPage(report, { report: 'Bericht', lang: 'de' })
  expect(page).toContain('<h1>Bericht – home</h1>')
  expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;: &#34;&#38;')
  expect(page).not.toContain('<script')
})
