import { fileTypeFromBuffer } from 'file-type'
import { fileKinds, type FileKind, type TextKind, type UploadLimits } from './file-kinds'
import { officeKindOf } from './office-package'
import { extensionOf } from './safe-name'
import { UploadRefused } from './upload-refused'

/** What the first bytes say: a kind, or that the whole file must be looked into. */
type Guess = FileKind | PhoneVideo | 'zip' | 'old-office' | undefined

type PhoneVideo = keyof typeof PHONE_VIDEOS
/** What telephones film in and browsers do not show everywhere. */
const PHONE_VIDEOS = {
  'mov-video': 'berkas ini adalah video iPhone (.mov). Kirim atau simpan sebagai MP4, lalu unggah lagi.',
  '3gp-video': 'berkas ini adalah video ponsel (.3gp). Kirim atau simpan sebagai MP4, lalu unggah lagi.',
} as const

const BY_DETECTED: Record<string, FileKind | PhoneVideo> = {
  pdf: 'pdf',
  ai: 'pdf',
  jpg: 'jpg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  heic: 'heic',
  mp4: 'mp4',
  m4v: 'mp4',
  mov: 'mov-video',
  '3gp': '3gp-video',
  '3g2': '3gp-video',
}
const ZIP_SIGNATURE = Buffer.from('PK\x03\x04', 'latin1')
const OFFICE: readonly FileKind[] = ['docx', 'xlsx', 'pptx']
const TEXT: readonly TextKind[] = ['csv', 'yaml']

async function guess(head: Buffer, name: string, limits: UploadLimits): Promise<Guess> {
  const text = TEXT.find(
    kind => limits[kind] !== undefined && fileKinds[kind].extensions.includes(extensionOf(name)),
  )
  if (text && isText(head)) return text
  if (head.subarray(0, 4).equals(ZIP_SIGNATURE)) return 'zip'
  const detected = (await fileTypeFromBuffer(head).catch(() => undefined))?.ext
  if (detected === 'cfb') return 'old-office'
  return detected === undefined ? undefined : BY_DETECTED[detected]
}

/** The most a file with these first bytes may weigh, in bytes; UploadRefused when its type is not taken. */
export async function admittedBytes(head: Buffer, name: string, limits: UploadLimits): Promise<number> {
  const seen = await guess(head, name, limits)
  if (seen === 'old-office') throw oldOffice()
  if (isPhoneVideo(seen)) throw phoneVideo(seen, name, limits)
  const candidates = seen === 'zip' ? OFFICE : seen ? [seen] : []
  const most = Math.max(0, ...candidates.map(kind => limits[kind] ?? 0))
  if (most === 0) throw typeRefused(name, limits)
  return most
}

/** The kind of a whole received file, decided by its content; UploadRefused when it is not taken. */
export async function contentKind(
  file: { readonly path: string; readonly head: Buffer },
  name: string,
  limits: UploadLimits,
): Promise<FileKind> {
  const seen = await guess(file.head, name, limits)
  if (seen === 'old-office') throw oldOffice()
  if (isPhoneVideo(seen)) throw phoneVideo(seen, name, limits)
  const kind = seen === 'zip' ? await officeKindOf(file.path) : seen
  if (!kind || limits[kind] === undefined) throw typeRefused(name, limits)
  return kind
}

function typeRefused(name: string, limits: UploadLimits): UploadRefused {
  const taken = Object.keys(limits) as FileKind[]
  const disguised = taken.some(kind => fileKinds[kind].extensions.includes(extensionOf(name)))
  return new UploadRefused(
    'type',
    disguised ? `isinya bukan ${extensionOf(name).toUpperCase()}.` : 'jenis berkas tidak diizinkan.',
  )
}

const oldOffice = () =>
  new UploadRefused(
    'type',
    'format Office lama atau bersandi. Simpan sebagai .docx, .xlsx, .pptx, atau PDF tanpa sandi.',
  )

const isPhoneVideo = (seen: Guess): seen is PhoneVideo => seen !== undefined && seen in PHONE_VIDEOS

/** Where a page takes films, what to do with this one. */
const phoneVideo = (seen: PhoneVideo, name: string, limits: UploadLimits): UploadRefused =>
  limits.mp4 === undefined ? typeRefused(name, limits) : new UploadRefused('type', PHONE_VIDEOS[seen])

function isText(head: Buffer): boolean {
  try {
    // As a stream, because the head may end inside a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  } catch {
    return false
  }
}
