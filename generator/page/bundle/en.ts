// The instructions in English.
import type { BundleWords } from './words.ts'

const number = new Intl.NumberFormat('en')
const count = (value: number, one: string, many: string) => `${number.format(value)} ${value === 1 ? one : many}`

export const EN: BundleWords = {
  copy: 'Copy',
  copied: 'Copied',
  byHand: 'Select the line and copy it by hand.',
  title: 'From the bundle to the phone',
  print: 'Print these steps',
  broken: 'This bundle cannot be read.',
  systems: 'Commands for',
  about: {
    site: 'Site',
    signedBy: 'Signed by',
    checking: 'the signature is being checked …',
    checked: fingerprint => `signature checked here, by the key ${fingerprint}`,
    unchecked: 'this browser cannot check the signature; the commands at the end can',
    made: 'Made',
    holds: 'Holds',
    phones: value => count(value, 'phone', 'phones'),
    lines: value => count(value, 'line', 'lines'),
    files: (value, size) => `${count(value, 'file', 'files')}, ${size}`,
    with: 'no password',
  },
  before: {
    title: 'Before you plug in the cable',
    lead: 'On the phone’s cable the laptop has no internet. So fetch all of this first, into the download folder: the agent looks there for the vendor’s files by itself.',
    terminal: {
      windows:
        'Right-click the Start button, choose “Terminal (Admin)” or “Windows PowerShell (Admin)”, and go to the download folder:',
      macos: 'Open Terminal (⌘ and space, then type Terminal), and go to the download folder:',
      linux: 'Open a terminal, and go to the download folder:',
    },
    node: 'Is Node there? The answer must be v20 or higher.',
    noNode: 'If not:',
    nodeHint: {
      windows: 'Then open a new terminal. Without winget: the installer (LTS) from nodejs.org.',
      macos: 'Without Homebrew: the installer (LTS) from nodejs.org.',
      linux:
        'Debian 12 and Ubuntu 24.04 have an older one there; then “sudo snap install node --classic”, or the archive from nodejs.org.',
    },
    agent: 'The agent, one file, with its checksum:',
    agentLink: 'or as a download:',
    hash: 'SHA-256:',
    check: {
      windows: 'Is it whole? The answer must be True.',
      macos: 'Is it whole? The answer must be “cp-agent.js: OK”.',
      linux: 'Is it whole? The answer must be “cp-agent.js: OK”.',
    },
    bundle: (file, secrets) =>
      secrets
        ? `The bundle ${file} and the passwords, secrets.env, belong into the same folder. If the browser put a number behind a name, such as “(1)”, take the newest and take the number away.`
        : `The bundle ${file} belongs into the same folder. If the browser put a number behind its name, such as “(1)”, take the newest and take the number away.`,
    renamed: from => `Rename the file ${from} to bundle.zip, so that a terminal takes its name for nothing else.`,
    ownSecrets: 'Let nobody else on this laptop read the passwords:',
    needs: 'From the vendor',
    needsHow:
      'At software.cisco.com, under the name of the phone, “Session Initiation Protocol (SIP) Software”; with a login. Leave every archive as it was downloaded.',
    firmware: models => `the firmware for ${models}`,
    onlyBelow: release => `Only for a phone that runs less than ${release} now: a step in between.`,
    hasIt: 'A phone that already runs this load needs no download.',
    noArchive: 'The archive’s name is not known; it has this load in it.',
    unverified: 'Nobody has seen this set; its name follows the pattern of others.',
    instead: 'Not to be had? In its place would do:',
    insteadHow: 'Write load: and the other name at the phone in the description, and make the bundle anew.',
    words: name => `if wanted, the words of the screen for ${name}; without them the screen stays English`,
    tones: country =>
      `if wanted, the tones for ${country}, one archive for all countries; without it they stay American`,
    localesHow:
      'The * stands for the version. Among the downloads of the call manager, not of the phone: “Unified Communications Manager Endpoints Locale Installer”.',
    try: 'Try it without a phone',
    inspect: 'What is in the bundle, and what is still missing:',
    rehearse: 'The whole way with a virtual phone; nothing leaves the laptop:',
  },
  cable: {
    title: 'The cable',
    connect:
      'Connect laptop and phone by a cable of their own that has no way to your router. Best with a small switch or a PoE injector between them: it keeps the link up while the phone restarts. Plug the laptop into its charger, and keep it from going to sleep.',
    wifi: 'Switch the laptop’s Wi-Fi off.',
    doctor:
      'See what still stands in the way; each thing is named with the command that mends it. That the address is missing is as it should be.',
  },
  ownAddress: {
    title: 'The laptop’s address by hand, instead of by the agent',
    ports: {
      windows: 'What is the port with the cable called? Look at the column Name:',
      macos: 'What is the port with the cable called? Look at Device of the Ethernet adapter, such as en5:',
      linux: 'What is the port with the cable called? Not lo, and not wl…, which is Wi-Fi:',
    },
    port: 'Name of the port',
    portHint: 'It goes into the commands on this page and nowhere else.',
    hold: 'Where NetworkManager looks after the network, as on most desktops, keep it from taking the address away again:',
    address: cidr => `Give the port the address ${cidr}:`,
    temporary: {
      windows: 'It lasts until the next start of Windows at most.',
      macos: 'It lasts until the next start of the Mac at most.',
      linux: 'It lasts until the next start of the laptop at most.',
    },
    undo: 'At the end take it off again, before the laptop goes into the network of the router:',
    release: 'And where you held NetworkManager off:',
  },
  serve: {
    title: 'Start the agent',
    lead: 'In the same terminal:',
    address: cidr =>
      `It asks before it gives the port with the cable the address ${cidr}, and takes it back when it ends. Is there more than one port, it asks which.`,
    rights: {
      windows: 'Windows may ask whether Node may be reached: allow it, also in public networks.',
      macos:
        'sudo asks for your own password; without it nobody may answer on these ports. If macOS asks whether node may accept incoming connections: allow it.',
      linux:
        'sudo asks for your own password; without it nobody may answer on these ports. A firewall (ufw, firewalld) must let in UDP 67 and 69 and TCP 6970.',
    },
    firewall: 'Or allow it beforehand:',
    blocked: 'If somebody refused it before, Windows has a rule that blocks Node: delete that one in the firewall.',
    passwords: keys => `The passwords (${keys}) come from secrets.env.`,
    passwordsAsked: keys =>
      `It asks for the passwords (${keys}) without showing them; or put them into a file, one NAME=value a line, and add --secrets and its name.`,
    root: fingerprint =>
      `The agent from this page knows this generator. If another one asks whether to accept it, the fingerprint must be ${fingerprint}.`,
    stranger: (issuer, fingerprint) =>
      `The agent from this page does not know the generator ${issuer} and asks whether to accept it. Say yes only if that generator publishes this fingerprint: ${fingerprint}.`,
    ready: 'Wait until it says that it is ready.',
    stop: 'Ctrl and C end it.',
  },
  phone: {
    title: 'At the phone',
    plug: 'Put the cable into the socket for the network (10/100 SW or “network”), not into the one for a computer.',
    power: supplies =>
      `Give it power from its own power supply${supplies && ` (${supplies})`}, not from PoE alone: while it writes firmware, a moment without power can destroy it.`,
    wait: 'It takes its settings and its firmware, restarts by itself, and is done after 5 to 30 minutes. The agent shows how far it is.',
    never: 'Never take its power or its cable away before the agent says that it is done, even if the screen is dark.',
    any: 'The first phone of the model that asks is taken; type yes when the agent asks whether it is yours.',
    resetTitle: 'If it asks for nothing: factory reset',
    resetWhen: 'When it asks for nothing for two minutes, is locked, still belongs to its old owner, or hangs.',
    resetNot:
      'Not when it takes settings and firmware by itself: that is safer. A reset deletes all that the phone has stored; afterwards it needs the agent, which must be running, and DHCP from this laptop.',
    models: model => `Keys of the ${model}`,
    off: supply =>
      `Take its power, also the cable of a PoE switch. Use its own power supply${supply && ` (${supply})`}.`,
    hold: 'Hold the # key, plug the power in, and go on holding.',
    lamps: {
      lines: 'Release # when the lamps of the line keys run in amber. On some phones that takes minutes.',
      handset:
        'Release # when the lamp of the handset or the message lamp is red; this phone has no lamps at its line keys.',
      unknown:
        'Release # when lamps begin to flash. Which ones differs from model to model; a lit headset, mute or message lamp counts, too.',
    },
    type: 'Type within a minute:',
    loader: list =>
      `The lamps stop, the screen goes black. After some minutes it asks the agent for ${list}, shows “Upgrading”, and loads everything anew: 5 to 30 minutes. Do not touch the power.`,
    kept: 'It restarts with the firmware that it has, and forgets its settings.',
    erase:
      'Last resort, if nothing happens for half an hour: the same with other keys. That formats the memory; the phone looks dead for five minutes or more, and must find its firmware at the agent.',
    unsure: 'Nobody has confirmed these keys for this model.',
  },
  after: {
    title: 'Afterwards',
    move: 'When the agent says done: unplug the phone, and plug it into the router and its power.',
    undo: 'End the agent with Ctrl and C, before the laptop goes into the network of the router: the address goes with it. Then switch Wi-Fi on.',
    closeFirewall: 'And if you opened the firewall beforehand:',
    files:
      'The router does not tell the phone of any files. It looks for them for a minute or two, may say that it cannot find them, and then starts with what it has stored. That is as it should be.',
    lease: minutes =>
      `The address that it had from the laptop ends after ${minutes} minutes at most; a restart at the router brings the router’s own at once.`,
    keep: 'Keep the bundle: it does not expire. For another password later, start the agent with the same bundle and restart the phone on this cable.',
  },
  check: {
    title: 'Check it yourself',
    lead: 'Anyone can check the bundle without this project, with the list of keys of the generator that they know:',
    outcome: {
      windows: 'The third line must say “Good "cp-bundle@v1" signature”, the last one True before every file.',
      macos: 'The third line must say “Good "cp-bundle@v1" signature”, the last one OK behind every file.',
      linux: 'The third line must say “Good "cp-bundle@v1" signature”, the last one OK behind every file.',
    },
    needed: {
      windows: 'ssh-keygen belongs to Windows (optional feature “OpenSSH Client”).',
      macos: 'jq is there since macOS 15, before that: brew install jq.',
      linux: 'If something is missing: sudo apt install unzip openssh-client jq',
    },
    meaning: '“Signed by” says who made a bundle, not that it is good: a public generator signs anybody’s site.',
    page: 'Look into the bundle on this site',
    again: 'This page keeps nothing: there you get these steps again later, from the bundle.',
  },
}
