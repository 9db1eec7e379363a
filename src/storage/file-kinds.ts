export type EvidenceKind = 'pdf' | 'jpg' | 'png' | 'webp' | 'heic' | 'mp4' | 'docx' | 'xlsx' | 'pptx'
/** Plain text is told by its name, so only a page that asks for it takes it. */
export type TextKind = 'csv' | 'yaml'
export type FileKind = EvidenceKind | TextKind

export interface KindFacts {
  readonly mime: string
  /** Every extension that fits; the first is the one a corrected name gets. */
  readonly extensions: readonly [string, ...string[]]
  /** How a browser shows it: beside the page as media, in its own viewer, or not at all. */
  readonly shown: 'media' | 'viewer' | 'download'
}

const office = 'application/vnd.openxmlformats-officedocument'

export const fileKinds: Record<FileKind, KindFacts> = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], shown: 'viewer' },
  jpg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], shown: 'media' },
  png: { mime: 'image/png', extensions: ['png'], shown: 'media' },
  webp: { mime: 'image/webp', extensions: ['webp'], shown: 'media' },
  heic: { mime: 'image/heic', extensions: ['heic', 'heif'], shown: 'download' },
  mp4: { mime: 'video/mp4', extensions: ['mp4', 'm4v'], shown: 'media' },
  docx: { mime: `${office}.wordprocessingml.document`, extensions: ['docx'], shown: 'download' },
  xlsx: { mime: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'], shown: 'download' },
  pptx: { mime: `${office}.presentationml.presentation`, extensions: ['pptx'], shown: 'download' },
  csv: { mime: 'text/csv', extensions: ['csv'], shown: 'download' },
  yaml: { mime: 'application/yaml', extensions: ['yaml', 'yml'], shown: 'download' },
}

export const evidenceKinds: readonly EvidenceKind[] = [
  'pdf',
  'jpg',
  'png',
  'webp',
  'heic',
  'mp4',
  'docx',
  'xlsx',
  'pptx',
]

/** What an upload may bring: the kinds taken and the most each may weigh, in bytes. */
export type UploadLimits = Partial<Record<FileKind, number>>

/** All kinds of evidence under one limit, video under its own; both in bytes. */
export function evidenceLimits(limits: { maxBytes: number; videoMaxBytes: number }): UploadLimits {
  return Object.fromEntries(
    evidenceKinds.map(kind => [kind, kind === 'mp4' ? limits.videoMaxBytes : limits.maxBytes]),
  )
}

/** The kind whose stored MIME type this is; undefined for a type this house does not keep. */
export function kindOfMime(mime: string): FileKind | undefined {
  return (Object.keys(fileKinds) as FileKind[]).find(kind => fileKinds[kind].mime === mime)
}
