import { Router } from 'express'
import { paths } from '../paths'
import { Invalid, NotFound } from '../refusals'
import type { Services } from '../services'
import { PreviewFailed } from '../storage/previews'
import { allow } from '../web/allow'
import { param } from '../web/param'
import { sendDerived, sendFile } from '../web/send-file'

const HEIC = 'image/heic'

/** Stored files, to whom they may be shown. */
export function evidenceFilesRoutes({ evidenceFiles, storage }: Services): Router {
  const router = Router()

  router.get(paths.evidenceFile.pattern, allow('open-evidence-file'), async (req, res) => {
    const part = req.headers.range !== undefined
    const { file, restricted } = await evidenceFiles.open(req.actor, param(req, 'file'), part)
    const { sha256, size, name, contentType } = file
    await sendFile(
      req,
      res,
      storage,
      { sha256, size, name, mime: contentType },
      {
        sensitive: restricted,
        download: req.query['unduh'] !== undefined,
      },
    )
  })

  /** Browsers do not show HEIC: a JPEG of it, made in a child process. */
  router.get(paths.evidenceFilePreview.pattern, allow('open-evidence-file'), async (req, res) => {
    const { file, restricted } = await evidenceFiles.open(req.actor, param(req, 'file'), false)
    if (file.contentType !== HEIC) throw new NotFound('Pratinjau')
    const preview = await evidenceFiles.previews.open(file.sha256).catch(withoutPreview)
    const name = file.name.replace(/\.[^.]+$/, '.jpg')
    await sendDerived(req, res, { ...preview, name, mime: 'image/jpeg' }, { sensitive: restricted })
  })

  return router
}

function withoutPreview(error: unknown): never {
  if (!(error instanceof PreviewFailed)) throw error
  throw new Invalid('Foto ini tidak dapat ditampilkan. Unduh berkas aslinya, atau unggah lagi sebagai JPG.')
}
