// The numbers of the DHCP options that we read and write, by their names in RFC 2132: `import * as OPTION`.

export const subnetMask = 1
export const router = 3
export const domainNameServer = 6
export const hostName = 12
export const ntpServers = 42
export const requestedAddress = 50
export const leaseTime = 51
export const messageType = 53
export const serverIdentifier = 54
export const parameterRequestList = 55
export const renewalTime = 58
export const rebindingTime = 59
export const vendorClass = 60
export const clientIdentifier = 61
export const tftpServerName = 66
export const relayAgentInformation = 82
/** A list of TFTP servers by address, as Cisco's phones ask for it (RFC 5859). */
export const tftpServerAddress = 150
