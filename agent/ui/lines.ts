// The sentences of the terminal view, in German and English.
import { shortId } from '../../schemas/manifest.ts'
import type { AgentEvent, PhoneState } from '../events.ts'
import type { Lang } from './text.ts'

type BundleEvent = Extract<AgentEvent, { event: 'agent.bundle' }>
type ReadyEvent = Extract<AgentEvent, { event: 'agent.ready' }>
interface Facts {
  address: string
  image: number
  images: number
}

export const STATES: Record<Lang, Record<PhoneState, (facts: Facts) => string>> = {
  en: {
    waiting: () => 'nothing heard of it yet',
    seen: () => 'asks for an address',
    leased: ({ address }) => `has the address ${address}`,
    configured: () => 'took its configuration',
    loading: () => 'takes new firmware. Do not unplug it now!',
    flashing: ({ image, images }) => `takes image ${image} of ${images}. Do not unplug it!`,
    restarting: () => 'has all images and writes them; it restarts by itself. Do not unplug it!',
    done: () => 'is done.',
  },
  de: {
    waiting: () => 'noch nichts gehört',
    seen: () => 'fragt nach einer Adresse',
    leased: ({ address }) => `hat die Adresse ${address}`,
    configured: () => 'hat seine Einstellungen geholt',
    loading: () => 'holt neue Firmware. Jetzt nicht ausstecken!',
    flashing: ({ image, images }) => `holt Teil ${image} von ${images}. Nicht ausstecken!`,
    restarting: () => 'hat alle Teile, schreibt sie und startet von selbst neu. Nicht ausstecken!',
    done: () => 'ist fertig.',
  },
}

export const LINES = {
  en: {
    bundle: (event: BundleEvent): string[] => [
      `Site ${event.name} (${shortId(event.site)}), made ${event.issued} by ${event.issuer}`,
      `Signed by ${event.signedBy}`,
      `The phone will talk to: ${event.registrar}; named in its files: ${event.hosts.join(', ')}`,
      ...event.phones.map(
        ({ label, model, mac, load, lines }) =>
          `  ${label || model}: ${model}, ${mac === 'any' ? 'the first that asks' : mac}, to ${load}, ${lines.join(', ')}`,
      ),
    ],
    waiting: (name: string) => `Waiting for the cable on ${name}: plug the phone in and give it power.`,
    ready: ({ interface: name, address }: ReadyEvent) =>
      `Ready on ${name} as ${address}. Connect the phone to this computer and to its power supply.`,
    paused:
      'DHCP stays off, because another server may be on this network. If only the phone is on this cable: --dhcp on',
    allDone: (phones: number, seconds: number) =>
      `${phones === 1 ? 'The phone is' : `All ${phones} phones are`} done after ${seconds} s. Unplug it here and connect it to the router.`,
    rehearsed: (phones: number, seconds: number) =>
      `The rehearsal went through in ${seconds} s with ${phones === 1 ? 'one virtual phone' : `${phones} virtual phones`}. Nothing left this computer.`,
    verdict: (running: string, lines: string, registrar: string, boots: number) =>
      `would now run ${running} and register ${lines} at ${registrar}, after ${boots} starts`,
    claimed: (mac: string, model: string) => `${mac} is now a phone of this bundle (${model})`,
    hop: (from: string, to: string) => `on the way from ${from} to ${to}`,
    missing: (file: string) => `asked for ${file}, which is not here`,
    refused: (address: string, file: string, why: string) => `${address} was not given ${file || 'anything'}: ${why}`,
    failed: (file: string, why: string) => `${file} did not go through (${why}); the phone will ask again`,
    rival: (server: string) => `Another DHCP server is on this network: ${server}`,
    ignored: (mac: string, vendorClass: string) =>
      `${mac} asked for an address and is not ours${vendorClass && ` (${vendorClass})`}`,
    virtual: 'virtual phone',
  },
  de: {
    bundle: (event: BundleEvent): string[] => [
      `Paket ${event.name} (${shortId(event.site)}), erzeugt ${event.issued} von ${event.issuer}`,
      `Unterschrieben von ${event.signedBy}`,
      `Das Telefon spricht mit: ${event.registrar}; in seinen Dateien stehen: ${event.hosts.join(', ')}`,
      ...event.phones.map(
        ({ label, model, mac, load, lines }) =>
          `  ${label || model}: ${model}, ${mac === 'any' ? 'das erste, das fragt' : mac}, auf ${load}, ${lines.join(', ')}`,
      ),
    ],
    waiting: (name: string) => `Warte auf das Kabel an ${name}: Telefon anstecken und mit Strom versorgen.`,
    ready: ({ interface: name, address }: ReadyEvent) =>
      `Bereit an ${name} als ${address}. Telefon mit diesem Rechner und dem Netzteil verbinden.`,
    paused:
      'DHCP bleibt aus, weil vielleicht ein anderer Server im Netz ist. Hängt nur das Telefon an diesem Kabel: --dhcp on',
    allDone: (phones: number, seconds: number) =>
      `${phones === 1 ? 'Das Telefon ist' : `Alle ${phones} Telefone sind`} nach ${seconds} s fertig. Hier abziehen und mit dem Router verbinden.`,
    rehearsed: (phones: number, seconds: number) =>
      `Die Probe lief in ${seconds} s durch, mit ${phones === 1 ? 'einem virtuellen Telefon' : `${phones} virtuellen Telefonen`}. Nichts hat diesen Rechner verlassen.`,
    verdict: (running: string, lines: string, registrar: string, boots: number) =>
      `liefe jetzt mit ${running} und meldete ${lines} bei ${registrar} an, nach ${boots} Starts`,
    claimed: (mac: string, model: string) => `${mac} gehört jetzt zu diesem Paket (${model})`,
    hop: (from: string, to: string) => `auf dem Weg von ${from} zu ${to}`,
    missing: (file: string) => `fragte nach ${file}; das ist nicht da`,
    refused: (address: string, file: string, why: string) => `${address} bekam ${file || 'nichts'} nicht: ${why}`,
    failed: (file: string, why: string) => `${file} kam nicht durch (${why}); das Telefon fragt noch einmal`,
    rival: (server: string) => `Ein anderer DHCP-Server ist in diesem Netz: ${server}`,
    ignored: (mac: string, vendorClass: string) =>
      `${mac} fragte nach einer Adresse und gehört nicht dazu${vendorClass && ` (${vendorClass})`}`,
    virtual: 'virtuelles Telefon',
  },
} as const satisfies Record<Lang, unknown>
