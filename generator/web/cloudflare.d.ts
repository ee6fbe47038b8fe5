// The module that workerd gives to the tests, as far as they use it. `wrangler types` would write 500 kB of such lines.
declare module 'cloudflare:workers' {
  export const env: import('./env.ts').Env
  export const exports: { default: { fetch(request: Request | string, init?: RequestInit): Promise<Response> } }
}

/** What the tests' bundler makes of a file that is asked for as text. */
declare module '*.yaml?raw' {
  const text: string
  export default text
}
