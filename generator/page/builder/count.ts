// A number with its word.

export const count = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`
