import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { ChildFailed, runInChild } from '../jobs/child'
import type { Storage } from './storage'

const MAX_PIXELS = 64_000_000
const MAX_EDGE = 2000
const MOST_FAILED = 1000

/** A photograph of which no preview can be made. */
export class PreviewFailed extends Error {
  override readonly name = 'PreviewFailed'
}

export interface Preview {
  readonly stream: Readable
  readonly size: number
}

/** JPEG previews of HEIC photographs, made once in a child process and kept in a folder that may be emptied at any time. */
export class HeicPreviews {
  private readonly making = new Map<string, Promise<void>>()
  /** What could not be decoded is not tried again while this process runs: each try costs a child. */
  private readonly failed = new Set<string>()

  constructor(
    private readonly storage: Storage,
    private readonly folder: string,
  ) {}

  /** The preview of a stored HEIC object; rejects with ObjectMissing, or PreviewFailed when it cannot be decoded. */
  async open(sha256: string): Promise<Preview> {
    const path = join(this.folder, `${sha256}.jpg`)
    if (this.failed.has(sha256)) throw new PreviewFailed()
    if (!(await exists(path))) await this.makeOnce(sha256, path)
    const file = await open(path)
    const { size } = await file.stat()
    return { stream: file.createReadStream(), size }
  }

  /** Forgets the previews of objects that were removed. */
  async forget(hashes: readonly string[]): Promise<void> {
    for (const sha256 of hashes) this.failed.delete(sha256)
    await Promise.all(hashes.map(sha256 => rm(join(this.folder, `${sha256}.jpg`), { force: true })))
  }

  private makeOnce(sha256: string, path: string): Promise<void> {
    const underWay = this.making.get(sha256)
    if (underWay) return underWay
    const work = this.make(sha256, path)
      .catch((error: unknown) => {
        throw error instanceof ChildFailed ? this.noteFailed(sha256, error) : error
      })
      .finally(() => this.making.delete(sha256))
    this.making.set(sha256, work)
    return work
  }

  private noteFailed(sha256: string, cause: ChildFailed): PreviewFailed {
    if (this.failed.size >= MOST_FAILED) this.failed.clear()
    this.failed.add(sha256)
    return new PreviewFailed(cause.message, { cause })
  }

  private async make(sha256: string, path: string): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const source = join(this.folder, randomUUID())
    const target = `${source}.jpg`
    try {
      const { stream } = await this.storage.open(sha256)
      await pipeline(stream, createWriteStream(source, { mode: 0o600 }))
      await runInChild('heic-preview', { source, target, maxPixels: MAX_PIXELS, maxEdge: MAX_EDGE })
      await rename(target, path)
    } finally {
      await Promise.all([source, target].map(left => rm(left, { force: true })))
    }
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
