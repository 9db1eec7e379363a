import { newId } from '../db/ids'
import type { StagedUpload } from '../storage/receive-upload'
import type { Storage } from '../storage/storage'
import type { EvidenceFile } from './evidence-file.entity'

/** Received files and typed addresses that are to become part of a piece. */
export interface NewFiles {
  readonly staged: readonly StagedUpload[]
  readonly links: readonly string[]
}

const TITLE = 300

/**
 * Keeps the contents before any row names them: a transaction that fails leaves a content without a name,
 * which the sweeper removes, and never a name without its content.
 */
export async function keepContents(storage: Storage, files: NewFiles): Promise<void> {
  for (const staged of distinct(files.staged)) await storage.commit(staged)
}

/** The rows of new files and links, each the first version of its own slot; the same content once. */
export function firstVersions(
  files: NewFiles,
  of: Pick<EvidenceFile, 'evidenceId' | 'uploadedBy' | 'uploadedAt'>,
): Partial<EvidenceFile>[] {
  const contents = [...distinct(files.staged).map(storedContent), ...files.links.map(linkContent)]
  return contents.map(content => {
    const id = newId()
    return { ...of, ...content, id, slot: id, version: 1 }
  })
}

export const storedContent = ({ name, sha256, size, mime }: StagedUpload): Partial<EvidenceFile> => ({
  name,
  sha256,
  size,
  contentType: mime,
})

export const linkContent = (url: string): Partial<EvidenceFile> => ({ name: linkName(url), url })

/** What a piece is called when nobody says: the first file without its extension, or the first address. */
export function titleOf(files: NewFiles): string {
  const file = files.staged[0]?.name.replace(/\.[^.]+$/, '')
  return (file || linkName(files.links[0] ?? '')).slice(0, TITLE)
}

/** `contoh.go.id/berita/zi` */
const linkName = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .slice(0, TITLE)

const distinct = (staged: readonly StagedUpload[]): StagedUpload[] =>
  staged.filter((file, index) => staged.findIndex(other => other.sha256 === file.sha256) === index)
