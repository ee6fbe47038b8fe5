// Where the single executable begins: cp-agent.js lies in it, byte for byte, and is run as the module that it is.
import { registerHooks } from 'node:module'
import { getAsset } from 'node:sea'
import { constants, Script } from 'node:vm'

/** In stack traces. */
const URL = 'cp:cp-agent.js'

registerHooks({
  resolve: (name, context, next) =>
    name === URL ? { url: URL, format: 'module', shortCircuit: true } : next(name, context),
  load: (url, context, next) =>
    url === URL
      ? { format: 'module', source: getAsset('cp-agent.js', 'utf8'), shortCircuit: true }
      : next(url, context),
})

// A script inside an executable may import nothing by itself; one that is made with the loader of all others may.
const importModule: (url: string) => Promise<typeof import('./main.ts')> = new Script('url => import(url)', {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}).runInThisContext()

void importModule(URL).then(({ run }) => run())
