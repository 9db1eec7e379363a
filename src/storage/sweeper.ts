import type { Storage } from './storage'

const DAY_MS = 24 * 60 * 60 * 1000
const BATCH = 500

export interface SweepOptions {
  readonly now: Date
  readonly olderThanMs?: number
}

/**
 * Removes objects that no row names and staged files nobody kept, both untouched for 24 hours.
 * `namedHashes` gives those of the candidates that some row names. An object committed again meanwhile stays.
 */
export async function sweep(
  storage: Storage,
  namedHashes: (candidates: readonly string[]) => Promise<ReadonlySet<string>>,
  { now, olderThanMs = DAY_MS }: SweepOptions,
): Promise<{ removed: string[]; staged: number }> {
  const before = new Date(now.getTime() - olderThanMs)
  const removed: string[] = []
  for await (const candidates of oldObjects(storage, before)) {
    const named = await namedHashes(candidates)
    for (const sha256 of candidates.filter(hash => !named.has(hash))) {
      if (await storage.remove(sha256, before)) removed.push(sha256)
    }
  }
  return { removed, staged: await storage.discardStale(before) }
}

async function* oldObjects(storage: Storage, before: Date): AsyncIterable<string[]> {
  let batch: string[] = []
  for await (const object of storage.list()) {
    if (object.touchedAt >= before) continue
    batch.push(object.sha256)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
