// What the routes take and answer, as zod schemas: the components of the OpenAPI document. Only what writes and checks that
// document needs them; the Worker does not load this file.
import * as z from 'zod'
import { Keys } from '../../../schemas/keys.ts'
import { Manifest } from '../../../schemas/manifest.ts'
import { Preset } from '../../../schemas/preset.ts'
import { Site } from '../../../schemas/site.ts'
import { PRESET_ID } from '../../presets/id.ts'

const Problem = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z]+(?:[.-][a-z0-9]+)*$/)
      .describe('Stays; what each one means: docs/errors.md'),
    severity: z.enum(['error', 'warning']),
    path: z.array(z.union([z.string(), z.number()])).describe('Place in the document: ["phones", 0, "mac"]'),
    line: z.int().min(1).optional().describe('In the text that was sent'),
    column: z.int().min(1).optional(),
    message: z.string().describe('In the language of the request; may change'),
    cure: z.string(),
    source: z.string().optional().describe('Who met this mistake before'),
    docs: z.string(),
  })
  .describe('One thing that is wrong with a site file or a preset')

const ProblemJson = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string().describe('Stays; the words may change'),
    detail: z.string().describe('What to do'),
    errors: z.array(Problem).optional().describe('What is wrong with the document that was sent'),
  })
  .describe('RFC 9457; never holds a value that was sent')

const Summary = z
  .strictObject({
    phones: z.array(
      z.strictObject({
        mac: z.string(),
        model: z.string(),
        label: z.string().optional(),
        address: z.string().optional(),
        running: z.string().optional(),
        load: z.string().describe('The load that it shall run'),
        lines: z.array(z.strictObject({ number: z.int().min(1), label: z.string() })),
      }),
    ),
    firmware: Manifest.shape.firmware.describe('Every load that is needed, with the vendor’s archive that has it'),
    secrets: z.array(z.string()).describe('The keys under which the agent looks for passwords: CP_SECRET_LINE1'),
  })
  .describe('What the bundle will hold')

const Checked = z.strictObject({
  ok: z.literal(true),
  site: z
    .string()
    .regex(/^[a-z2-7]{10}$/)
    .describe('First ten characters of the site’s id'),
  name: z.string(),
  summary: Summary,
  warnings: z.array(Problem),
})

const Health = z.strictObject({ ok: z.literal(true), version: z.string() })

const StoredPreset = z.strictObject({
  id: z.string().regex(PRESET_ID).describe('130 bits of SHA-256 over the RFC 8785 JSON of the preset, in base32'),
  url: z.url().describe('The page of the preset'),
  link: z.url().describe('The same preset in the fragment of a link, which needs no storage'),
  expires: z.iso.datetime().optional(),
})

/** Name in the document → schema. `input`: what people write, before defaults. */
export const COMPONENTS = {
  input: { Site, Preset },
  output: { Checked, Summary, Health, Keys, StoredPreset, Problem, ProblemJson },
} as const
