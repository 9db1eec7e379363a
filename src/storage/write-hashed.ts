import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Admission } from './storage'
import { tooLarge, UploadRefused } from './upload-refused'

/** What a type is told by; file-type asks for this many bytes. */
const HEAD_BYTES = 4100

export interface Written {
  readonly sha256: string
  readonly size: number
  readonly head: Buffer
}

/** Copies a stream to an open file while hashing and counting; asks `admit` as soon as the head is known. */
export async function writeHashed(stream: Readable, file: FileHandle, admit: Admission): Promise<Written> {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let size = 0
  let limit: number | undefined
  // The stream belongs to the caller, who may have to drain it: leaving the loop must not destroy it.
  for await (const piece of stream.iterator({ destroyOnReturn: false })) {
    const chunk = piece as Buffer
    size += chunk.length
    hash.update(chunk)
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
    if (limit === undefined && head.length === HEAD_BYTES) limit = await admit(head)
    if (limit !== undefined && size > limit) throw tooLarge(limit)
    await writeWhole(file, chunk)
  }
  if (size === 0) throw new UploadRefused('empty', 'berkas kosong.')
  limit ??= await admit(head)
  if (size > limit) throw tooLarge(limit)
  return { sha256: hash.digest('hex'), size, head }
}

async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let offset = 0; offset < chunk.length;) {
    const { bytesWritten } = await file.write(chunk, offset)
    offset += bytesWritten
  }
}
