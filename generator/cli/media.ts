// `cp-generator media`: pictures and tones of the person become files that their phones take, in a tree for the agent.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PHONES, phoneModel } from '../catalog/phones.ts'
import { check } from '../generate.ts'
import { type Converted, convert, MEDIA_MAX_BYTES, targetOf, wantsOf } from '../media/convert.ts'
import { MediaError } from '../media/error.ts'
import { mediaNames } from '../media/name.ts'
import type { Lang } from '../problem.ts'
import { problemLine } from './problem-line.ts'

export interface MediaOptions {
  model?: string
  site?: string
  output?: string
  lang: Lang
}

const say = (text: string) => void process.stderr.write(`${text}\n`)

/** @returns the exit code: 0 all done, 1 a file could not be converted or the site has errors, 2 usage. */
export async function convertFiles(files: readonly string[], options: MediaOptions): Promise<number> {
  const { output, lang } = options
  const words = WORDS[lang]
  if (files.length === 0 || output === undefined) {
    say(words.usage)
    return 2
  }
  const models = await modelsOf(options)
  if (typeof models === 'number') return models
  const target = targetOf(models.map(wantsOf))
  const made: Converted[] = []
  for (const file of files) {
    try {
      const converted = await convert(file, read(file), target)
      writeAll(output, converted)
      made.push(converted)
      const size = converted.files.map(({ path, bytes }) => words.made(path, bytes.length)).join(', ')
      process.stdout.write(`${file}: ${size}${converted.cut ? ` (${words.cut})` : ''}\n`)
    } catch (error) {
      say(`${file}: ${reason(error, lang)}`)
    }
  }
  if (made.length > 0) process.stdout.write(`\n${words.next(output)}\n${mediaNames(made)}`)
  return made.length === files.length ? 0 : 1
}

/** The models to convert for, or the exit code. */
async function modelsOf({
  model,
  site,
  lang,
}: MediaOptions): Promise<NonNullable<ReturnType<typeof phoneModel>>[] | number> {
  const words = WORDS[lang]
  if ((model === undefined) === (site === undefined)) {
    say(words.usage)
    return 2
  }
  if (model !== undefined) {
    const found = phoneModel(model)
    if (found) return [found]
    say(words.model(model, PHONES.map(({ name }) => name).join(', ')))
    return 2
  }
  const path = site ?? ''
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    say(words.unreadable(path))
    return 2
  }
  const checked = await check({ text, lang })
  for (const problem of checked.problems) process.stderr.write(problemLine(problem, path))
  return checked.ok ? checked.plan.phones.flatMap(phone => phoneModel(phone.model) ?? []) : 1
}

class FileError extends Error {
  readonly why: 'unreadable' | 'there' | 'unwritable'

  constructor(why: FileError['why'], path: string) {
    super(path)
    this.why = why
  }
}

const reason = (error: unknown, lang: Lang): string => {
  if (error instanceof FileError) return WORDS[lang][error.why](error.message)
  if (!(error instanceof MediaError)) throw error
  const { message, cure } = error.explain(lang)
  return `${error.code}: ${message}\n    ${cure}`
}

/** Not more than is taken, whatever the file holds by now. */
function read(path: string): Uint8Array {
  let size: number
  try {
    size = statSync(path).size
    if (size <= MEDIA_MAX_BYTES) return readFileSync(path)
  } catch {
    throw new FileError('unreadable', path)
  }
  throw new MediaError('media.too-large', `${Math.ceil(size / 1e6)} MB`)
}

/** Never over a file that is there: then nothing of this picture or tone is written. */
function writeAll(folder: string, { files }: Converted): void {
  for (const { path } of files) if (existsSync(join(folder, path))) throw new FileError('there', join(folder, path))
  for (const { path, bytes } of files) {
    const to = join(folder, path)
    try {
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, bytes, { flag: 'wx' })
    } catch {
      throw new FileError('unwritable', to)
    }
  }
}

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`
const WORDS = {
  en: {
    usage: 'cp-generator media FILE... -o FOLDER takes either --model CP-7975G or --site site.yaml. --help shows how.',
    model: (name: string, known: string) => `The model ${name} is not known. Known: ${known}`,
    unreadable: (path: string) => `Cannot read ${path}. Check the name.`,
    there: (path: string) =>
      `${path} is there already and is never overwritten. Rename the file, or name another folder.`,
    unwritable: (path: string) => `Cannot write ${path}. May you write in that folder?`,
    made: (path: string, bytes: number) => `${path} (${kilobytes(bytes)})`,
    cut: 'cut to what a phone plays',
    next: (folder: string) => `For the agent: --firmware ${folder}. For the site:`,
  },
  de: {
    usage:
      'cp-generator media DATEI... -o ORDNER braucht entweder --model CP-7975G oder --site site.yaml. --help zeigt, wie.',
    model: (name: string, known: string) => `Das Modell ${name} ist nicht bekannt. Bekannt: ${known}`,
    unreadable: (path: string) => `${path} ist nicht zu lesen. Stimmt der Name?`,
    there: (path: string) =>
      `${path} gibt es schon und wird nie überschrieben. Benennen Sie die Datei um, oder nennen Sie einen anderen Ordner.`,
    unwritable: (path: string) => `${path} ist nicht zu schreiben. Dürfen Sie in diesem Ordner schreiben?`,
    made: (path: string, bytes: number) => `${path} (${kilobytes(bytes)})`,
    cut: 'gekürzt auf das, was ein Telefon spielt',
    next: (folder: string) => `Für den Agenten: --firmware ${folder}. Für die Beschreibung:`,
  },
} as const
