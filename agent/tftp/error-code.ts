// Codes of a TFTP ERROR (RFC 1350, appendix I; 8: RFC 2347): `import * as ERROR`.

export const notDefined = 0
export const missing = 1
export const refused = 2
export const illegal = 4
export const unknownTransfer = 5
export const options = 8
