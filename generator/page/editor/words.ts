// What the fields of a site mean, in German: by the English sentence of the schema, which holds only those. A test sees to it
// that every one has its German.

export const GERMAN: Readonly<Record<string, string>> = {
  'A site of cp: which phones there are and where they register. It never holds a password.':
    'Eine Site von cp: welche Telefone es gibt und wo sie sich anmelden. Ein Passwort steht nie darin.',
  'Name of the site: a-z, 0-9 and -': 'Name der Site: a-z, 0-9 und -',
  'Name of a built-in preset, such as fritzbox-de, or the id or link of a shared one; the site stands over it':
    'Name einer eingebauten Vorlage, etwa fritzbox-de, oder Kennung oder Link einer geteilten; was in der Site steht, geht vor',
  'Where the phones register': 'Wo sich die Telefone anmelden',
  'What the phone registers at: fritzbox': 'Woran sich das Telefon anmeldet: fritzbox',
  'Where the phones register: 192.168.178.1': 'Wo sich die Telefone anmelden: 192.168.178.1',
  'SIP port of the registrar': 'SIP-Port des Registrars',
  'Whether there is address translation between the phones and the registrar':
    'Ob zwischen Telefonen und Registrar Adressen umgesetzt werden (NAT)',
  'Seconds for which a registration holds': 'Wie viele Sekunden eine Anmeldung gilt',
  'All goes through this host, where the registrar wants it':
    'Alles läuft über diesen Host, wo der Registrar es verlangt',
  'The network while the phones are flashed': 'Das Netz, während die Telefone geflasht werden',
  'Address of the laptop while it flashes, with prefix length: 192.168.178.1/24':
    'Adresse des Laptops beim Flashen, mit Präfixlänge: 192.168.178.1/24',
  'Addresses to give to phones: 192.168.178.201-192.168.178.220':
    'Adressen für die Telefone: 192.168.178.201-192.168.178.220',
  'How long a phone may keep its address': 'Wie viele Minuten ein Telefon seine Adresse behalten darf',
  'Time servers; the registrar by default': 'Zeitserver; ohne Angabe der Registrar',
  'Language of the screen, by the name of its folder: German_Germany':
    'Sprache der Anzeige, nach dem Namen ihres Ordners: German_Germany',
  'Country of the tones, by the name of its folder: Germany': 'Land der Töne, nach dem Namen ihres Ordners: Germany',
  'IANA name: Europe/Berlin': 'Name nach IANA: Europe/Berlin',
  'YY is a year of four digits, Y of two': 'YY ist ein Jahr mit vier Ziffern, Y eines mit zwei',
  'The load that phones of a model shall run: model → load':
    'Die Firmware (Load), die Telefone eines Modells haben sollen: Modell → Load',
  'Preferred codec; the phone still offers the others': 'Bevorzugter Codec; die anderen bietet das Telefon weiter an',
  'Dialled by the messages key: **600': 'Das wählt die Nachrichtentaste: **600',
  'When a number counts as complete: rules, or the country whose rules are taken':
    'Wann eine Nummer vollständig ist: Regeln, oder das Land, dessen Regeln gelten',
  "Digits, # and: . for one, * for any number of them, \\* for the star itself, a comma for a second dial tone. '\\*\\*...' is ** and three more":
    "Ziffern, # und: . für eine Ziffer, * für beliebig viele, \\* für den Stern selbst, ein Komma für einen zweiten Wählton. '\\*\\*...' ist ** und drei weitere",
  'Seconds to wait for another digit before the number is dialled':
    'Wie viele Sekunden auf eine weitere Ziffer gewartet wird, bevor gewählt wird',
  'What is heard at a comma; the tone for outside by default':
    'Was bei einem Komma zu hören ist; ohne Angabe der Ton für Amtsgespräche',
  'Dialled instead: digits, . for the next digit that a . matched, %0 for all, %1 to %5 for a group':
    'Wird stattdessen gewählt: Ziffern, . für die nächste Ziffer, auf die ein . passte, %0 für alles, %1 bis %5 für eine Gruppe',
  'For this line only, by its number': 'Nur für diese Leitung, nach ihrer Nummer',
  'Whose numbers are dialled: DE': 'Das Land, dessen Nummern gewählt werden: DE',
  'One or two digits that stand before every outside number':
    'Amtskennziffer: eine oder zwei Ziffern vor jeder Nummer nach draußen',
  'outsideLine is dialled and sent (keep), or dialled only (strip); in a site also sent only (add)':
    'outsideLine wird gewählt und gesendet (keep) oder nur gewählt (strip); in einer Site auch nur gesendet (add)',
  'Before those of the registrar and the country': 'Vor denen des Registrars und des Landes',
  'For every phone that has no keys of its own': 'Für jedes Telefon ohne eigene Tasten',
  'Dials this number': 'Wählt diese Nummer',
  'The same, with a lamp that shows whether the other is on the phone':
    'Wählt diese Nummer und hat eine Lampe, die zeigt, ob dort telefoniert wird',
  'With `blf`: shows that it rings there, and takes that call':
    'Mit `blf`: zeigt, dass es dort klingelt, und holt das Gespräch heran',
  'Parks the call at this place, or takes it from there; with a lamp':
    'Parkt das Gespräch auf diesem Platz oder holt es von dort zurück; mit Lampe',
  'A function of the phone: redial, do-not-disturb …': 'Eine Funktion des Telefons: redial, do-not-disturb …',
  'Text beside the key; the number or the name of the feature by default':
    'Text neben der Taste; ohne Angabe die Nummer oder der Name der Funktion',
  'Line key, counted from the top and then on the modules; else the next free one after the lines':
    'Welche Leitungstaste, von oben gezählt, dann auf den Modulen weiter; ohne Angabe die nächste freie nach den Leitungen',
  'Opens this XML page: http://192.168.178.2/menu': 'Öffnet diese XML-Seite: http://192.168.178.2/menu',
  'A line that answers by itself, muted: for short words between two rooms':
    'Eine Leitung, die von selbst abhebt, stummgeschaltet: für kurze Durchsagen zwischen zwei Räumen',
  'User name of this line at the registrar': 'Benutzername dieser Leitung beim Registrar',
  'Never the password itself: { secret: line1 }': 'Nie das Passwort selbst: { secret: line1 }',
  'Name of the secret, such as line1; the agent asks for its value':
    'Name des Geheimnisses, etwa line1; den Wert erfragt der Agent',
  'Calls this number as soon as the key is pressed': 'Ruft diese Nummer an, sobald die Taste gedrückt wird',
  'The screen stays on from this time: 07:00': 'Ab dieser Uhrzeit bleibt die Anzeige an: 07:00',
  '… to this one': '… bis zu dieser',
  '… on these days; every day by default': '… an diesen Tagen; ohne Angabe täglich',
  'Minutes without use after which it goes dark at other times':
    'Nach wie vielen Minuten ohne Bedienung sie sonst dunkel wird',
  'Whether a call lights it': 'Ob ein Anruf sie einschaltet',
  'Whether the socket for a computer works': 'Ob die Buchse für einen Rechner in Betrieb ist',
  'Whether the computer may reach the VLAN of the phones': 'Ob der Rechner in das VLAN der Telefone darf',
  'Cisco Discovery Protocol, by which a switch tells the VLAN':
    'Cisco Discovery Protocol, mit dem ein Switch das VLAN mitteilt',
  'LLDP-MED, the same of other makers': 'LLDP-MED, dasselbe bei anderen Herstellern',
  'Keys below the screen, by what the phone is doing; a state that is not named keeps the usual ones':
    'Tasten unter der Anzeige, je nachdem, was das Telefon gerade tut; ein nicht genannter Zustand behält die üblichen',
  'What an 8961, 9951 or 9971 offers its user, on or off':
    'Was ein 8961, 9951 oder 9971 seinem Benutzer anbietet, an oder aus',
  'XML pages of a server of your own; none by default': 'XML-Seiten eines eigenen Servers; ohne Angabe keine',
  'What the key for directories opens': 'Was die Telefonbuchtaste öffnet',
  'What the key for services opens': 'Was die Dienstetaste öffnet',
  'What the key for messages opens, instead of dialling': 'Was die Nachrichtentaste öffnet, statt zu wählen',
  'What the key with the i asks for help': 'Wen die Taste mit dem i um Hilfe fragt',
  'Shown while nobody uses the phone': 'Wird gezeigt, solange niemand das Telefon benutzt',
  '… after so many seconds': '… nach so vielen Sekunden',
  'Who is asked whether a command to the phone is allowed':
    'Wer gefragt wird, ob ein Befehl an das Telefon erlaubt ist',
  'Remote access to the phone; none by default': 'Fernzugriff auf das Telefon; ohne Angabe keiner',
  'Whether the phone shows a web page about itself to everybody in the network':
    'Ob das Telefon allen im Netz eine Webseite über sich zeigt',
  'Who may log in to it': 'Wer sich darauf anmelden darf',
  'Whether the person at the phone may choose a background picture':
    'Ob man am Telefon ein Hintergrundbild auswählen darf',
  'Background pictures to choose from, by name: berge is berge.png, which `cp-generator media` makes':
    'Hintergrundbilder zur Auswahl, nach Namen: berge ist berge.png, das `cp-generator media` macht',
  'Ring tones to choose from, besides those of the phone itself': 'Klingeltöne zur Auswahl, neben denen des Telefons',
  'Text in the list of ring tones': 'Text in der Liste der Klingeltöne',
  'Its file without the ending: glocke is glocke.raw, which `cp-generator media` makes':
    'Seine Datei ohne Endung: glocke ist glocke.raw, das `cp-generator media` macht',
  'As on the sticker: CP-7975G': 'Wie auf dem Aufkleber: CP-7975G',
  'As on the sticker, or `any` for the first matching phone that asks':
    'Wie auf dem Aufkleber, oder `any` für das erste passende Telefon, das fragt',
  'The load that it runs now, if known: SCCP75.8-3-4S':
    'Die Firmware (Load), die jetzt darauf läuft, falls bekannt: SCCP75.8-3-4S',
  'The load that it shall run; a preset usually says it':
    'Die Firmware (Load), die darauf laufen soll; meist steht sie in der Vorlage',
  'Shown at the top of the screen: up to 12 characters; on a 79xx without blanks':
    'Steht oben auf der Anzeige: bis zu 12 Zeichen; bei 79xx ohne Leerzeichen',
  'A fixed lease': 'Eine feste Adresse',
  'In the order of the line keys': 'In der Reihenfolge der Leitungstasten',
  'User name at the registrar, exactly as there': 'Benutzername beim Registrar, genau wie dort',
  'Text beside the line key': 'Text neben der Leitungstaste',
  'Name that the called party sees': 'Name, den der Angerufene sieht',
  'Only if the registrar wants another one': 'Nur wenn der Registrar einen anderen verlangt',
  'User part of the contact address; the user name by default':
    'Vorderer Teil der Kontaktadresse; ohne Angabe der Benutzername',
  'Answers by itself, there; otherwise it rings': 'Hebt dort von selbst ab; sonst klingelt es',
  'How it rings while the phone is idle': 'Wie es klingelt, solange nicht telefoniert wird',
  'Calls of this line at a time; 4 by default': 'Gleichzeitige Gespräche dieser Leitung; ohne Angabe 4',
  'Calls from which on others hear the busy tone; 2 by default':
    'Ab wie vielen Gesprächen andere das Besetztzeichen hören; ohne Angabe 2',
  'On an 88xx: the keys on both sides of the screen are line keys':
    'Bei 88xx: Die Tasten auf beiden Seiten der Anzeige sind Leitungstasten',
  'Dialled as soon as the phone is off the hook; it can call nothing else':
    'Wird gewählt, sobald der Hörer abgehoben ist; etwas anderes kann das Telefon nicht anrufen',
  'Modules with more keys beside it: 7916-24': 'Module mit weiteren Tasten daneben: 7916-24',
  'Instead of the keys of the preset': 'Anstelle der Tasten der Vorlage',
}

/** Fields of which the schema says nothing, by their names without the numbers. */
export const UNSAID: Readonly<Record<string, Readonly<Record<'de' | 'en', string>>>> = {
  phones: { en: 'The phones, each with its lines', de: 'Die Telefone, jedes mit seinen Leitungen' },
  locale: { en: 'Language, tones and clock', de: 'Sprache, Töne und Uhr' },
  'locale.clock': {
    en: 'Hours from 0 to 23, or twice from 1 to 12',
    de: 'Stunden von 0 bis 23 oder zweimal von 1 bis 12',
  },
  display: { en: 'When the screen is lit', de: 'Wann die Anzeige an ist' },
  ports: { en: 'The sockets for network and computer', de: 'Die Buchsen für Netz und Rechner' },
  look: { en: 'Background pictures', de: 'Hintergrundbilder' },
  'registrar.transport': { en: 'How SIP travels', de: 'Wie SIP übertragen wird' },
  'network.router': { en: 'Address of the router', de: 'Adresse des Routers' },
  'network.dns': { en: 'Addresses of name servers', de: 'Adressen von Nameservern' },
  'access.ssh.username': { en: 'Name to log in with', de: 'Name für die Anmeldung' },
}
