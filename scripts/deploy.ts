// `npm run deploy -- production`: builds everything and hands it to wrangler, after a look at what is easily forgotten.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
export const WRANGLER = `${root}node_modules/wrangler/bin/wrangler.js`
/** Those of wrangler.toml. */
export const ENVIRONMENTS = ['production', 'staging'] as const
export type Environment = (typeof ENVIRONMENTS)[number]

const EXIT_USAGE = 2
const EXIT_MISSING = 5
const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/

const isEnvironment = (name: string | undefined): name is Environment => ENVIRONMENTS.some(known => known === name)

/** The part of wrangler's configuration that is looked at. */
export interface DeployedConfig {
  kv_namespaces: readonly { binding: string; id?: string | undefined }[]
  ratelimits: readonly { name: string; namespace_id: string }[]
  vars: Readonly<Record<string, unknown>>
  assets?: object | undefined
  observability?: object | undefined
}

/** @param environment without one: what `npm start` takes. */
export async function readConfig(environment?: Environment): Promise<DeployedConfig> {
  const { unstable_readConfig } = await import('wrangler') // seconds, which a wrong word need not wait
  return unstable_readConfig({ config: `${root}wrangler.toml`, ...(environment && { env: environment }) })
}

/**
 * What must be mended before `environment` is deployed, each with its cure.
 * @param roots what `CP_ROOTS` says.
 */
export function refusals(
  environment: Environment,
  config: Pick<DeployedConfig, 'kv_namespaces'>,
  roots: string | undefined,
): string[] {
  const found: string[] = []
  if (!roots) {
    found.push(
      'CP_ROOTS is not set: the agent at /cp-agent.js would know no root key but that of this checkout. ' +
        'Set it to the fingerprint that `ssh-keygen -lf ~/cp-keys/root.pub` prints: CP_ROOTS=SHA256:… npm run deploy -- ' +
        environment,
    )
  } else {
    for (const part of roots.split(',').filter(part => !FINGERPRINT.test(part)))
      found.push(
        `CP_ROOTS has "${part}", which is no fingerprint of a key: it begins with SHA256: and has 43 characters after that; several are separated by commas.`,
      )
  }
  for (const { binding, id } of config.kv_namespaces) {
    if (id) continue
    found.push(
      `${binding} has no id in wrangler.toml. Make the namespace with \`npx wrangler kv namespace create ${binding} ` +
        `--env ${environment}\` and put the id that it prints under [[env.${environment}.kv_namespaces]]; or take those lines out, ` +
        'then no presets are stored.',
    )
  }
  return found
}

async function main(argv: readonly string[]): Promise<number> {
  const [environment, ...more] = argv
  if (!isEnvironment(environment)) {
    console.error(`Say where to: npm run deploy -- ${ENVIRONMENTS.join(' (or ')})`)
    return EXIT_USAGE
  }
  const refused = refusals(environment, await readConfig(environment), process.env.CP_ROOTS)
  for (const line of refused) console.error(line)
  if (refused.length > 0) return EXIT_MISSING
  const { build } = await import('./build.ts')
  await build()
  const { status } = spawnSync(process.execPath, [WRANGLER, 'deploy', '--env', environment, ...more], {
    cwd: root,
    stdio: 'inherit',
  })
  return status ?? 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2))
