// The board's page. The build puts its text in the place of this module; from the source it is read where it stands.
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

export interface PageFiles {
  html: string
  css: string
  script: string
}

export function readFiles(): PageFiles {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  return { html: read('page.html'), css: read('page.css'), script: stripTypeScriptTypes(read('page.ts')) }
}
