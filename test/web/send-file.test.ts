import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import express from 'express'
import request from 'supertest'
import { evidenceKinds, fileKinds } from '../../src/storage/file-kinds'
import { LocalStorage } from '../../src/storage/local-storage'
import { sendDerived, sendFile, type FileToSend, type SendOptions } from '../../src/web/send-file'
import { temporaryFolder } from '../storage/stored-folder'

const folder = temporaryFolder()
const bytes = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251))
const sha256 = createHash('sha256').update(bytes).digest('hex')

async function appSending(file: Partial<FileToSend> = {}, options: SendOptions = {}) {
  const storage = new LocalStorage({ root: folder.root })
  await storage.commit(await storage.receive(Readable.from([bytes])))
  const sent: FileToSend = { sha256, size: bytes.length, name: 'rapat.mp4', mime: 'video/mp4', ...file }
  const app = express()
  app.get('/berkas', (req, res) => sendFile(req, res, storage, sent, options))
  return request(app)
}

describe('the headers of a stored file', () => {
  it.each(evidenceKinds)('let nothing in a %s run', async kind => {
    const client = await appSending({ name: `Notulen.${kind}`, mime: fileKinds[kind].mime })
    const { headers, status } = await client.get('/berkas')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(fileKinds[kind].mime)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['content-security-policy']).toBe(
      kind === 'pdf' ? "default-src 'none'; frame-ancestors 'self'" : "default-src 'none'; sandbox",
    )
    const inline = ['pdf', 'jpg', 'png', 'webp', 'mp4'].includes(kind)
    expect(headers['content-disposition']).toBe(
      `${inline ? 'inline' : 'attachment'}; filename=Notulen.${kind}`,
    )
  })

  it('make a download of anything when asked to', async () => {
    const { headers } = await (await appSending({}, { download: true })).get('/berkas')
    expect(headers['content-disposition']).toMatch(/^attachment/)
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  })

  it('make a download of bytes of an unknown type', async () => {
    const { headers } = await (await appSending({ mime: 'text/html', name: 'a.html' })).get('/berkas')
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['content-disposition']).toMatch(/^attachment/)
  })

  it('let a browser keep an ordinary file and ask again, and never a sensitive one', async () => {
    expect((await (await appSending()).get('/berkas')).headers['cache-control']).toBe('private, no-cache')
    const sensitive = await appSending({}, { sensitive: true })
    expect((await sensitive.get('/berkas')).headers['cache-control']).toBe('private, no-store')
  })
})

describe('the bytes of a stored file', () => {
  it('come whole with their length and a tag by content', async () => {
    const answer = await (await appSending()).get('/berkas').buffer(true).parse(binary)
    expect(answer.body).toEqual(bytes)
    expect(answer.headers).toMatchObject({
      'content-length': '1000',
      etag: `"${sha256}"`,
      'accept-ranges': 'bytes',
    })
  })

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=990-', 990, 999],
    ['bytes=-5', 995, 999],
    ['bytes=500-9999', 500, 999],
    ['bytes=0-9,10-19', 0, 19],
  ])('come in part for %s', async (range, start, end) => {
    const answer = await (await appSending()).get('/berkas').set('Range', range).buffer(true).parse(binary)
    expect(answer.status).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/1000`)
    expect(answer.headers['content-length']).toBe(String(end - start + 1))
    expect(answer.body).toEqual(bytes.subarray(start, end + 1))
  })

  it('do not come for a range behind the end', async () => {
    const answer = await (await appSending()).get('/berkas').set('Range', 'bytes=1000-')
    expect([answer.status, answer.headers['content-range']]).toEqual([416, 'bytes */1000'])
  })

  it.each([
    { Range: 'bytes=0-1,100-101' },
    { Range: 'lines=1-2' },
    { Range: 'bytes=0-1', 'If-Range': '"other"' },
  ])('come whole for %j', async headers => {
    const answer = await (await appSending()).get('/berkas').set(headers).buffer(true).parse(binary)
    expect([answer.status, answer.body]).toEqual([200, bytes])
  })

  it('come in part when the tag of If-Range is theirs', async () => {
    const headers = { Range: 'bytes=0-1', 'If-Range': `"${sha256}"` }
    expect((await (await appSending()).get('/berkas').set(headers)).status).toBe(206)
  })

  it.each([`"${sha256}"`, `W/"${sha256}"`, `"x", "${sha256}"`, '*'])(
    'are not sent again to who has %s',
    async tag => {
      const answer = await (await appSending()).get('/berkas').set('If-None-Match', tag)
      expect([answer.status, answer.headers['content-length']]).toEqual([304, undefined])
      expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    },
  )

  it('stay away from a HEAD', async () => {
    const answer = await (await appSending()).head('/berkas').set('Range', 'bytes=0-1')
    expect([answer.status, answer.headers['content-length']]).toEqual([200, '1000'])
  })

  it('that are gone are an error before anything is sent', async () => {
    const answer = await (await appSending({ sha256: 'a'.repeat(64) })).get('/berkas')
    expect(answer.status).toBe(500)
  })
})

describe('something derived from a file', () => {
  it('comes under the headers of its own type', async () => {
    const app = express()
    app.get('/pratinjau', (req, res) =>
      sendDerived(req, res, {
        stream: Readable.from([bytes]),
        size: 1000,
        name: 'foto.jpg',
        mime: 'image/jpeg',
      }),
    )
    const answer = await request(app).get('/pratinjau').buffer(true).parse(binary)
    expect(answer.body).toEqual(bytes)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '1000',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['accept-ranges']).toBeUndefined()
  })
})

function binary(res: request.Response, done: (error: Error | null, body: Buffer) => void) {
  const pieces: Buffer[] = []
  const stream = res as unknown as Readable
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  stream.on('end', () => done(null, Buffer.concat(pieces)))
}
