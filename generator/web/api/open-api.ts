// The OpenAPI 3.1 document, made from the table of routes and the zod schemas. `npm run schemas` writes it; the Worker serves
// what was written.
import * as z from 'zod'
import { WEB_ERRORS } from '../problem-json.ts'
import { ANYWHERE, type Answer, type ApiRoute, AREAS, type Parameter } from './routes.ts'
import { COMPONENTS } from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

const TITLE = 'cp'
const ABOUT = `Turns a description of Cisco IP phones into a signed bundle that an agent on a laptop serves to them.

Errors are \`application/problem+json\` with a stable \`code\`. What is read with GET has an ETag and may be read from other
origins, pages excepted. Messages are German or English, by \`Accept-Language\` or \`?lang=\`. No route takes a password.`

/** @param version of the generator. */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const { name, routes } of AREAS)
    for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route, name) }
  return {
    openapi: '3.1.0',
    info: { title: TITLE, version, description: ABOUT, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/', description: 'The generator that serves this document' }],
    tags: AREAS.map(({ name, title }) => ({ name, description: title.en })),
    paths,
    components: { schemas: components() },
  }
}

function operation(route: ApiRoute, tag: string): Json {
  const { method, path, summary, about, parameters, body, answers } = route
  return {
    operationId: [method, ...path.split(/[^A-Za-z0-9]+/).filter(Boolean)].join('-'),
    tags: [tag],
    summary: summary.en,
    ...(about && { description: about.en }),
    ...(parameters && { parameters: parameters.map(parameter) }),
    ...(body && {
      requestBody: {
        required: true,
        description: body.about.en,
        content: Object.fromEntries(
          body.types.map(type => [
            type,
            { schema: ref(body.schema), ...(type.endsWith('yaml') && { example: body.example }) },
          ]),
        ),
      },
    }),
    responses: { ...Object.fromEntries(answers.map(answer => [answer.status, response(answer)])), ...problems(route) },
  }
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

const parameter = ({ name, in: place, about, pattern, example }: Parameter): Json => ({
  name,
  in: place,
  required: place === 'path',
  description: about.en,
  schema: { type: 'string', pattern },
  example,
})

function response({ type, schema, about, headers }: Answer): Json {
  // Bytes have no schema in OpenAPI 3.1; a media type without one stands for them.
  const content =
    schema === undefined ? (type.startsWith('text/') ? { schema: { type: 'string' } } : {}) : { schema: ref(schema) }
  return {
    description: about.en,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, words]) => [name, { description: words.en, schema: { type: 'string' } }]),
      ),
    }),
    content: { [type]: content },
  }
}

/** One answer for each status, which names the codes that it has. Everything that is read may be unchanged. */
function problems({ method, problems }: ApiRoute): Json {
  const byStatus = new Map<number, string[]>()
  for (const code of [...problems, ...ANYWHERE]) {
    const { status, en } = WEB_ERRORS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${en.title}`])
  }
  return {
    ...(method === 'get' && { 304: { description: 'What If-None-Match names is still so' } }),
    ...Object.fromEntries(
      [...byStatus].map(([status, texts]) => [
        status,
        { description: texts.join('; '), content: { 'application/problem+json': { schema: ref('ProblemJson') } } },
      ]),
    ),
  }
}

/** JSON Schema 2020-12, which is that of OpenAPI 3.1; a schema that has a name is referred to by it. */
function components(): Json {
  const all: Record<string, unknown> = {}
  for (const io of ['input', 'output'] as const) {
    const registry = z.registry<{ id: string }>()
    for (const [id, schema] of Object.entries(COMPONENTS[io])) registry.add(schema, { id })
    const { schemas } = z.toJSONSchema(registry, {
      target: 'draft-2020-12',
      io,
      uri: id => `#/components/schemas/${id}`,
    })
    for (const [id, { $schema, $id, ...schema }] of Object.entries(schemas)) all[id] = schema
  }
  return all
}
