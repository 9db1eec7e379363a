import { paths } from '../paths'
import { kindOfMime } from '../storage/file-kinds'
import { formatInstant, type TimeZone } from '../web/format/date'
import { formatBytes } from '../web/format/number'
import type { IconName } from '../web/icons'
import type { FileRow } from './evidence-pieces.repository'

/** One file or link of a piece: the version in force and those it replaced. */
export interface FileSlot {
  readonly current: FileVersion
  readonly older: readonly FileVersion[]
  /** Where a new version is put in its place; null for links and for readers. */
  readonly replaceHref: string | null
}

export interface FileVersion {
  readonly name: string
  readonly href: string
  readonly icon: IconName
  /** A link leads out of the application. */
  readonly external: boolean
  /** `8,1 MB · SHA-256 3fa9c0d21b77`; the address for a link. */
  readonly detail: string
  /** `Versi 2 · Bagas Hendrawan, 12 Maret 2026 10.45 WIB` */
  readonly origin: string
  /** A JPEG of a HEIC photograph. */
  readonly previewHref: string | null
}

const HASH_DIGITS = 12

/** The files of a piece in the order they came, each with its versions. */
export function fileSlots(files: readonly FileRow[], zone: TimeZone, mayReplace: boolean): FileSlot[] {
  const slots = new Map<string, FileRow[]>()
  for (const file of files) slots.set(file.slot, [...(slots.get(file.slot) ?? []), file])
  return [...slots.values()].flatMap(([newest, ...older]) => {
    if (!newest) return []
    return {
      current: versionOf(newest, zone),
      older: older.map(file => versionOf(file, zone)),
      replaceHref: mayReplace && newest.url === null ? paths.evidenceFileReplacement(newest.id) : null,
    }
  })
}

function versionOf(file: FileRow, zone: TimeZone): FileVersion {
  const uploaded = `${file.uploadedByName ?? 'Sistem'}, ${formatInstant(file.uploadedAt, zone)}`
  const kind = kindOfMime(file.contentType ?? '')
  return {
    name: file.name,
    href: file.url ?? paths.evidenceFile(file.id),
    icon: file.url ? 'link' : iconOf(file.contentType ?? ''),
    external: file.url !== null,
    detail:
      file.url ?? `${formatBytes(file.size ?? 0)} · SHA-256 ${(file.sha256 ?? '').slice(0, HASH_DIGITS)}`,
    origin: file.version > 1 ? `Versi ${file.version} · ${uploaded}` : uploaded,
    previewHref: kind === 'heic' ? paths.evidenceFilePreview(file.id) : null,
  }
}

function iconOf(mime: string): IconName {
  if (mime.startsWith('image/')) return 'image'
  return mime.startsWith('video/') ? 'video' : 'doc'
}
