// The store of presets in Workers KV: id → canonical JSON, for a fixed time. What is read is checked against its id again,
// so that nobody who can write there can change a preset.
import { Preset } from '../../schemas/preset.ts'
import { canonicalJson } from '../site/id.ts'
import { PRESET_ID, presetId } from './id.ts'

/** Seconds. Never prolonged, also not by storing it again: who wants it for longer stores it afterwards or has the link. */
export const PRESET_LIFETIME = 180 * 86_400

/** What the store needs; all of it must be there, so that nobody offers strangers a store without meaning to. */
export interface StoreEnv {
  /** `on` turns it on. */
  CP_PRESET_STORE?: string
  PRESETS?: PresetNamespace
  /** Without it everybody could use up the writes of the day. */
  PRESET_LIMIT?: { limit(options: { key: string }): Promise<{ success: boolean }> }
}

/** The part of a KV namespace that is used. */
export interface PresetNamespace {
  getWithMetadata(key: string): Promise<{ value: string | null; metadata: unknown }>
  put(key: string, value: string, options: { expirationTtl: number; metadata: { expires: number } }): Promise<void>
}

/** The bindings of a store that is on. */
type Store = Required<Pick<StoreEnv, 'PRESETS' | 'PRESET_LIMIT'>>

export interface StoredPreset {
  preset: Preset
  /** The very text that the id is the hash of. */
  json: string
  /** Seconds since 1970; 0 when that is not known. */
  expires: number
}

/** @returns the store, or undefined when it is off. */
export function storeOf({ CP_PRESET_STORE, PRESETS, PRESET_LIMIT }: StoreEnv): Store | undefined {
  return CP_PRESET_STORE === 'on' && PRESETS && PRESET_LIMIT ? { PRESETS, PRESET_LIMIT } : undefined
}

/** @returns undefined for what is not there, is not what its id says, or when the store is off. */
export async function readPreset(env: StoreEnv, id: string): Promise<StoredPreset | undefined> {
  const store = storeOf(env)
  if (!store || !PRESET_ID.test(id)) return undefined
  const { value, metadata } = await store.PRESETS.getWithMetadata(id)
  const preset = value === null ? undefined : parsed(value)
  if (value === null || !preset || canonicalJson(preset) !== value || (await presetId(preset)) !== id) return undefined
  return { preset, json: value, expires: expiryIn(metadata) }
}

/**
 * Stores a preset, unless it is there: reading is cheap, writes are counted.
 * @param now seconds since 1970.
 * @throws what the platform throws when it takes no more; also when the store is off.
 */
export async function writePreset(
  env: StoreEnv,
  preset: Preset,
  now: number,
): Promise<{ id: string; created: boolean; expires: number }> {
  const store = storeOf(env)
  if (!store) throw new Error('the store is off')
  const id = await presetId(preset)
  const there = await readPreset(env, id)
  if (there) return { id, created: false, expires: there.expires }
  const expires = now + PRESET_LIFETIME
  await store.PRESETS.put(id, canonicalJson(preset), { expirationTtl: PRESET_LIFETIME, metadata: { expires } })
  return { id, created: true, expires }
}

function parsed(json: string): Preset | undefined {
  try {
    return Preset.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

function expiryIn(metadata: unknown): number {
  if (typeof metadata !== 'object' || metadata === null || !('expires' in metadata)) return 0
  return typeof metadata.expires === 'number' ? metadata.expires : 0
}
