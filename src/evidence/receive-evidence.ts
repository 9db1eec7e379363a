import type { Request, Response } from 'express'
import { evidenceLimits } from '../storage/file-kinds'
import type { Services } from '../services'
import { checkToken } from '../web/csrf'
import { receiveFiles } from '../web/upload'

/**
 * Receives the posted files of an evidence form after its page was found, then checks the form token.
 * Rejects with UploadRefused when the whole form broke off or is too large; also reads a form without files.
 */
export function evidenceReceiver({ storage, config }: Pick<Services, 'storage' | 'config'>) {
  const receive = receiveFiles({ storage, limits: evidenceLimits(config.upload) })
  return async (req: Request, res: Response): Promise<void> => {
    await new Promise<void>((resolve, reject) => {
      receive(req, res, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()))
    })
    checkToken(req)
  }
}
