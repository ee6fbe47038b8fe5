// Writes schemas/json/*.json, for editors and other programs, from the zod schemas. `npm run schemas`
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { VERSION } from '../generator/version.ts'
import { openApi } from '../generator/web/api/open-api.ts'
import { Line } from '../schemas/events.ts'
import { Keys } from '../schemas/keys.ts'
import { Manifest } from '../schemas/manifest.ts'
import { Preset } from '../schemas/preset.ts'
import { Site } from '../schemas/site.ts'

const DOCUMENTS = {
  site: { schema: Site, title: 'Site of cp' },
  preset: { schema: Preset, title: 'Preset of cp' },
  manifest: { schema: Manifest, title: 'Manifest of a bundle (cp-bundle/1)' },
  events: { schema: Line, title: 'A line of cp-agent --json' },
  keys: { schema: Keys, title: 'Keys of an issuer (cp-keys/1)' },
}

/** File name → its text. JSON Schema draft-7, which is what editors understand; of what people write, before defaults. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(DOCUMENTS).map(([name, { schema, title }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
      const document = { $schema, $id: `urn:cp:schema:${name}`, title, ...rest }
      return [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`]
    }),
  )
}

/** The description of the API, which lies beside them. */
export const openApiText = (): string => `${JSON.stringify(openApi(VERSION), null, 2)}\n`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of [...jsonSchemas(), ['openapi.json', openApiText()] as const]) {
    writeFileSync(fileURLToPath(new URL(`../schemas/json/${name}`, import.meta.url)), text)
  }
}
