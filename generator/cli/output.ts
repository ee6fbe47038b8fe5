// Writes a file part by part, beside its place, and moves it there when it is whole: who reads meanwhile sees the old one or the new.
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * @returns how many bytes it has, or undefined when it cannot be written.
 * @throws what the making of the parts throws; then nothing is left behind.
 */
export async function replaceFile(path: string, parts: AsyncIterable<Uint8Array>): Promise<number | undefined> {
  const fresh = `${path}.${process.pid}.new`
  let file: number | undefined
  let size = 0
  try {
    file = openSync(fresh, 'w')
    for await (const part of parts) {
      writeFileSync(file, part)
      size += part.length
    }
    closeSync(file)
    renameSync(fresh, path)
    return size
  } catch (error) {
    if (file !== undefined) rmSync(fresh, { force: true })
    // An error of the system: the disk is full, the folder is not there.
    if (error instanceof Error && 'syscall' in error) return undefined
    throw error
  }
}
