import { readFile, writeFile } from 'node:fs/promises'
import { all } from 'heic-decode'
import { encode } from 'jpeg-js'
import { shrink } from './shrink-picture'

export interface HeicPreviewInput {
  readonly source: string
  readonly target: string
  /** A picture with more pixels than this is refused before it is decoded. */
  readonly maxPixels: number
  /** Longest edge of the preview, in pixels. */
  readonly maxEdge: number
}

const QUALITY = 82

/** Writes the first picture of a HEIC file as a JPEG of bounded size; throws on anything libheif cannot read. */
export async function run(input: HeicPreviewInput): Promise<{ width: number; height: number }> {
  const pictures = await all({ buffer: await readFile(input.source) })
  try {
    const first = pictures[0]
    if (!first) throw new Error('The file holds no picture.')
    if (first.width * first.height > input.maxPixels) throw new Error('The picture has too many pixels.')
    const preview = shrink(await first.decode(), input.maxEdge)
    await writeFile(input.target, encode(preview, QUALITY).data)
    return { width: preview.width, height: preview.height }
  } finally {
    pictures.dispose()
  }
}
