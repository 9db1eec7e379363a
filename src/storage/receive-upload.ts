import type { Readable } from 'node:stream'
import { admittedBytes, contentKind } from './content-type'
import { fileKinds, type FileKind, type UploadLimits } from './file-kinds'
import { nameForKind, safeName } from './safe-name'
import { tooLarge } from './upload-refused'
import type { StagedFile, Storage } from './storage'

/** A staged file with what people call it and what it really is. */
export interface StagedUpload extends StagedFile {
  /** Clean, with the extension of its true kind. */
  readonly name: string
  readonly kind: FileKind
  readonly mime: string
}

/** Stages a stream under its true kind and a clean name; throws UploadRefused and leaves nothing for what is not taken. */
export async function receiveUpload(
  storage: Storage,
  stream: Readable,
  givenName: string,
  limits: UploadLimits,
): Promise<StagedUpload> {
  const name = safeName(givenName)
  const staged = await storage.receive(stream, head => admittedBytes(head, name, limits))
  try {
    const kind = await contentKind(staged, name, limits)
    if (staged.size > (limits[kind] ?? 0)) throw tooLarge(limits[kind] ?? 0)
    return { ...staged, name: nameForKind(name, kind), kind, mime: fileKinds[kind].mime }
  } catch (error) {
    await storage.discard(staged)
    throw error
  }
}
