import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredObject } from './storage'

const HASH = /^[0-9a-f]{64}$/

/** `<root>/ab/cdef…`; throws on anything but a lower-case SHA-256, so that no name can leave the folder. */
export function objectPath(root: string, sha256: string): string {
  if (!HASH.test(sha256)) throw new TypeError('Not a SHA-256 in lower-case hexadecimal.')
  return join(root, sha256.slice(0, 2), sha256.slice(2))
}

/** Every object of the tree; one that vanishes meanwhile is left out. */
export async function* listObjects(root: string): AsyncIterable<StoredObject> {
  for (const folder of await namesIn(root)) {
    for (const rest of await namesIn(join(root, folder))) {
      if (!HASH.test(folder + rest)) continue
      const state = await stat(join(root, folder, rest)).catch(() => undefined)
      if (state) yield { sha256: folder + rest, size: state.size, touchedAt: state.mtime }
    }
  }
}

/** The names in a folder, none when the folder is missing. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
