import type { Readable } from 'node:stream'
import type { FrozenDocument } from '../frozen/frozen-document'
import { ObjectMissing, type Storage } from '../storage/storage'
import type { Logo } from './readiness-facts'
import type { LetterheadRow } from './reports.repository'

/** What a report says at its head, and what it is signed and numbered by. */
export interface Letterhead {
  readonly code: string
  readonly kind: string
  readonly city: string
  readonly lines: readonly string[]
  readonly logo: { readonly sha256: string; readonly mime: string } | null
}

/** As the satker bears it now. */
export const presentLetterhead = (row: LetterheadRow): Letterhead => ({
  code: row.code,
  kind: row.kind,
  city: row.city,
  lines: row.letterhead
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean),
  logo: row.logoSha256 && row.logoType ? { sha256: row.logoSha256, mime: row.logoType } : null,
})

/** As the satker bore it at the hand-in; null of a document that did not keep it. */
export function frozenLetterhead({ satker }: FrozenDocument): Letterhead | null {
  const { code, kind, city, letterhead } = satker
  return letterhead && { code, kind, city, ...letterhead }
}

/** A logo larger than this is left out: it would weigh on every page and every report. */
const LOGO_BYTES = 1024 * 1024
const LOGO_KINDS: Readonly<Record<string, Logo['kind']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
}

/** The picture itself; null where there is none, or none that can be printed. */
export async function readLogo(storage: Storage, { logo }: Letterhead): Promise<Logo | null> {
  const kind = LOGO_KINDS[logo?.mime ?? '']
  if (!logo || !kind) return null
  try {
    const { stream, size } = await storage.open(logo.sha256)
    if (size > LOGO_BYTES) {
      stream.destroy()
      return null
    }
    return { kind, base64: (await read(stream)).toString('base64') }
  } catch (error) {
    if (error instanceof ObjectMissing) return null
    throw error
  }
}

async function read(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
