// Brings /verify to life: a bundle that is chosen or dropped is opened by a worker and shown here. Built into verify.js.
import { render } from 'hono/jsx/dom'
import { part } from '../island/part.ts'
import { createVerifier } from './client.ts'
import { Desk } from './desk.tsx'

const root = part('verify', HTMLElement)
const { root: known = '', version = '0' } = root.dataset
const own = known === '' ? undefined : { root: known, version: Number(version) }
const lang = document.documentElement.lang === 'de' ? 'de' : 'en'

render(<Desk lang={lang} own={own} verifier={createVerifier(startWorker())} />, root)

/** The page's policy lets only this one address become a script. */
function startWorker(): Worker {
  const address = '/verifier.js'
  const types: unknown = Reflect.get(globalThis, 'trustedTypes')
  const create: unknown = typeof types === 'object' && types !== null ? Reflect.get(types, 'createPolicy') : undefined
  if (typeof create !== 'function') return new Worker(address, { type: 'module' })
  const policy = create.call(types, 'cp', { createScriptURL: (url: string) => (url === address ? url : '') })
  return new Worker(policy.createScriptURL(address), { type: 'module' })
}
