import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { decode } from 'jpeg-js'
import { LocalStorage } from '../../src/storage/local-storage'
import { HeicPreviews } from '../../src/storage/previews'
import { samples } from './sample-files'
import { temporaryFolder } from './stored-folder'

const folder = temporaryFolder()
const previewsHere = () => {
  const storage = new LocalStorage({ root: join(folder.root, 'files') })
  return { storage, previews: new HeicPreviews(storage, join(folder.root, 'previews')) }
}
const keep = async (storage: LocalStorage, bytes: Buffer) =>
  (await storage.commit(await storage.receive(Readable.from([bytes])))).sha256
const previewFiles = async () => (await folder.files()).filter(path => path.startsWith('previews'))

describe('previews of HEIC photographs', () => {
  it('are JPEG pictures, made once for all who ask together', async () => {
    const { storage, previews } = previewsHere()
    const sha256 = await keep(storage, samples.heic)
    const [first, second] = await Promise.all([previews.open(sha256), previews.open(sha256)])
    const picture = await buffer(first.stream)
    expect(picture.length).toBe(first.size)
    expect(decode(picture)).toMatchObject({ width: 96, height: 64 })
    expect(await buffer(second.stream)).toEqual(picture)
    expect(await previewFiles()).toEqual([`previews/${sha256}.jpg`])
  })

  it('come from the folder the next time', async () => {
    const { storage, previews } = previewsHere()
    const sha256 = await keep(storage, samples.heic)
    await disk.mkdir(join(folder.root, 'previews'))
    await disk.writeFile(join(folder.root, 'previews', `${sha256}.jpg`), 'ready')
    expect(await buffer((await previews.open(sha256)).stream)).toEqual(Buffer.from('ready'))
  })

  it('leave nothing behind when a picture cannot be read, and are not tried again', async () => {
    const { storage, previews } = previewsHere()
    const sha256 = await keep(storage, samples.heic.subarray(0, 300))
    const tried = jest.spyOn(storage, 'open')
    for (const _time of [1, 2])
      await expect(previews.open(sha256)).rejects.toMatchObject({ name: 'PreviewFailed' })
    expect(tried).toHaveBeenCalledTimes(1)
    expect(await previewFiles()).toEqual([])
    await storage.remove(sha256, new Date(Date.now() + 1000))
    await previews.forget([sha256])
    await expect(previews.open(sha256)).rejects.toMatchObject({ name: 'ObjectMissing' })
  })

  it('are forgotten with their photographs', async () => {
    const { storage, previews } = previewsHere()
    const sha256 = await keep(storage, samples.heic)
    ;(await previews.open(sha256)).stream.destroy()
    await previews.forget([sha256, 'b'.repeat(64)])
    expect(await previewFiles()).toEqual([])
  })
})
