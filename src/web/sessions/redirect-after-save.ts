import type { RequestHandler } from 'express'

/**
 * A redirect leaves once its session is stored. The session is otherwise stored at the end of an answer whose head
 * has left: a fast browser then follows too early, and its next page lacks the message of what was done.
 */
export const redirectAfterSave: RequestHandler = (req, res, next) => {
  const before = JSON.stringify(req.session)
  const redirect = res.redirect.bind(res) as (...given: unknown[]) => void
  const afterSave = (...given: unknown[]): void => {
    const { session } = req
    if (!session || JSON.stringify(session) === before) return redirect(...given)
    session.save(error => (error ? next(error) : redirect(...given)))
  }
  res.redirect = afterSave
  next()
}
