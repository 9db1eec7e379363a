import { hash, verify, Algorithm } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const OPTIONS = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS)

/** Checked when there is no such account, so that the answer takes as long as for one that exists. */
let decoy: Promise<string> | undefined

export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(stored ?? (await decoy), password)
  return stored !== null && matches
}
