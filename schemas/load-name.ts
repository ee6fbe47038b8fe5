// The names of loads, which are also the stems of file names.

/** A load's name without suffix, `SIP75.9-4-2SR3-1S`; also the older `P0S3-8-12-00`. Never a path. */
export const LOAD_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/
