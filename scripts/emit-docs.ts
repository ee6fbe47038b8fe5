// Writes docs/errors.md, events.md, phones.md, firmware.md, registrars.md, dialling.md, configuration.md and pitfalls.md from the programs' own tables, so that they say what the programs do. `npm run docs`
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FAMILIES } from '../generator/catalog/families.ts'
import { LOADS, loadsFor } from '../generator/catalog/loads.ts'
import { ADD_ON_MODULES } from '../generator/catalog/models/add-on-modules.ts'
import type { Fact } from '../generator/catalog/phone-model.ts'
import { PHONES } from '../generator/catalog/phones.ts'
import { REGISTRARS } from '../generator/catalog/registrars.ts'
import { BUILT_IN } from '../generator/presets/built-in.ts'
import { CERTAINTY } from './certainty.ts'
import { configurationPage } from './configuration-page.ts'
import { diallingPage } from './dialling-page.ts'
import { errorsPage, isExplained } from './errors-page.ts'
import { eventsPage } from './events-page.ts'
import { firmwarePage } from './firmware-page.ts'
import { pitfallsPage } from './pitfalls-page.ts'

/** One row a phone, and every fact's source below. */
export function phonesPage(): string {
  const shown = ({ value, certainty }: Fact<unknown>) => `${value}${CERTAINTY[certainty]}`
  const quoted = (fact: Fact<string> | undefined) => (fact ? shown({ ...fact, value: `\`${fact.value}\`` }) : '–')
  const rows = PHONES.map(phone => {
    const loads = loadsFor(phone.name).map(({ name, certainty }) => `\`${name}\`${CERTAINTY[certainty]}`)
    const { id } = phone.deviceType.value
    const cells = [
      `**${phone.name}**`,
      phone.family.name,
      shown(phone.lineKeys),
      shown(phone.maxCalls),
      loads.join(', '),
      quoted(phone.localeJar),
      phone.wallpaper ? shown(phone.wallpaper) : '–',
      phone.addOnModules ? shown({ ...phone.addOnModules, value: phone.addOnModules.value.join(', ') }) : '–',
      `${id}`,
      phone.note ? `${phone.note.value.en}${CERTAINTY[phone.note.certainty]}` : '',
    ]
    return `| ${cells.join(' | ')} |`
  })
  const lamps = { lines: 'those of the line keys run', handset: 'one is red' }
  const resets = PHONES.map(({ name, resetKeys, resetLoad, resetLamps, eraseKeys, power }) => {
    const cells = [
      `**${name}**`,
      quoted(resetKeys),
      resetLamps.value === 'unknown' ? '–' : shown({ ...resetLamps, value: lamps[resetLamps.value] }),
      resetLoad ? `asks for \`${resetLoad.value}\`` : 'keeps its firmware',
      quoted(eraseKeys),
      shown(power),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const families = FAMILIES.map(family => {
    const { configuration, oneCredential, dialPlanMaxBytes, softKeys, ringTones } = family
    const cells = [
      family.name,
      configuration === 'xml' ? '`SEP<MAC>.cnf.xml`' : '`SIPDefault.cnf`, `SIP<MAC>.cnf`',
      oneCredential.value ? shown({ ...oneCredential, value: 'all with the credential of the first' }) : 'each its own',
      dialPlanMaxBytes ? `at most ${dialPlanMaxBytes.value} bytes` : 'any size',
      { file: 'a file of soft keys', policy: 'a policy of features', none: 'fixed' }[softKeys.value],
      ringTones.value === 'ulaw' ? 'µ-law, 8 kHz' : 'linear, 16 kHz',
    ]
    return `| ${cells.join(' | ')} |`
  })
  const modules = ADD_ON_MODULES.map(
    ({ name, keys, load = '–', max, hosts, certainty }) =>
      `| ${name}${CERTAINTY[certainty]} | ${keys} | ${load} | ${max} | ${hosts.join(', ')} |`,
  )
  const archives = LOADS.map(
    ({ name, archive, models, certainty }) =>
      `| \`${name}\`${CERTAINTY[certainty]} | ${archive ? `\`${archive}\`` : '–'} | ${models.join(', ')} |`,
  )
  const sources = new Set([
    ...[...PHONES, ...FAMILIES].flatMap(entry =>
      Object.values(entry).flatMap(fact => (typeof fact === 'object' && 'source' in fact ? [fact.source] : [])),
    ),
    ...LOADS.map(load => load.source),
  ])
  return `# Phones

What the generator knows of each model; made from its catalogue (\`npm run docs\`). Search it for the name on
the back of your phone. The first load of a phone is the one that the presets give it; a site without a preset names one.
Calls are those of one line at a time.

| phone | family | line keys | calls | loads | words of the screen | wallpaper folder | add-on modules | XMLDefault id | note |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

## <a id="reset"></a>Factory reset and power

Hold \`#\` while power comes, until the lamps show it; let go, type the keys within a minute. The last resort formats the
flash: the phone then has nothing but its loader, and many stay dark for minutes. Power: the vendor's own supply. Step by
step, and what to do with a phone that looks dead: [help.md](help.md#reset).

| phone | keys | lamps | afterwards it | last resort | power supply |
|---|---|---|---|---|---|
${resets.join('\n')}

## Families

| family | configuration | lines | dial plan | soft keys | ring tones |
|---|---|---|---|---|---|
${families.join('\n')}

## Add-on modules

| module | keys | load | at most | for |
|---|---|---|---|---|
${modules.join('\n')}

## Archives of the vendor

What is in them, and what would do in place of one: [firmware.md](firmware.md).

| load | archive | for |
|---|---|---|
${archives.join('\n')}

## Sources

${[...sources]
  .sort()
  .map(source => `* ${source}`)
  .join('\n')}
`
}

/** What works at which registrar, and what does not. */
export function registrarsPage(): string {
  const rows = REGISTRARS.map(registrar => {
    const { kind, name, transport, port, certainty, without, source } = registrar
    const lamps = { yes: 'yes', patched: 'with the patch', no: 'no' }[registrar.lamps]
    const facts = [registrar.names.en, registrar.passwords.en, registrar.translation.en, registrar.codecs.join(', ')]
    const known = { C: 'seen working by several', L: 'seen working', U: 'little or contradictory' }[certainty]
    const messages = registrar.messagesNumber ? `\`${registrar.messagesNumber}\`` : '–'
    return `| \`${kind}\` | ${name} | ${transport}, ${port} | ${facts.join(' | ')} | ${messages} | ${lamps} | ${known}: ${source} | ${without.map(({ en }) => en).join('; ')} |`
  })
  return `# Registrars

The kinds that \`registrar.kind\` knows (a preset usually says it); made from the catalogue (\`npm run docs\`). Port and transport
are what a site gets that says nothing else. The README of a bundle shows what to set up on the other side. In a line the
registrar is \`USECALLMANAGER\`, the call manager of the same file, for loads from 9.0 on, and its address for 8.x and for a 7940 or
7960 (but not at a Fritz!Box).

| kind | for | transport, port | names | passwords | address translation | codecs | messages key | lamps of other lines | what is known | what will not work |
|---|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

## Presets

${BUILT_IN.map(({ preset, description }) => `* \`${preset}\`: ${description?.en}`).join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries({
    errors: errorsPage(),
    events: eventsPage(),
    phones: phonesPage(),
    firmware: firmwarePage(),
    registrars: registrarsPage(),
    dialling: diallingPage(),
    configuration: await configurationPage(),
    pitfalls: pitfallsPage(isExplained),
  })) {
    writeFileSync(fileURLToPath(new URL(`../docs/${name}.md`, import.meta.url)), text)
  }
}
