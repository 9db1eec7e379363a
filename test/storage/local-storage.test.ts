import { createHash, randomBytes } from 'node:crypto'
import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { LocalStorage } from '../../src/storage/local-storage'
import { UploadRefused } from '../../src/storage/upload-refused'
import { temporaryFolder } from './stored-folder'

const folder = temporaryFolder()
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (sha256: string) => `objects/${sha256.slice(0, 2)}/${sha256.slice(2)}`
const inPieces = (bytes: Buffer, size = 1000) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    ),
    { objectMode: false },
  )
const kept = async (storage: LocalStorage, bytes: Buffer) =>
  storage.commit(await storage.receive(inPieces(bytes)))

async function sizesIn(storage: LocalStorage): Promise<number[]> {
  const sizes: number[] = []
  for await (const object of storage.list()) sizes.push(object.size)
  return sizes.sort()
}

describe('storage in a local folder', () => {
  const bytes = randomBytes(10_000)

  it('stages a stream under a temporary name with its hash, size and head', async () => {
    const storage = new LocalStorage({ root: folder.root })
    const staged = await storage.receive(inPieces(bytes))
    expect(staged).toMatchObject({ sha256: hashOf(bytes), size: 10_000, head: bytes.subarray(0, 4100) })
    expect(await folder.files()).toEqual([staged.path.slice(folder.root.length + 1)])
    expect(await disk.readFile(staged.path)).toEqual(bytes)
  })

  it('keeps a committed file under its hash and gives it back', async () => {
    const storage = new LocalStorage({ root: folder.root })
    const { sha256 } = await kept(storage, bytes)
    expect(await folder.files()).toEqual([pathOf(hashOf(bytes))])
    const { stream, size } = await storage.open(sha256)
    expect(size).toBe(10_000)
    expect(await buffer(stream)).toEqual(bytes)
  })

  it('gives a part of a file, both ends included', async () => {
    const storage = new LocalStorage({ root: folder.root })
    const { sha256 } = await kept(storage, bytes)
    const { stream, size } = await storage.open(sha256, { start: 10, end: 19 })
    expect(size).toBe(10_000)
    expect(await buffer(stream)).toEqual(bytes.subarray(10, 20))
  })

  it('keeps the same content once', async () => {
    const storage = new LocalStorage({ root: folder.root })
    await Promise.all([kept(storage, bytes), kept(storage, bytes), kept(storage, bytes)])
    expect(await folder.files()).toEqual([pathOf(hashOf(bytes))])
  })

  it('mends a damaged object when the content arrives again', async () => {
    const storage = new LocalStorage({ root: folder.root })
    const { sha256 } = await kept(storage, bytes)
    await disk.writeFile(join(folder.root, pathOf(sha256)), 'half')
    await kept(storage, bytes)
    expect(await buffer((await storage.open(sha256)).stream)).toEqual(bytes)
  })

  it('leaves nothing of a discarded file, and a committed one untouched by a late discard', async () => {
    const storage = new LocalStorage({ root: folder.root })
    const dropped = await storage.receive(inPieces(bytes))
    await storage.discard(dropped)
    await storage.discard(dropped)
    expect(await folder.files()).toEqual([])
    const staged = await storage.receive(inPieces(bytes))
    await storage.commit(staged)
    await storage.discard(staged)
    expect(await storage.has(staged.sha256)).toBe(true)
  })

  it('says which content is missing', async () => {
    const storage = new LocalStorage({ root: folder.root })
    const sha256 = hashOf(bytes)
    expect(await storage.has(sha256)).toBe(false)
    await expect(storage.open(sha256)).rejects.toMatchObject({ name: 'ObjectMissing', sha256 })
  })

  it.each(['../../etc/passwd', 'AB', 'A'.repeat(64), `../${'a'.repeat(61)}`])(
    'has no object named %s',
    async name => {
      await expect(new LocalStorage({ root: folder.root }).open(name)).rejects.toThrow('Not a SHA-256')
    },
  )

  it('lists what it keeps', async () => {
    const storage = new LocalStorage({ root: folder.root })
    expect(await sizesIn(storage)).toEqual([])
    await kept(storage, bytes)
    await kept(storage, randomBytes(5))
    expect(await sizesIn(storage)).toEqual([10_000, 5])
  })
})

