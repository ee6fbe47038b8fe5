// How sure a fact is, in words for the tables of the documentation.
export const CERTAINTY = { C: '', L: ' (likely)', U: ' (uncertain)' } as const
