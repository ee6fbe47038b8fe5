// The types of DHCP messages, the values of option 53 (RFC 2132, 9.6): `import * as MESSAGE`.

export const discover = 1
export const offer = 2
export const request = 3
export const decline = 4
export const ack = 5
export const nak = 6
export const release = 7
export const inform = 8
