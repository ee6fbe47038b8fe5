// The names that columns of a table of phones have: our own first, then those of exports of FreePBX (bulk), 3CX and BroadWorks.
export const COLUMNS = {
  mac: ['mac', 'macaddress', 'phonemac', 'devicemac', 'macaddr'],
  model: ['model', 'phonemodel', 'devicetype', 'template'],
  label: ['label', 'phonelabel'],
  username: ['username', 'extension', 'ext', 'number', 'lineport', 'userid'],
  authName: ['authname', 'authid', 'authenticationid', 'sipauthenticationusername'],
  password: ['password', 'secret', 'authpassword', 'sippassword', 'sipauthenticationpassword'],
  displayName: ['displayname', 'name', 'calleridname'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname'],
} as const

/** @returns whether these are the columns of a table of phones: it needs at least a MAC address and a user name. */
export function nameAFleet(columns: readonly string[]): boolean {
  const has = (names: readonly string[]) => columns.some(column => names.includes(column))
  return has(COLUMNS.mac) && has(COLUMNS.username)
}
