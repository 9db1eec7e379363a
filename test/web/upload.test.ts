import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler } from 'express'
import request from 'supertest'
import { evidenceLimits } from '../../src/storage/file-kinds'
import { LocalStorage } from '../../src/storage/local-storage'
import { UploadRefused } from '../../src/storage/upload-refused'
import { receiveFiles, type UploadOptions } from '../../src/web/upload'
import { samples, strangers } from '../storage/sample-files'
import { temporaryFolder } from '../storage/stored-folder'

const folder = temporaryFolder()
const limits = evidenceLimits({ maxBytes: 300_000, videoMaxBytes: 2_000_000 })
const patience = () => new Promise(resolve => setTimeout(resolve, 50))

/** A small app whose page keeps the files of the field `keep` and forgets the others. */
function appWith(options: Partial<UploadOptions> = {}, after?: (fail: () => never) => void) {
  const storage = options.storage ?? new LocalStorage({ root: folder.root })
  const app = express()
  app.post('/unggah', receiveFiles({ storage, limits, ...options }), async (req, res) => {
    after?.(() => {
      throw new Error('later failure')
    })
    for (const file of req.staged.filter(staged => staged.field === 'keep')) await storage.commit(file)
    res.json({
      body: req.body as unknown,
      staged: req.staged.map(({ field, name, kind, size }) => ({ field, name, kind, size })),
      refused: req.refusedFiles,
    })
  })
  const answerWithStatus: ErrorRequestHandler = (error: Error, _req, res, _next) => {
    const status = error instanceof UploadRefused ? error.status : 500
    res.status(status).json({ message: error.message })
  }
  app.use(answerWithStatus)
  return app
}

