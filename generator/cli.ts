#!/usr/bin/env node
// cp-generator: the generator without the web. A site file in, a signed bundle out; and the key ceremony.
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { secretKey } from '../schemas/secret-name.ts'
import { shortId } from '../schemas/site-id.ts'
import { IssuerError, readIssuer } from './bundle/seal.ts'
import { importFrom } from './cli/import.ts'
import { instant, localKeys, makeKeys } from './cli/local-keys.ts'
import { convertFiles } from './cli/media.ts'
import { replaceFile } from './cli/output.ts'
import { agreeOnPreset, isOrigin } from './cli/presets.ts'
import { problemLine } from './cli/problem-line.ts'
import { HELP, SAY } from './cli/text.ts'
import { bundleParts, checkRead } from './generate.ts'
import type { Lang } from './problem.ts'
import { ON_THE_COMMAND_LINE } from './site/limits.ts'
import { readSite } from './site/read.ts'

/** Of secrets; `cp-agent inspect` and the README in the bundle name all of thousands. */
const NAMES_SHOWN = 20
const EXIT = { done: 0, failed: 1, usage: 2 } as const
const write = (text: string) => void process.stdout.write(text)
const complain = (text: string) => void process.stderr.write(text)

/** What the command line may say. @throws TypeError (of `parseArgs`) for anything else. */
function readOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      issued: { type: 'string' },
      issuer: { type: 'string' },
      keys: { type: 'string' },
      secrets: { type: 'string' },
      model: { type: 'string' },
      site: { type: 'string' },
      'dial-plan': { type: 'string' },
      default: { type: 'string' },
      presets: { type: 'string' },
      yes: { type: 'boolean', short: 'y' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
}

/** Runs one command line. @returns the exit code: 0 done, 1 the site has errors, 2 usage. */
export async function main(argv: readonly string[]): Promise<number> {
  let options: ReturnType<typeof readOptions>
  try {
    options = readOptions(argv)
  } catch {
    complain(`${SAY[languageOf(undefined)].options}\n`)
    return EXIT.usage
  }
  const { values, positionals } = options
  const lang = languageOf(values.lang)
  const [first, second, third] = positionals
  if (values.help || first === undefined) {
    ;(values.help ? write : complain)(HELP[lang])
    return values.help ? EXIT.done : EXIT.usage
  }
  try {
    if (first === 'import') {
      const { output, secrets, model, 'dial-plan': dialPlan } = values
      const files = positionals.slice(1)
      // Two files are a phone's own and what all share, in either order.
      const isShared = (path: string) => files.length === 2 && /sipdefault[^/\\]*$/i.test(path)
      const own = files.filter(path => !isShared(path))
      if (own.length > 1) {
        complain(`${SAY[lang].phoneFiles}\n`)
        return EXIT.usage
      }
      const defaults = values.default ?? files.find(isShared)
      return await importFrom(own[0] ?? '-', {
        lang,
        ...(output && { output }),
        ...(secrets && { secrets }),
        ...(model && { model }),
        ...(dialPlan && { dialPlan }),
        ...(defaults && { defaults }),
      })
    }
    if (first === 'media') {
      const { output, model, site } = values
      return await convertFiles(positionals.slice(1), {
        lang,
        ...(output && { output }),
        ...(model && { model }),
        ...(site && { site }),
      })
    }
    const keys = values.keys ?? keysOfCheckout()
    if ((first === 'keys' ? third : second) !== undefined) {
      complain(`${SAY[lang].operand}\n`)
      return EXIT.usage
    }
    if (first === 'keys') return await ceremony(second, keys, values.issuer, lang)
    const { output, issued, presets, json = false, yes = false } = values
    return await makeBundle(first, {
      keys,
      lang,
      json,
      yes,
      ...(output && { output }),
      ...(issued && { issued }),
      ...(presets !== undefined && { presets }),
    })
  } catch (error) {
    if (!(error instanceof IssuerError)) throw error
    complain(`${error.code}: ${error.message}\n`)
    return EXIT.failed
  }
}

