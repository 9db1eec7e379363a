import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

export const MANIFEST_FILE = 'manifest.json'
export const FILES_FOLDER = 'berkas'

/** What a backup holds, so that a restore can prove that it is whole. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  database: z.object({
    kind: z.enum(['sqlite', 'postgres']),
    file: z.enum(['basis-data.sqlite', 'basis-data.dump']),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Rows by table. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
  files: z.array(
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().nonnegative() }),
  ),
})

export type Manifest = z.infer<typeof manifestSchema>

/** SHA-256 of a file in lower-case hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
