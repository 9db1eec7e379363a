import type { Request } from 'express'
import { NotFound } from '../refusals'

/** A parameter of the route's pattern. */
export function param(req: Request, name: string): string {
  const value = req.params[name]
  if (typeof value !== 'string') throw new NotFound()
  return value
}
