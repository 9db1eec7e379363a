import { randomUUID } from 'node:crypto'
import type { TableKind } from '../spreadsheets/read-table'
import type { StagedUpload } from '../storage/receive-upload'
import type { Storage } from '../storage/storage'

/** A checked file that waits for the word to run, remembered in the session of whoever sent it. */
export interface KeptFile {
  readonly token: string
  /** The page it was sent to. */
  readonly page: string
  readonly sha256: string
  readonly kind: TableKind
  readonly name: string
  readonly update: boolean
}

declare module 'express-session' {
  interface SessionData {
    keptImport: KeptFile
  }
}

/** Keeps a file that no row names: the sweeper removes it after a day, run or not. */
export async function keepFile(
  storage: Storage,
  staged: StagedUpload,
  about: Pick<KeptFile, 'page' | 'kind' | 'update'>,
): Promise<KeptFile> {
  const { sha256 } = await storage.commit(staged)
  return { ...about, token: randomUUID(), sha256, name: staged.name }
}

/** Hands a kept file to `read` as a path that lasts as long as the reading. */
export async function withKeptFile<T>(
  storage: Storage,
  kept: KeptFile,
  read: (path: string) => Promise<T>,
): Promise<T> {
  const { stream } = await storage.open(kept.sha256)
  const copy = await storage.receive(stream)
  try {
    return await read(copy.path)
  } finally {
    await storage.discard(copy)
  }
}
