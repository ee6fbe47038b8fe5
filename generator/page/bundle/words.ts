// What the instructions say; German and English stand in files of their own.
import type { Lang } from '../../problem.ts'
import type { CopyWords } from './command.tsx'
import { DE } from './de.ts'
import { EN } from './en.ts'
import type { System } from './system.ts'

type PerSystem = Record<System, string>
type Lamps = 'lines' | 'handset' | 'unknown'

export interface BundleWords extends CopyWords {
  title: string
  print: string
  broken: string
  systems: string
  about: {
    site: string
    signedBy: string
    checking: string
    checked: (fingerprint: string) => string
    unchecked: string
    made: string
    holds: string
    phones: (count: number) => string
    lines: (count: number) => string
    files: (count: number, size: string) => string
    with: string
  }
  before: {
    title: string
    lead: string
    terminal: PerSystem
    node: string
    noNode: string
    nodeHint: PerSystem
    agent: string
    agentLink: string
    hash: string
    check: PerSystem
    bundle: (file: string, secrets: boolean) => string
    renamed: (from: string) => string
    ownSecrets: string
    needs: string
    needsHow: string
    firmware: (models: string) => string
    onlyBelow: (release: string) => string
    hasIt: string
    noArchive: string
    unverified: string
    instead: string
    insteadHow: string
    words: (name: string) => string
    tones: (country: string) => string
    localesHow: string
    try: string
    inspect: string
    rehearse: string
  }
  cable: {
    title: string
    connect: string
    wifi: string
    doctor: string
  }
  ownAddress: {
    title: string
    ports: PerSystem
    port: string
    portHint: string
    hold: string
    address: (cidr: string) => string
    temporary: PerSystem
    undo: string
    release: string
  }
  serve: {
    title: string
    lead: string
    address: (cidr: string) => string
    rights: PerSystem
    firewall: string
    blocked: string
    passwords: (keys: string) => string
    passwordsAsked: (keys: string) => string
    root: (fingerprint: string) => string
    stranger: (issuer: string, fingerprint: string) => string
    ready: string
    stop: string
  }
  phone: {
    title: string
    plug: string
    power: (supplies: string) => string
    wait: string
    never: string
    any: string
    resetTitle: string
    resetWhen: string
    resetNot: string
    models: (model: string) => string
    off: (supply: string) => string
    hold: string
    lamps: Record<Lamps, string>
    type: string
    loader: (list: string) => string
    kept: string
    erase: string
    unsure: string
  }
  after: {
    title: string
    move: string
    undo: string
    closeFirewall: string
    files: string
    lease: (minutes: number) => string
    keep: string
  }
  check: {
    title: string
    lead: string
    outcome: PerSystem
    needed: PerSystem
    meaning: string
    page: string
    again: string
  }
}

export const BUNDLE_WORDS: Record<Lang, BundleWords> = { de: DE, en: EN }
