import type { Response } from 'express'
import { contentDisposition, safeName } from '../storage/safe-name'

/** Answers with a PDF to be kept as a file; caches keep none. */
export function sendPdf(res: Response, name: string, pdf: Buffer): void {
  res.setHeader('Content-Type', 'application/pdf')
  res.setHeader('Content-Disposition', contentDisposition('attachment', safeName(`${name}.pdf`)))
  res.setHeader('Cache-Control', 'private, no-store')
  res.send(pdf)
}
