import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { hasRole, NOBODY } from '../access/actor'
import { NotFound, Refusal } from '../refusals'
import { UploadRefused } from '../storage/upload-refused'
import { wantsJson } from './allow'
import { failedPage, notFoundPage, refusedPage } from './error.page'
import { loggedPath } from './request-log'
import { EMPTY_SHELL } from './shell'
import { typedTexts } from './typed-texts'
import { view } from './view'

const STATUS = { 'not-found': 404, refused: 403, closed: 403, conflict: 409, invalid: 422 } as const

export const notFoundHandler: RequestHandler = () => {
  throw new NotFound()
}

/** Refusals become their status with their own words; everything else is logged and shown as a failure with an id. */
export const errorHandler =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const status = statusOf(error)
    if (status >= 500)
      logger.error({ id: req.requestId, method: req.method, path: loggedPath(req), err: error })
    const message = messageOf(error, status)
    if (wantsJson(req))
      return void res.status(status).json({ error: kindOf(error), message, requestId: req.requestId })
    res.locals.shell ??= EMPTY_SHELL
    const met = {
      signedIn: res.locals.shell.user !== null,
      centre: hasRole(req.actor ?? NOBODY, ['centre-admin']),
      reading: status === 403 && (req.method === 'GET' || req.method === 'HEAD'),
    }
    const typed = typedTexts(req.body)
    if (status === 404) return view(res, 'errors/not-found', notFoundPage(met, typed), status)
    if (status >= 500) return view(res, 'errors/failed', failedPage(req.requestId), status)
    view(res, 'errors/refused', refusedPage(met, message, typed), status)
  }

const kindOf = (error: unknown) => (error instanceof Refusal ? error.kind : 'failed')

/** Body parsers and the router say their status themselves. */
function statusOf(error: unknown): number {
  if (error instanceof Refusal) return STATUS[error.kind]
  const given = (error as { status?: unknown } | null)?.status
  return typeof given === 'number' && given >= 400 && given < 500 ? given : 500
}

function messageOf(error: unknown, status: number): string {
  if (error instanceof Refusal) return error.message
  if (error instanceof UploadRefused) return sentence(error.message)
  if (status === 413) return 'Isian ini terlalu besar. Kirim sebagian demi sebagian.'
  if (status < 500) return 'Permintaan ini tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.'
  return 'Permintaan belum dijalankan karena gangguan di server. Coba lagi; bila tetap gagal, sampaikan nomor permintaan kepada administrator.'
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
