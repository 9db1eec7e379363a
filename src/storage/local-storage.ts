import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import * as disk from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { listObjects, namesIn, objectPath } from './object-tree'
import {
  ObjectMissing,
  type Admission,
  type ByteRange,
  type StagedFile,
  type Storage,
  type StoredObject,
} from './storage'
import { diskFull, refusalOfReceiving } from './upload-refused'
import { writeHashed } from './write-hashed'

const ASIDE = 'removing-'
/** Left to the database, which must still be able to write when files fill the disk. */
const KEPT_FREE_BYTES = 512 * 1024 * 1024
const anySize: Admission = () => Promise.resolve(Infinity)
const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

export interface LocalStorageOptions {
  /** A folder outside the web root; made when missing. */
  readonly root: string
  /** How a temporary file is opened for writing; tests put a full disk here. */
  readonly openForWriting?: (path: string) => Promise<disk.FileHandle>
  /** Bytes left on the disk of a folder. */
  readonly freeBytes?: (folder: string) => Promise<number>
}

/** Storage in a local folder: `objects/ab/cdef…` for what is kept, `tmp/` for what is not yet. */
export class LocalStorage implements Storage {
  private readonly objects: string
  private readonly temporary: string
  private readonly openForWriting: (path: string) => Promise<disk.FileHandle>
  private readonly freeBytes: (folder: string) => Promise<number>

  constructor(options: LocalStorageOptions) {
    this.objects = join(options.root, 'objects')
    this.temporary = join(options.root, 'tmp')
    this.openForWriting = options.openForWriting ?? (path => disk.open(path, 'wx', 0o600))
    this.freeBytes = options.freeBytes ?? freeBytesOf
  }

  async receive(stream: Readable, admit: Admission = anySize): Promise<StagedFile> {
    const path = join(this.temporary, randomUUID())
    try {
      await disk.mkdir(this.temporary, { recursive: true })
      if ((await this.freeBytes(this.temporary)) < KEPT_FREE_BYTES) throw diskFull()
      return { path, ...(await this.writeTo(path, stream, admit)) }
    } catch (error) {
      await disk.rm(path, { force: true })
      throw refusalOfReceiving(error, stream)
    }
  }

  private async writeTo(path: string, stream: Readable, admit: Admission) {
    const file = await this.openForWriting(path)
    try {
      const written = await writeHashed(stream, file, admit)
      await file.sync()
      return written
    } finally {
      await file.close()
    }
  }

  async commit(staged: StagedFile): Promise<StoredObject> {
    const target = objectPath(this.objects, staged.sha256)
    const folder = dirname(target)
    await disk.mkdir(folder, { recursive: true })
    const touchedAt = new Date()
    await disk.utimes(staged.path, touchedAt, touchedAt)
    // Over an equal object the rename keeps one copy, mends a damaged one, and cannot race with the sweeper.
    await disk.rename(staged.path, target)
    await syncFolder(folder)
    await syncFolder(this.objects)
    return { sha256: staged.sha256, size: staged.size, touchedAt }
  }

  async discard(staged: StagedFile): Promise<void> {
    await disk.rm(staged.path, { force: true })
  }

  async open(sha256: string, range?: ByteRange): Promise<{ stream: Readable; size: number }> {
    const file = await disk.open(objectPath(this.objects, sha256), constants.O_RDONLY).catch(error => {
      throw isMissing(error) ? new ObjectMissing(sha256) : error
    })
    const { size } = await file.stat()
    return { stream: file.createReadStream(range), size }
  }

  async has(sha256: string): Promise<boolean> {
    return disk.access(objectPath(this.objects, sha256)).then(
      () => true,
      () => false,
    )
  }

  list(): AsyncIterable<StoredObject> {
    return listObjects(this.objects)
  }

  async remove(sha256: string, unlessTouchedSince: Date): Promise<boolean> {
    const path = objectPath(this.objects, sha256)
    const aside = join(this.temporary, ASIDE + sha256)
    await disk.mkdir(this.temporary, { recursive: true })
    try {
      if ((await disk.stat(path)).mtime >= unlessTouchedSince) return false
      // Looked at again when it is out of the way: a commit from now on makes a copy of its own.
      await disk.rename(path, aside)
      const touched = (await disk.stat(aside)).mtime >= unlessTouchedSince
      await (touched ? disk.rename(aside, path) : disk.rm(aside))
      return !touched
    } catch (error) {
      if (isMissing(error)) return !(await this.has(sha256))
      throw error
    }
  }

  async discardStale(before: Date): Promise<number> {
    let discarded = 0
    for (const name of await namesIn(this.temporary)) {
      const path = join(this.temporary, name)
      // A removal that a crash cut short: back it goes, and the next sweep decides anew.
      if (name.startsWith(ASIDE)) await this.putBack(path, name.slice(ASIDE.length))
      else if (await removeIfOlder(path, before)) discarded += 1
    }
    return discarded
  }

  private async putBack(aside: string, sha256: string): Promise<void> {
    if (await this.has(sha256)) await disk.rm(aside, { force: true })
    else await disk.rename(aside, objectPath(this.objects, sha256))
  }
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await disk.statfs(folder)
  return bavail * bsize
}

async function removeIfOlder(path: string, before: Date): Promise<boolean> {
  const state = await disk.stat(path).catch(() => undefined)
  if (!state || state.mtime >= before) return false
  await disk.rm(path, { force: true })
  return true
}

async function syncFolder(path: string): Promise<void> {
  const folder = await disk.open(path, constants.O_RDONLY)
  await folder.sync().finally(() => folder.close())
}
