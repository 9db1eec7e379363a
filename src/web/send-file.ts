import type { Request, Response } from 'express'
import parseRange from 'range-parser'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileKinds, kindOfMime, type KindFacts } from '../storage/file-kinds'
import { contentDisposition } from '../storage/safe-name'
import type { ByteRange, Storage } from '../storage/storage'

export interface FileToSend {
  readonly sha256: string
  readonly size: number
  readonly name: string
  readonly mime: string
}

export interface SendOptions {
  /** Always as a download, whatever the kind. */
  readonly download?: boolean
  /** Never kept by the browser: for `terbatas` papers. Others are kept, and asked for again each time. */
  readonly sensitive?: boolean
}

// Chromium's PDF viewer refuses `sandbox`; a picture or a video needs nothing at all.
const POLICY: Record<KindFacts['shown'], string> = {
  media: "default-src 'none'; sandbox",
  viewer: "default-src 'none'; frame-ancestors 'self'",
  download: "default-src 'none'; sandbox",
}

/**
 * Answers with a stored file: headers that let no content run, byte ranges, HEAD and If-None-Match.
 * Whoever calls has checked that this person may see it. Rejects with ObjectMissing before anything is sent.
 */
export async function sendFile(
  req: Request,
  res: Response,
  storage: Storage,
  file: FileToSend,
  options: SendOptions = {},
): Promise<void> {
  const etag = `"${file.sha256}"`
  setHeaders(res, file, options)
  res.setHeader('ETag', etag)
  res.setHeader('Accept-Ranges', 'bytes')
  if (isKnownTo(req, etag)) return void res.status(304).end()

  const range = wantedRange(req, file.size, etag)
  if (range === 'unsatisfiable') {
    return void res.status(416).setHeader('Content-Range', `bytes */${file.size}`).end()
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  const { stream } = await storage.open(file.sha256, range)
  if (range) res.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`)
  res.setHeader('Content-Length', end - start + 1)
  await pour(req, res, stream)
}

/** Answers with something derived from a stored file, such as a preview, under the headers of its own MIME type. */
export async function sendDerived(
  req: Request,
  res: Response,
  derived: { stream: Readable; size: number; name: string; mime: string },
  options: SendOptions = {},
): Promise<void> {
  setHeaders(res, derived, options)
  res.setHeader('Content-Length', derived.size)
  await pour(req, res, derived.stream)
}

function setHeaders(res: Response, file: { name: string; mime: string }, options: SendOptions): void {
  const kind = kindOfMime(file.mime)
  const shown = kind && !options.download ? fileKinds[kind].shown : 'download'
  res.setHeader('Content-Type', kind ? file.mime : 'application/octet-stream')
  res.setHeader(
    'Content-Disposition',
    contentDisposition(shown === 'download' ? 'attachment' : 'inline', file.name),
  )
  res.setHeader('Content-Security-Policy', POLICY[shown])
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  res.setHeader('Cache-Control', options.sensitive ? 'private, no-store' : 'private, no-cache')
}

function isKnownTo(req: Request, etag: string): boolean {
  const known = req.headers['if-none-match']
  if (known === undefined) return false
  return known.split(',').some(tag => ['*', etag, `W/${etag}`].includes(tag.trim()))
}

/** One range, if one was asked for of this very content; several at once are answered with the whole, as RFC 9110 allows. */
function wantedRange(req: Request, size: number, etag: string): ByteRange | 'unsatisfiable' | undefined {
  const { range, 'if-range': condition } = req.headers
  if (range === undefined || req.method !== 'GET') return undefined
  if (condition !== undefined && condition !== etag) return undefined
  const ranges = parseRange(size, range, { combine: true })
  if (ranges === -1) return 'unsatisfiable'
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined
  return ranges[0]
}

async function pour(req: Request, res: Response, stream: Readable): Promise<void> {
  if (req.method === 'HEAD') {
    stream.destroy()
    return void res.end()
  }
  try {
    await pipeline(stream, res)
  } catch (error) {
    // The reader left, as video players do all the time: nothing went wrong.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
