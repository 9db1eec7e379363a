import { randomBytes } from 'node:crypto'
import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { LocalStorage } from '../../src/storage/local-storage'
import { sweep } from '../../src/storage/sweeper'
import { temporaryFolder } from './stored-folder'

const folder = temporaryFolder()
const HOUR_MS = 60 * 60 * 1000
const now = new Date()
const storageHere = () => new LocalStorage({ root: folder.root })
const nobody = () => Promise.resolve(new Set<string>())

const stage = (bytes: Buffer) => storageHere().receive(Readable.from([bytes]))
const age = (path: string, hours: number) => {
  const then = new Date(now.getTime() - hours * HOUR_MS)
  return disk.utimes(path, then, then)
}
async function keep(hours: number, bytes = randomBytes(50)) {
  const { sha256 } = await storageHere().commit(await stage(bytes))
  await age(pathOf(sha256), hours)
  return { sha256, bytes }
}
const pathOf = (sha256: string) => join(folder.root, 'objects', sha256.slice(0, 2), sha256.slice(2))

describe('the sweeper', () => {
  it('removes what no row names and nobody touched for a day', async () => {
    const [orphan, named, young] = [await keep(25), await keep(400), await keep(23)]
    const asked: string[][] = []
    const swept = await sweep(
      storageHere(),
      hashes => {
        asked.push([...hashes].sort())
        return Promise.resolve(new Set([named.sha256]))
      },
      { now },
    )
    expect(swept).toEqual({ removed: [orphan.sha256], staged: 0 })
    expect(asked).toEqual([[orphan.sha256, named.sha256].sort()])
    expect(await storageHere().has(orphan.sha256)).toBe(false)
    expect(await storageHere().has(named.sha256)).toBe(true)
    expect(await storageHere().has(young.sha256)).toBe(true)
  })

  it('removes staged files that nobody kept for a day', async () => {
    const [old, young] = [await stage(randomBytes(9)), await stage(randomBytes(9))]
    await age(old.path, 25)
    expect((await sweep(storageHere(), nobody, { now })).staged).toBe(1)
    expect(await folder.files()).toEqual([young.path.slice(folder.root.length + 1)])
  })

  it('spares an old object that is committed again while it asks', async () => {
    const old = await keep(25)
    const swept = await sweep(
      storageHere(),
      async () => {
        await storageHere().commit(await stage(old.bytes))
        return new Set()
      },
      { now },
    )
    expect(swept.removed).toEqual([])
    expect(await storageHere().has(old.sha256)).toBe(true)
  })

  it('never takes away what commits of the same content put there at the same time', async () => {
    const { bytes, sha256 } = await keep(25)
    for (let round = 0; round < 40; round++) {
      await age(pathOf(sha256), 25)
      const staged = await stage(bytes)
      await Promise.all([
        storageHere().remove(sha256, new Date(now.getTime() - HOUR_MS)),
        storageHere().commit(staged),
      ])
      expect(await storageHere().has(sha256)).toBe(true)
    }
  })

  it('puts back an object whose removal was cut short', async () => {
    const { sha256 } = await keep(30)
    await disk.rename(pathOf(sha256), join(folder.root, 'tmp', `removing-${sha256}`))
    await sweep(storageHere(), hashes => Promise.resolve(new Set(hashes)), { now })
    expect(await storageHere().has(sha256)).toBe(true)
    expect(await folder.files()).toHaveLength(1)
  })

  it('finds nothing to do in a storage that was never used', async () => {
    expect(await sweep(storageHere(), nobody, { now })).toEqual({ removed: [], staged: 0 })
  })
})
