import { createHash, randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { paths } from '../paths'
import { EMPTY_SHELL } from './shell'
import { view, type Views } from './view'

const MAX_AGE_SECONDS = 60
const PROCESS = randomUUID()

/**
 * Answers with a page that is the same for everybody and may be kept by caches: nobody is named in its frame, no form
 * token is made, so no cookie is set. A browser that holds the same page already is told so.
 */
export function publicView<N extends keyof Views>(
  req: Request,
  res: Response,
  name: N,
  model: Views[N],
): void {
  res.locals.shell = {
    ...EMPTY_SHELL,
    homeHref: paths.home(),
    footer: { text: 'Zona Integritas', links: [{ label: 'Panduan', href: paths.guide() }] },
  }
  res.setHeader('Cache-Control', `public, max-age=${MAX_AGE_SECONDS}`)
  res.setHeader('ETag', tagOf(model))
  if (req.fresh) return void res.status(304).end()
  view(res, name, model)
}

/** What a page says is all in its model; a process stands for its templates, which change with a new one. */
const tagOf = (model: object): string =>
  `W/"${createHash('sha256').update(PROCESS).update(JSON.stringify(model)).digest('base64url')}"`