interface BundleOptions {
  output?: string
  issued?: string
  /** Where presets are looked up by id. */
  presets?: string
  yes: boolean
  keys: string
  json: boolean
  lang: Lang
}

async function makeBundle(path: string, options: BundleOptions): Promise<number> {
  const { lang, json } = options
  const say = SAY[lang]
  let text: string
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch {
    complain(`${say.unreadable(path)}\n`)
    return EXIT.usage
  }
  if (options.issued !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(options.issued)) {
    complain(`${say.issued}\n`)
    return EXIT.usage
  }
  const { presets: url, yes } = options
  if (url !== undefined && !isOrigin(url)) {
    complain(`${say.presetsUrl}\n`)
    return EXIT.usage
  }
  const issuer = await readIssuer(await localKeys(options.keys))
  const document = readSite(text, 'yaml', ON_THE_COMMAND_LINE)
  const canAsk = !json && path !== '-' && process.stdin.isTTY
  const presets = document.ok && (await agreeOnPreset(document.value, { yes, canAsk, lang, ...(url && { url }) }))
  if (!presets && document.ok) return EXIT.failed
  const made = await checkRead(document, { lang, limits: ON_THE_COMMAND_LINE, ...(presets && { presets }) })
  if (json) {
    write(`${JSON.stringify({ ok: made.ok, problems: made.problems, ...(made.ok && { site: made.siteId }) })}\n`)
  } else for (const problem of made.problems) complain(problemLine(problem, path))
  if (!made.ok) return EXIT.failed

  const output = options.output ?? `${made.name}-${shortId(made.siteId)}.zip`
  const issue = { issued: options.issued ?? instant(new Date()), issuer }
  const size = await replaceFile(output, bundleParts(made, lang, issue))
  if (size === undefined) {
    complain(`${say.unwritable(output)}\n`)
    return EXIT.failed
  }
  if (json) return EXIT.done
  write(`${say.made(output, size, shortId(made.siteId))}\n`)
  const names = [...new Set(made.plan.secrets.map(({ name }) => name))]
  const shown = names.slice(0, NAMES_SHOWN).map(secretKey)
  if (names.length > 0) write(`${say.secrets(shown, names.length - shown.length)}\n`)
  write(`${say.next(output)}\n`)
  return EXIT.done
}

const languageOf = (option: string | undefined): Lang =>
  (option ?? process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('de') ? 'de' : 'en'

async function ceremony(
  what: string | undefined,
  directory: string,
  issuer: string | undefined,
  lang: Lang,
): Promise<number> {
  const say = SAY[lang]
  if (what === 'init') {
    if (existsSync(directory)) {
      complain(`${say.keysThere(directory)}\n`)
      return EXIT.usage
    }
    if (issuer === undefined || !/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(issuer)) {
      complain(`${say.issuer}\n`)
      return EXIT.usage
    }
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    await makeKeys(directory, issuer, new Date())
  } else if (what !== 'show') {
    complain(HELP[lang])
    return EXIT.usage
  }
  const keys = await localKeys(directory)
  write(`${say.keys(directory, keys.fingerprint)}\n${keys.keysJson}`)
  return EXIT.done
}

/** `.cp/keys` of the checkout that this program was built in; elsewhere that of the current folder. */
function keysOfCheckout(): string {
  const here = dirname(dirname(realpathSync(process.argv[1] ?? '.')))
  return join(existsSync(join(here, 'wrangler.toml')) ? here : '.', '.cp', 'keys')
}

function isProgram(): boolean {
  try {
    return realpathSync(process.argv[1] ?? '') === realpathSync(new URL(import.meta.url))
  } catch {
    return false
  }
}

if (isProgram()) process.exitCode = await main(process.argv.slice(2))
