// The site id as people see it.

/** The first ten of the 52 characters. */
export const shortId = (id: string): string => id.slice(0, 10)
