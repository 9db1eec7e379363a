import type { RequestHandler } from 'express'
import { isReadable } from '../readable-text'
import { Invalid, NotFound } from '../refusals'

/**
 * Lets nothing into the house that no database keeps: an address with a NUL names nothing, a posted text with one is
 * refused. A body of a kind that is not read, or that is no form at all, counts as an empty form.
 */
export const readableInput: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.includes('%00')) throw new NotFound()
  if (typeof req.body !== 'object' || req.body === null || Array.isArray(req.body)) req.body = {}
  next(unreadable(req.body))
}

/** Why a posted body cannot be kept: a text anywhere in it, or the name of a field; undefined when it can. */
export function unreadable(body: unknown): Invalid | undefined {
  const waiting = [body]
  // Not by recursion: a body nested a hundred thousand deep would end the stack.
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string' && !isReadable(value))
      return new Invalid(
        'Isian ini memuat karakter yang tidak dapat disimpan. Ketik ulang tanpa karakter itu.',
      )
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) waiting.push(name, inner)
  }
  return undefined
}
