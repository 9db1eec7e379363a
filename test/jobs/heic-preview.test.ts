import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from 'jpeg-js'
import { runInChild } from '../../src/jobs/child'

const source = join(__dirname, '../storage/samples/four-fields.heic')
let folder: string
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'heic-preview-'))))
afterAll(() => rm(folder, { recursive: true }))

const preview = (limits: { maxPixels?: number; maxEdge?: number; source?: string }) =>
  runInChild('heic-preview', {
    source,
    target: join(folder, 'preview.jpg'),
    maxPixels: 1_000_000,
    maxEdge: 2000,
    ...limits,
  })

const colourAt = async (x: number, y: number) => {
  const picture = decode(await readFile(join(folder, 'preview.jpg')), { useTArray: true })
  const at = (Math.floor(y * picture.height) * picture.width + Math.floor(x * picture.width)) * 4
  return [picture.data[at], picture.data[at + 1]].map(value => ((value ?? 0) > 110 ? 'high' : 'low'))
}

describe('the preview of a HEIC photograph', () => {
  it('is a JPEG of the same picture', async () => {
    expect(await preview({})).toEqual({ width: 96, height: 64 })
    expect(await colourAt(0.25, 0.25)).toEqual(['high', 'high'])
    expect(await colourAt(0.75, 0.25)).toEqual(['low', 'high'])
    expect(await colourAt(0.25, 0.75)).toEqual(['high', 'low'])
    expect(await colourAt(0.75, 0.75)).toEqual(['low', 'low'])
  })

  it('is made smaller when an edge is too long', async () => {
    expect(await preview({ maxEdge: 40 })).toEqual({ width: 32, height: 21 })
    expect(await colourAt(0.75, 0.25)).toEqual(['low', 'high'])
  })

  it('is refused before decoding when the picture has too many pixels', async () => {
    await expect(preview({ maxPixels: 96 * 64 - 1 })).rejects.toMatchObject({
      failure: 'failed',
      message: 'The picture has too many pixels.',
    })
  })

  it('is refused for a file that is no picture', async () => {
    const broken = join(folder, 'broken.heic')
    await writeFile(broken, (await readFile(source)).subarray(0, 200))
    await expect(preview({ source: broken })).rejects.toMatchObject({ name: 'ChildFailed' })
  })
})
