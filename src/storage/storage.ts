import type { Readable } from 'node:stream'

/** A whole received file under a temporary name, hashed and counted, that nothing refers to yet. */
export interface StagedFile {
  readonly path: string
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly size: number
  /** The first bytes, enough to tell the type by. */
  readonly head: Buffer
}

export interface StoredObject {
  readonly sha256: string
  readonly size: number
  readonly touchedAt: Date
}

/** Inclusive, in bytes. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Looks at the first bytes and gives the most the file may weigh, in bytes; throws UploadRefused for what may not come in. */
export type Admission = (head: Buffer) => Promise<number>

/** Files by the SHA-256 of their content. The same content is kept once; what is kept never changes. */
export interface Storage {
  /** Reads a stream to its end; on any failure nothing remains and UploadRefused is thrown. Does not drain a refused stream. */
  receive(stream: Readable, admit?: Admission): Promise<StagedFile>
  /** Keeps a staged file for good; before the row that names it is written. A repeated content becomes fresh again. */
  commit(staged: StagedFile): Promise<StoredObject>
  /** Forgets a staged file; nothing happens to a committed one. */
  discard(staged: StagedFile): Promise<void>
  /** `size` is that of the whole object; throws ObjectMissing. */
  open(sha256: string, range?: ByteRange): Promise<{ stream: Readable; size: number }>
  has(sha256: string): Promise<boolean>
  list(): AsyncIterable<StoredObject>
  /** Removes an object unless it was touched since; true when it is gone. */
  remove(sha256: string, unlessTouchedSince: Date): Promise<boolean>
  /** Removes staged files that nobody committed since then; gives their number. */
  discardStale(before: Date): Promise<number>
}

/** A row names a content that is not there. */
export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing'
  constructor(readonly sha256: string) {
    super(`No stored object ${sha256}.`)
  }
}
