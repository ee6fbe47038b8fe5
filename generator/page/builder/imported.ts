// The import's door in the builder: what is brought becomes the description, and its passwords those of the form.
import { secretKey } from '../../../schemas/secret-name.ts'
import { openDoor } from '../import/door.ts'
import { part } from '../island/part.ts'
import { readDescription } from '../model/description.ts'
import type { Desk } from './desk.ts'

/** @param fresh the description that a visitor finds. @returns what imports a text. */
export function openImport(desk: Desk, fresh: string): ReturnType<typeof openDoor> {
  const { lang, say } = desk
  /** Names of the secrets that an import brought. */
  let brought: string[] = []
  return openDoor({
    lang,
    remember(lines, yaml) {
      const secrets = new Map(desk.state.secrets)
      for (const name of brought) secrets.delete(name)
      const values = new Map(
        lines.split('\n').map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      )
      const read = readDescription(yaml)
      const names = read.ok ? read.description.phones.flatMap(phone => phone.lines.map(({ secret }) => secret)) : []
      brought = names.filter(name => values.has(secretKey(name)))
      for (const name of brought) secrets.set(name, values.get(secretKey(name)) ?? '')
      desk.set({ secrets })
    },
    example: fresh,
    area: part('paper-text', HTMLElement),
    read: () => desk.state.text,
    write: (next, found) => {
      desk.write(next)
      const errors = found.filter(({ severity }) => severity === 'error').length
      desk.set({
        all: errors > 0,
        status: { kind: errors > 0 ? 'bad' : '', text: errors > 0 ? say.errors(errors) : '' },
      })
    },
  })
}
