// The list of a 78xx or 88xx as the phone reads it: INI text whose sections name the images of one platform each.

/**
 * The images of one platform with their sizes in bytes. A phone takes those of its own only: an 8851 the second (field guide,
 * phones 4.2); of others nobody knows which, and the virtual phone is like it.
 */
export function readPlatform(payload: Uint8Array): Map<string, number> {
  const [, first = '', own = first] = new TextDecoder('latin1').decode(payload).split(/^\[PLATFORM_\d+\]/m)
  const images = own.matchAll(/^\w+\s*=\s*([\w.-]+)\s+size=(\d+)\s*$/gm)
  return new Map([...images].map(([, name = '', size]) => [name, Number(size)]))
}
