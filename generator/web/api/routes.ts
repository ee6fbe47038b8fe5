// Every route with its words: the OpenAPI document and the page /docs are made from this table, and a test compares it with
// the routes that the application has.
import type { Lang } from '../../problem.ts'
import type { WebErrorCode } from '../problem-json.ts'
import { AGENT_ROUTES, KEY_ROUTES, PAGE_ROUTES, SCHEMA_ROUTES } from './read-routes.ts'
import { PRESET_ROUTES, SITE_ROUTES } from './send-routes.ts'

export type Words = Readonly<Record<Lang, string>>

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  about: Words
  pattern: string
  example: string
}

export interface Answer {
  status: 200 | 201 | 404
  type: string
  /** A component of the document; else text or bytes. */
  schema?: string
  about: Words
  /** Name → what it holds. */
  headers?: Readonly<Record<string, Words>>
}

export interface ApiRoute {
  method: 'get' | 'post'
  /** As in OpenAPI: `/p/{id}`. */
  path: string
  summary: Words
  /** More than one line of it. */
  about?: Words
  parameters?: readonly Parameter[]
  body?: { types: readonly string[]; schema: string; about: Words; example: string }
  answers: readonly Answer[]
  problems: readonly WebErrorCode[]
  /** What to type, from `curl` on; `{origin}` is where the generator stands. */
  curl: string
}

export interface ApiArea {
  name: string
  title: Words
  routes: readonly ApiRoute[]
}

export const AREAS: readonly ApiArea[] = [
  { name: 'sites', title: { en: 'Sites and bundles', de: 'Beschreibungen und Bundles' }, routes: SITE_ROUTES },
  { name: 'presets', title: { en: 'Presets', de: 'Vorlagen' }, routes: PRESET_ROUTES },
  { name: 'keys', title: { en: 'Keys and health', de: 'Schlüssel und Zustand' }, routes: KEY_ROUTES },
  { name: 'schemas', title: { en: 'Schemas', de: 'Schemata' }, routes: SCHEMA_ROUTES },
  { name: 'agent', title: { en: 'Files', de: 'Dateien' }, routes: AGENT_ROUTES },
  { name: 'pages', title: { en: 'Pages', de: 'Seiten' }, routes: PAGE_ROUTES },
]

/** What any route may answer. */
export const ANYWHERE: readonly WebErrorCode[] = ['request.uri-long', 'server.bug']
