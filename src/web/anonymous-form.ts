import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'

/** 32 random bytes as base64url. */
const VALUE = /^[\w-]{43}$/

export interface AnonymousForms {
  /** The token for a form of the answer, which gives the browser its cookie when it has none. */
  token(req: Request, res: Response): string
  accepts(req: Request, posted: string | undefined): boolean
}

/**
 * Form tokens for browsers in which nobody has signed in: the token is signed from a random cookie, so that no visit
 * leaves a row. Under https the name keeps other hosts of the domain from planting a cookie of their own.
 */
export function anonymousForms(secret: string, https: boolean): AnonymousForms {
  const name = https ? '__Host-zi.form' : 'zi.form'
  const sign = (value: string) => createHmac('sha256', secret).update(`zi.form ${value}`).digest()
  return {
    token(req, res) {
      const held = cookieOf(req, name)
      const value = held ?? randomBytes(32).toString('base64url')
      if (!held) res.cookie(name, value, { httpOnly: true, sameSite: 'lax', secure: https, path: '/' })
      return sign(value).toString('base64url')
    },
    accepts(req, posted) {
      const value = cookieOf(req, name)
      if (value === undefined || posted === undefined) return false
      const [given, due] = [Buffer.from(posted, 'base64url'), sign(value)]
      return given.length === due.length && timingSafeEqual(given, due)
    },
  }
}

function cookieOf(req: Request, name: string): string | undefined {
  const pairs = (req.get('cookie') ?? '').split(';').map(pair => pair.trim())
  const value = pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return value !== undefined && VALUE.test(value) ? value : undefined
}