describe('a form with files', () => {
  it('arrives as fields and staged files in their order', async () => {
    const answer = await request(appWith())
      .post('/unggah')
      .field('judul', 'Notulen rapat')
      .attach('keep', samples.pdf, 'Notulen.pdf')
      .attach('other', samples.heic, 'Foto – rapat.heic')
      .attach('keep', samples.docx, 'Undangan.docx')
    expect(answer.body).toEqual({
      body: { judul: 'Notulen rapat' },
      staged: [
        { field: 'keep', name: 'Notulen.pdf', kind: 'pdf', size: samples.pdf.length },
        { field: 'other', name: 'Foto – rapat.heic', kind: 'heic', size: samples.heic.length },
        { field: 'keep', name: 'Undangan.docx', kind: 'docx', size: samples.docx.length },
      ],
      refused: [],
    })
  })

  it('leaves behind only what was committed', async () => {
    await request(appWith())
      .post('/unggah')
      .attach('keep', samples.pdf, 'a.pdf')
      .attach('drop', samples.jpg, 'b.jpg')
    await patience()
    const files = await folder.files()
    expect(files).toHaveLength(1)
    expect(files[0]).toMatch(/^objects\//)
  })

  it('leaves nothing behind when the page fails after the upload', async () => {
    const answer = await request(appWith({}, fail => fail()))
      .post('/unggah')
      .attach('keep', samples.pdf, 'a.pdf')
    expect(answer.status).toBe(500)
    await patience()
    expect(await folder.files()).toEqual([])
  })

  it('loses no file because of another one', async () => {
    const answer = await request(appWith())
      .post('/unggah')
      .attach('keep', strangers.exe, 'Denah.exe')
      .attach('keep', samples.pdf, 'satu.pdf')
      .attach('keep', Buffer.concat([samples.pdf, Buffer.alloc(900_000)]), 'besar.pdf')
      .attach('keep', Buffer.alloc(0), 'kosong.pdf')
      .attach('keep', Buffer.concat([samples.mp4, Buffer.alloc(2_100_000)]), 'lama.mp4')
      .attach('keep', samples.png, '../../dua.png')
    const { staged, refused } = answer.body as { staged: { name: string }[]; refused: { message: string }[] }
    expect(staged.map(file => file.name)).toEqual(['satu.pdf', 'dua.png'])
    expect(refused.map(file => file.message)).toEqual([
      'Denah.exe ditolak: jenis berkas tidak diizinkan.',
      'besar.pdf ditolak: ukurannya lebih dari 0,3 MB.',
      'kosong.pdf ditolak: berkas kosong.',
      'lama.mp4 ditolak: ukurannya lebih dari 1,9 MB.',
    ])
    await patience()
    expect((await folder.files()).filter(path => path.startsWith('tmp'))).toEqual([])
  })

  it('takes a video of more than a paper may weigh', async () => {
    const video = Buffer.concat([samples.mp4, Buffer.alloc(1_500_000)])
    const answer = await request(appWith()).post('/unggah').attach('keep', video, 'rapat.mp4')
    expect(answer.body).toMatchObject({ staged: [{ kind: 'mp4', size: video.length }], refused: [] })
  })

  it('takes an empty file input of a plain form as no file', async () => {
    const answer = await postRaw(
      '--x\r\nContent-Disposition: form-data; name="keep"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n',
    )
    expect(answer.body).toEqual({ body: {}, staged: [], refused: [] })
  })

  it('ends at the first file beyond the most at once, and keeps none', async () => {
    const receive = jest.spyOn(LocalStorage.prototype, 'receive')
    const posting = request(appWith({ maxFiles: 2 })).post('/unggah')
    for (let count = 0; count < 50; count++) void posting.attach('keep', samples.png, `${count}.png`)
    const answer = await posting
    expect([answer.status, answer.body]).toEqual([413, { message: 'paling banyak 2 berkas sekali unggah.' }])
    expect(receive).toHaveBeenCalledTimes(2)
    receive.mockRestore()
    await patience()
    expect(await folder.files()).toEqual([])
  })

  it('takes the most at once beside an input in which no file was chosen', async () => {
    const file = (name: string, content: Buffer) =>
      `--x\r\nContent-Disposition: form-data; name="keep"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n${content.toString('latin1')}\r\n`
    const body = `${file('', Buffer.alloc(0))}${file('a.pdf', samples.pdf)}${file('', Buffer.alloc(0))}--x--\r\n`
    const answer = await request(appWith({ maxFiles: 1 }))
      .post('/unggah')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(Buffer.from(body, 'latin1'))
    expect(answer.body).toMatchObject({ staged: [{ name: 'a.pdf' }], refused: [] })
  })

  it('refuses a request that is longer than all its files may be', async () => {
    const answer = await request(appWith({ maxRequestBytes: 1000 }))
      .post('/unggah')
      .attach('keep', Buffer.alloc(5000), 'a.pdf')
    expect(answer.status).toBe(413)
    expect(await folder.files()).toEqual([])
  })

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that ends too early', 'multipart/form-data; boundary=x', 'Content-Disposition'],
  ])('%s is refused as broken off', async (_case, type, part) => {
    const answer = await postRaw(
      `--x\r\n${part}: form-data; name="keep"; filename="a.pdf"\r\n\r\n%PDF-1.4`,
      type,
    )
    expect([answer.status, answer.body]).toEqual([
      400,
      { message: 'pengiriman terputus sebelum selesai. Unggah lagi.' },
    ])
    await patience()
    expect(await folder.files()).toEqual([])
  })

  it('says that the disk is full, and keeps nothing', async () => {
    class FullStorage extends LocalStorage {
      override receive() {
        return Promise.reject(
          new UploadRefused('disk-full', 'ruang penyimpanan server penuh. Hubungi administrator.'),
        )
      }
    }
    const storage = new FullStorage({ root: folder.root })
    const answer = await request(appWith({ storage })).post('/unggah').attach('keep', samples.pdf, 'a.pdf')
    expect(answer.body).toMatchObject({ staged: [], refused: [{ reason: 'disk-full' }] })
  })

  it('reports a fault of ours as what it is', async () => {
    class BrokenStorage extends LocalStorage {
      override receive() {
        return Promise.reject(new Error('EIO: the disk is dying'))
      }
    }
    const storage = new BrokenStorage({ root: folder.root })
    const answer = await request(appWith({ storage })).post('/unggah').attach('keep', samples.pdf, 'a.pdf')
    expect([answer.status, answer.body]).toEqual([500, { message: 'EIO: the disk is dying' }])
  })

  const postRaw = (body: string, type = 'multipart/form-data; boundary=x') =>
    request(appWith()).post('/unggah').set('Content-Type', type).send(body)
})

describe('a sender that goes away', () => {
  it('leaves no file, neither whole nor half', async () => {
    const server = appWith().listen(0)
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const part = (name: string) =>
      `--x\r\nContent-Disposition: form-data; name="keep"; filename="${name}"\r\n\r\n${samples.pdf.toString('latin1')}`
    socket.write(
      'POST /unggah HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999\r\n\r\n',
    )
    socket.write(`${part('utuh.pdf')}\r\n${part('separuh.pdf')}${'x'.repeat(20_000)}`)
    await untilSeen(async () => (await folder.files()).length === 2)
    socket.destroy()
    await untilSeen(async () => (await folder.files()).length === 0)
    expect(await folder.files()).toEqual([])
    await new Promise(closed => server.close(closed))
  })
})

async function untilSeen(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100 && !(await condition()); tries++) await patience()
}
