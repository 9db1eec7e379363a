import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { LocalStorage } from '../../src/storage/local-storage'
import { paths } from '../../src/paths'
import { tokenIn } from '../support/house'
import { samples } from '../storage/sample-files'
import { countOf, satkerAtWork, TEAM, upload, type SatkerAtWork } from './satker-at-work'

const patience = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

describe('an upload that does not arrive whole', () => {
  let work: SatkerAtWork
  let page: string

  beforeEach(async () => {
    work = await satkerAtWork()
    page = paths.evidenceUses(work.assessment, TEAM)
  })
  afterEach(() => work.close())

  const filesLeft = () =>
    readdirSync(join(work.house.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter(name =>
      /^tmp\/.|^objects\/..\/./.test(name),
    )

  it('leaves no row, no content and no half file when the line breaks', async () => {
    const { text } = await work.chair.get(page)
    const server = work.house.app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const place = { domain: '127.0.0.1', path: '/', secure: false, script: false }
    const cookie = work.chair.jar.getCookies(place).toValueString()
    const field = (name: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const start = [
      field('_csrf', tokenIn(text)),
      field('nature', 'formal'),
      field('stages', 'planning'),
      '--b\r\nContent-Disposition: form-data; name="files"; filename="SK.pdf"\r\nContent-Type: application/pdf\r\n\r\n',
    ].join('')
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    server.unref()
    socket.write(
      `POST ${page} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n` +
        `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 500000\r\n\r\n${start}`,
    )
    socket.write(Buffer.concat([samples.pdf, Buffer.alloc(100_000, 7)]))
    await patience(200)
    expect(filesLeft()).toHaveLength(1)
    socket.destroy()
    await patience(200)
    expect(filesLeft()).toEqual([])
    expect(await countOf(work, 'evidence')).toBe(0)
    await new Promise(resolve => server.close(resolve))
  })

  it('keeps no row when the contents cannot be kept, and a content without a row only until the sweeper', async () => {
    const commit = jest.spyOn(LocalStorage.prototype, 'commit').mockRejectedValueOnce(new Error('disk'))
    const files = [[samples.pdf, 'SK.pdf']] as const
    expect((await upload(work.chair, page, { files })).status).toBe(500)
    commit.mockRestore()
    await patience(50)
    expect(filesLeft()).toEqual([])

    const record = jest.spyOn(work.house.services.audit, 'record').mockRejectedValueOnce(new Error('late'))
    expect((await upload(work.chair, page, { files })).status).toBe(500)
    record.mockRestore()
    for (const table of ['evidence', 'evidence_files', 'evidence_uses'])
      expect(await countOf(work, table)).toBe(0)
    expect(filesLeft()).toHaveLength(1)
    await work.house.services.evidenceFiles.sweep(new Date(Date.now() + 25 * 3_600_000))
    expect(filesLeft()).toEqual([])
  })
})
