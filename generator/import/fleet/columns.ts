// The names that columns of a table of phones have: our own first, then those of exports of FreePBX (bulk), 3CX and BroadWorks,
// last the German ones of a table made by hand. Only letters and digits count.
export const COLUMNS = {
  mac: ['mac', 'macaddress', 'phonemac', 'devicemac', 'macaddr', 'macadresse'],
  model: ['model', 'phonemodel', 'devicetype', 'template', 'modell', 'telefonmodell'],
  label: ['label', 'phonelabel', 'bezeichnung', 'beschriftung'],
  username: [
    'username',
    'extension',
    'ext',
    'number',
    'lineport',
    'userid',
    'benutzername',
    'nebenstelle',
    'durchwahl',
    'rufnummer',
  ],
  authName: ['authname', 'authid', 'authenticationid', 'sipauthenticationusername', 'anmeldename'],
  // Where there are several, `password` is the one for a web page (BroadWorks, 3CX) or empty (FreePBX).
  password: ['authpassword', 'sippassword', 'sipauthenticationpassword', 'secret', 'password', 'passwort', 'kennwort'],
  displayName: ['displayname', 'name', 'calleridname', 'anzeigename'],
  firstName: ['firstname', 'givenname', 'vorname'],
  lastName: ['lastname', 'surname', 'nachname'],
} as const

/** @returns whether these are the columns of a table of phones: it needs at least a MAC address and a user name. */
export function nameAFleet(columns: readonly string[]): boolean {
  const has = (names: readonly string[]) => columns.some(column => names.includes(column))
  return has(COLUMNS.mac) && has(COLUMNS.username)
}
