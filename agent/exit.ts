// How the program ends (DESIGN, "Exit codes"): `import * as EXIT`.

export const done = 0
export const failed = 1
export const usage = 2
export const refused = 3
export const environment = 4
export const missing = 5
export const interrupted = 130

export type Exit =
  | typeof done
  | typeof failed
  | typeof usage
  | typeof refused
  | typeof environment
  | typeof missing
  | typeof interrupted
