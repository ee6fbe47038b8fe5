import { beforeEach, expect, it } from 'vitest'
import type { RivalLook } from '../dhcp/rival.ts'
import { type RivalWatch, watchRivals } from './rivals.ts'

const FOUND: RivalLook = {
  result: 'found',
  servers: [{ server: '192.168.178.1', offered: '192.168.178.20', from: '192.168.178.1' }],
}
let answers: RivalLook[]
let seen: string[]
let watch: RivalWatch
let release: () => void

beforeEach(() => {
  answers = []
  seen = []
  release = () => {}
  watch = watchRivals({
    look: () =>
      new Promise(resolve => {
        release = () => resolve(answers.shift() ?? { result: 'none' })
      }),
    emit: event => seen.push(event.event === 'dhcp.rival' ? `rival ${event.server}` : event.event),
    onBlind: error => seen.push(`blind ${error.message}`),
    pauseDhcp: on => seen.push(on ? 'paused' : 'speaks'),
    onChange: alone => seen.push(alone ? 'gone' : 'came'),
  })
})
const look = async (...results: RivalLook[]) => {
  answers.push(...results)
  const done = watch.look()
  release()
  await done
}

it('lets the server speak only after a look that found nobody', async () => {
  expect(watch.alone()).toBe(false)
  await look({ result: 'none' })
  expect(watch.alone()).toBe(true)
  expect(seen).toEqual(['speaks'])
})

it('takes a look that could not be made for a rival', async () => {
  await look({ result: 'could-not-look', error: new Error('EACCES') })
  expect(watch.alone()).toBe(false)
  expect(seen).toEqual(['blind EACCES', 'paused'])
})

it('names rivals, and says when one came or went, not what was so at the start', async () => {
  await look(FOUND)
  await look({ result: 'none' })
  await look(FOUND)
  expect(seen).toEqual(['rival 192.168.178.1', 'paused', 'speaks', 'gone', 'rival 192.168.178.1', 'paused', 'came'])
})

it('is silent from a suspicion until the next look, also when it rose during one', async () => {
  await look({ result: 'none' })
  watch.suspect()
  expect(watch.alone()).toBe(false)
  answers.push({ result: 'none' })
  const during = watch.look()
  watch.suspect()
  release()
  await during
  expect(watch.alone()).toBe(false)
  expect(seen).toEqual(['speaks', 'paused', 'paused', 'paused'])
  watch.tick()
  release()
  await expect.poll(() => watch.alone()).toBe(true)
})
