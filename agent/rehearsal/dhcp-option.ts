// The virtual phone's own names for DHCP options (RFC 2132): `import * as OPTION`.

export const mask = 1
export const hostName = 12
export const wanted = 50
export const seconds = 51
export const overload = 52
export const type = 53
export const server = 54
export const parameters = 55
export const vendorClass = 60
export const tftpName = 66
export const tftpAddresses = 150
