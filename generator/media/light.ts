// Between stored colours and light. Mean values of stored colours come out too dark, so pictures are scaled in light.
// sRGB, IEC 61966-2-1.

/** @param stored 0 to 1. */
export const toLight = (stored: number): number =>
  stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4

/** @param light any; what is brighter than white is white. */
export function toStored(light: number): number {
  const clipped = Math.min(1, Math.max(0, light))
  return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055
}
