import type { RequestHandler } from 'express'
import { Invalid, NotFound } from '../refusals'

/** NUL and halves of characters: PostgreSQL keeps neither, and no keyboard types them. */
const UNREADABLE = /\u0000|\p{Surrogate}/u

/**
 * Lets nothing into the house that no database keeps: an address with a NUL names nothing, a posted text with one is
 * refused. A body of a kind that is not read counts as an empty form.
 */
export const readableInput: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.includes('%00')) throw new NotFound()
  req.body ??= {}
  next(unreadable(req.body))
}

/** Why a posted body cannot be kept: a text anywhere in it, or the name of a field; undefined when it can. */
export function unreadable(body: unknown): Invalid | undefined {
  const waiting = [body]
  // Not by recursion: a body nested a hundred thousand deep would end the stack.
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string' && UNREADABLE.test(value))
      return new Invalid(
        'Isian ini memuat karakter yang tidak dapat disimpan. Ketik ulang tanpa karakter itu.',
      )
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) waiting.push(name, inner)
  }
  return undefined
}