describe('a file that cannot be stored', () => {
  const bytes = randomBytes(20_000)
  const receive = (stream: Readable, limit = Infinity) =>
    new LocalStorage({ root: folder.root }).receive(stream, () => Promise.resolve(limit))

  it('is refused at its limit, not after it', async () => {
    let sent = 0
    const endless = new Readable({
      read() {
        sent += 1000
        this.push(Buffer.alloc(1000))
      },
    })
    await expect(receive(endless, 10_000)).rejects.toMatchObject({
      reason: 'too-large',
      message: 'ukurannya lebih dari 0 MB.',
    })
    expect(sent).toBeLessThan(200_000)
    expect(await folder.files()).toEqual([])
    endless.destroy()
  })

  it('may weigh exactly its limit', async () => {
    expect((await receive(inPieces(bytes), 20_000)).size).toBe(20_000)
    await expect(receive(inPieces(bytes), 19_999)).rejects.toMatchObject({ reason: 'too-large' })
  })

  it('is refused by its limit also when it is shorter than a head', async () => {
    await expect(receive(inPieces(randomBytes(11)), 10)).rejects.toMatchObject({ reason: 'too-large' })
  })

  it('is refused when empty', async () => {
    await expect(receive(Readable.from([]))).rejects.toMatchObject({
      reason: 'empty',
      message: 'berkas kosong.',
    })
    expect(await folder.files()).toEqual([])
  })

  it('is refused by its first bytes, and the stream is left to be drained', async () => {
    const storage = new LocalStorage({ root: folder.root })
    const stream = inPieces(bytes)
    const refusal = new UploadRefused('type', 'jenis berkas tidak diizinkan.')
    await expect(storage.receive(stream, () => Promise.reject(refusal))).rejects.toBe(refusal)
    expect(await folder.files()).toEqual([])
    expect(stream.destroyed).toBe(false)
    const rest = await buffer(stream)
    expect(rest.length).toBeGreaterThan(0)
  })

  it('leaves nothing when its sender goes away', async () => {
    const stream = new PassThrough()
    const received = receive(stream)
    stream.write(bytes)
    setTimeout(() => stream.destroy(new Error('socket hang up')), 20)
    await expect(received).rejects.toMatchObject({ reason: 'broken' })
    expect(await folder.files()).toEqual([])
  })

  it('leaves nothing on a full disk', async () => {
    const full = await disk.open('/dev/full', 'w')
    const storage = new LocalStorage({
      root: folder.root,
      openForWriting: async path => {
        const file = await disk.open(path, 'wx')
        return new Proxy(file, {
          get: (target, key) => {
            const owner = key === 'write' ? full : target
            const member: unknown = Reflect.get(owner, key)
            return typeof member === 'function'
              ? (member as (...all: unknown[]) => unknown).bind(owner)
              : member
          },
        })
      },
    })
    await expect(storage.receive(inPieces(bytes))).rejects.toMatchObject({
      reason: 'disk-full',
      status: 507,
      message: 'ruang penyimpanan server penuh. Hubungi administrator.',
    })
    expect(await folder.files()).toEqual([])
    await full.close()
  })

  it('is refused while so little is left of the disk that the database needs it', async () => {
    let free = 500 * 1024 * 1024
    const storage = new LocalStorage({ root: folder.root, freeBytes: () => Promise.resolve(free) })
    await expect(storage.receive(inPieces(randomBytes(10)))).rejects.toMatchObject({ reason: 'disk-full' })
    expect(await folder.files()).toEqual([])
    free = 1024 ** 3
    expect((await storage.receive(inPieces(randomBytes(10)))).size).toBe(10)
  })

  it('stays an ordinary error when the fault is ours', async () => {
    const storage = new LocalStorage({
      root: folder.root,
      openForWriting: () => Promise.reject(Object.assign(new Error('no access'), { code: 'EACCES' })),
    })
    await expect(storage.receive(inPieces(bytes))).rejects.toMatchObject({ code: 'EACCES' })
  })
})
