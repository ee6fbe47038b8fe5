// The names of secrets, and the key under which a value is found.

/** A name such as `line1` or `kitchen/desk-phone.line-2`; it can never be read as a path that climbs. */
export const SECRET_NAME = /^(?!.*\.\.)[a-z0-9][a-z0-9._/-]*$/

/** The key under which a secret stands in the environment and in `secrets.env`: `line1` → `CP_SECRET_LINE1`. */
export function secretKey(name: string): string {
  return `CP_SECRET_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`
}

/** What a user name is called as a secret: `Line 1` → `line-1`. Two of them can have the same. */
export function toSecretName(username: string): string {
  const name = username
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return name.slice(0, 50) || 'line'
}
