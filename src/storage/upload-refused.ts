import type { Readable } from 'node:stream'

export type RefusalReason =
  'too-large' | 'empty' | 'type' | 'macros' | 'too-many' | 'busy' | 'disk-full' | 'broken'

const STATUS: Record<RefusalReason, number> = {
  'too-large': 413,
  empty: 422,
  type: 415,
  macros: 415,
  'too-many': 413,
  busy: 429,
  'disk-full': 507,
  broken: 400,
}

/** A file that may not or could not come in; the message is the rest of a sentence in Indonesian: “… ditolak: <message>”. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused'
  readonly status: number
  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message)
    this.status = STATUS[reason]
  }
}

const MEGABYTE = 1024 * 1024
const megabytes = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

/** A file over its limit, given in bytes. */
export const tooLarge = (limit: number) =>
  new UploadRefused('too-large', `ukurannya lebih dari ${megabytes.format(limit / MEGABYTE)} MB.`)

/** Names what went wrong while a stream was being stored; an error that is nobody's upload stays itself. */
export function refusalOfReceiving(error: unknown, stream: Readable): unknown {
  if (error instanceof UploadRefused) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull()
  return stream.errored || stream.destroyed ? brokenOff() : error
}

export const diskFull = () =>
  new UploadRefused('disk-full', 'ruang penyimpanan server penuh. Hubungi administrator.')

/** A transfer that ended too early. */
export const brokenOff = () =>
  new UploadRefused('broken', 'pengiriman terputus sebelum selesai. Unggah lagi.')
