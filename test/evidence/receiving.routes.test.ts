import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { paths } from '../../src/paths'
import { samples } from '../storage/sample-files'
import { tinyPng } from '../satker/tiny-png'
import { tokenIn, type Browser } from '../support/house'
import {
  addPiece,
  countOf,
  GRATIFICATION,
  satkerAtWork,
  TEAM,
  upload,
  type SatkerAtWork,
} from './satker-at-work'

const HUGE = 100 * 1024 * 1024

describe('before a body is received', () => {
  let work: SatkerAtWork
  let server: Server
  const sockets: Socket[] = []

  beforeEach(async () => {
    work = await satkerAtWork({ UPLOAD_SATKER_MAX_GB: '0.05' })
    server = work.house.app.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await new Promise(resolve => server.close(resolve))
    await work.close()
  })

  /** Sends the head of a long form and nothing of its body. */
  async function begin(agent: Browser, address: string, length = HUGE, headers = ''): Promise<Socket> {
    const { port } = server.address() as AddressInfo
    const place = { domain: '127.0.0.1', path: '/', secure: false, script: false }
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    await once(socket, 'connect')
    socket.write(
      `POST ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${agent.jar.getCookies(place).toValueString()}\r\n` +
        `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n${headers}\r\n--b\r\n`,
    )
    return socket
  }
  /** Head and body of what is answered meanwhile; `''` when the server goes on listening. */
  async function answerTo(socket: Socket): Promise<string> {
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    for (let tries = 0; tries < 40 && !/\r\n0\r\n\r\n$|<\/html>\s*$/.test(heard); tries++)
      await new Promise(resolve => setTimeout(resolve, 25))
    return heard
  }
  const windowIsOver = () =>
    work.house.database.inTransaction(() =>
      work.house.database.writing().query("UPDATE cycle_windows SET closes_on = '2026-03-01'"),
    )

  it('another pokja is refused', async () => {
    const one = await work.browserOf('one')
    const piece = await addPiece(work, work.chair, GRATIFICATION, { files: [[samples.pdf, 'SK.pdf']] })
    for (const address of [
      paths.evidenceUses(work.assessment, GRATIFICATION),
      paths.evidenceFiles(piece.id),
      paths.evidenceFileReplacement(piece.file),
    ])
      expect([address, await answerTo(await begin(one, address))]).toEqual([
        address,
        expect.stringMatching(/^HTTP\/1.1 403[\s\S]*pokja lain/),
      ])
    expect(await answerTo(await begin(one, paths.evidenceUses(work.assessment, TEAM), 1024 * 1024))).toBe('')
  })

  it('everybody is refused once the window is over', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK.pdf']] })
    await windowIsOver()
    for (const address of [
      paths.evidenceUses(work.assessment, TEAM),
      paths.evidenceFiles(piece.id),
      paths.evidenceFileReplacement(piece.file),
    ])
      expect(await answerTo(await begin(work.chair, address))).toMatch(
        /^HTTP\/1.1 403[\s\S]*Batas pengisian 1 Maret 2026 sudah lewat/,
      )
  })

  it('what cannot fit into the room of the satker is refused', async () => {
    const page = paths.evidenceUses(work.assessment, TEAM)
    expect(await answerTo(await begin(work.chair, page))).toMatch(
      /^HTTP\/1.1 422[\s\S]*Ruang berkas satker tidak cukup: terpakai 0 byte dari 51,2 MB\./,
    )
  })

  it('a script with a token that is not of this session is refused', async () => {
    const page = paths.evidenceUses(work.assessment, TEAM)
    const { text } = await work.chair.get(page)
    const withToken = (token: string) => begin(work.chair, page, 1024 * 1024, `X-CSRF-Token: ${token}\r\n`)
    expect(await answerTo(await withToken('x'.repeat(64)))).toMatch(/^HTTP\/1.1 403[\s\S]*kedaluwarsa/)
    expect(await answerTo(await withToken(tokenIn(text)))).toBe('')
  })

  it('a person whose uploads are still under way waits with a further one, and nobody else does', async () => {
    const page = paths.evidenceUses(work.assessment, TEAM)
    const length = 1024 * 1024
    const first = await Promise.all([1, 2, 3, 4].map(() => begin(work.chair, page, length)))
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(await answerTo(await begin(work.chair, page, length))).toMatch(
      /^HTTP\/1.1 429[\s\S]*Masih ada 4 unggahan Anda yang berjalan/,
    )
    expect(await answerTo(await begin(await work.browserOf('one'), page, length))).toBe('')
    first[0]?.destroy()
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(await answerTo(await begin(work.chair, page, length))).toBe('')
  })
})

describe('after a body was received', () => {
  let work: SatkerAtWork
  beforeEach(async () => {
    work = await satkerAtWork()
  })
  afterEach(() => work.close())

  const change = (sql: string, parameters: readonly string[]) =>
    work.house.database.inTransaction(() => work.house.database.writing().query(sql, [...parameters]))
  /** Runs when the first file has arrived and its form has not yet been heard. */
  function meanwhile(happens: () => Promise<unknown>) {
    const storage = work.house.services.storage
    const receive = storage.receive.bind(storage)
    jest.spyOn(storage, 'receive').mockImplementationOnce(async (...given) => {
      const staged = await receive(...given)
      await happens()
      return staged
    })
  }
  const disable = (who: keyof SatkerAtWork['people']) =>
    change("UPDATE users SET disabled_at = '2026-03-12T03:45:00.000Z' WHERE id = $1", [work.people[who].id])

  it('nothing is kept of a person whose account was disabled meanwhile', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK.pdf']] })
    const forms = [
      [paths.evidenceUses(work.assessment, TEAM), paths.evidenceUses(work.assessment, TEAM)],
      [paths.evidence(piece.id), paths.evidenceFiles(piece.id)],
      [paths.evidenceFileReplacement(piece.file), paths.evidenceFileReplacement(piece.file)],
    ] as const
    for (const [page, action] of forms) {
      meanwhile(() => disable('chair'))
      const answer = await upload(work.chair, page, { files: [[samples.jpg, 'Foto.jpg']] }, { action })
      expect([action, answer.status]).toEqual([action, 403])
      await change('UPDATE users SET disabled_at = NULL WHERE id = $1', [work.people.chair.id])
    }
    expect(await countOf(work, 'evidence_files')).toBe(1)
  })

  it('nothing is kept of an administrator whose role ended meanwhile', async () => {
    const admin = await work.browserOf('admin')
    const ends = () =>
      change("UPDATE memberships SET valid_until = '2026-03-01' WHERE user_id = $1", [work.people.admin.id])
    const again = () =>
      change('UPDATE memberships SET valid_until = NULL WHERE user_id = $1', [work.people.admin.id])
    const csv = Buffer.from('kode;nama\n')
    const forms: readonly (readonly [string, string, Buffer, string])[] = [
      [paths.satker(work.satker.id), paths.satkerLogo(work.satker.id), tinyPng, 'logo.png'],
      [paths.importSatker(), paths.importSatker(), csv, 'satker.csv'],
      [paths.importAccounts(), paths.importAccounts(), csv, 'akun.csv'],
      [paths.newInstrument(), paths.newInstrument(), Buffer.from('kode: x\n'), 'lke.yaml'],
    ]
    for (const [page, action, content, name] of forms) {
      meanwhile(ends)
      const answer = await upload(admin, page, { files: [[content, name]] }, { action, usual: false })
      expect([action, answer.status]).toEqual([action, 403])
      await again()
    }
    const row = await work.house.database.one('SELECT logo_sha256 AS logo FROM satker WHERE id = $1', [
      work.satker.id,
    ])
    expect(row).toEqual({ logo: null })
  })

  it('nothing is kept for a member whose part was taken away meanwhile', async () => {
    const one = await work.browserOf('one')
    meanwhile(() => change("UPDATE memberships SET parts = '2' WHERE user_id = $1", [work.people.one.id]))
    const page = paths.evidenceUses(work.assessment, TEAM)
    expect((await upload(one, page, { files: [[samples.jpg, 'Foto.jpg']] })).status).toBe(403)
    expect(await countOf(work, 'evidence')).toBe(0)
  })
})

describe('the room of a satker for files', () => {
  let work: SatkerAtWork
  let page: string
  const paper = (fill: number) => Buffer.concat([samples.pdf, Buffer.alloc(40_000, fill)])

  beforeEach(async () => {
    // 100,000 bytes: two papers and no third.
    work = await satkerAtWork({ UPLOAD_SATKER_MAX_GB: String(100_000 / 1024 ** 3) })
    page = paths.evidenceUses(work.assessment, TEAM)
  })
  afterEach(() => work.close())

  it('refuses what does not fit in words, keeps nothing of it, and counts the same content once', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[paper(1), 'a.pdf']] })
    await addPiece(work, work.chair, TEAM, { files: [[paper(2), 'b.pdf']] })
    const third = { files: [[paper(3), 'c.pdf']] } as const
    const refusals = [
      await upload(work.chair, page, third),
      await upload(work.chair, page, third, { json: true }),
      await upload(work.chair, paths.evidence(piece.id), third, { action: paths.evidenceFiles(piece.id) }),
      await upload(work.chair, paths.evidenceFileReplacement(piece.file), third),
    ]
    for (const { status, text } of refusals) {
      expect(status).toBe(422)
      expect(text).toMatch(/Ruang berkas satker tidak cukup: terpakai 79 KB dari 98 KB\. Perkecil berkas/)
    }
    expect([await countOf(work, 'evidence'), await countOf(work, 'evidence_files')]).toEqual([2, 2])
    await addPiece(work, work.chair, TEAM, { files: [[paper(1), 'lagi.pdf']] })
    await addPiece(work, work.chair, TEAM, { fields: { links: 'https://contoh.go.id/zi' } })
  })

  it('counts old versions and withdrawn pieces, and nothing of another satker', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[paper(1), 'a.pdf']] })
    const replacement = paths.evidenceFileReplacement(piece.file)
    expect((await upload(work.chair, replacement, { files: [[paper(2), 'b.pdf']] })).status).toBe(303)
    await work.house.database.inTransaction(() =>
      work.house.database.writing().query("UPDATE evidence SET withdrawn_at = '2026-03-12T03:45:00.000Z'"),
    )
    expect((await upload(work.chair, page, { files: [[paper(3), 'c.pdf']] })).status).toBe(422)
    const stranger = await work.browserOf('stranger')
    const theirs = await work.house.database.one<{ id: string }>(
      'SELECT id FROM assessments WHERE id <> $1',
      [work.assessment],
    )
    const theirPage = paths.evidenceUses(theirs?.id ?? '', TEAM)
    expect((await upload(stranger, theirPage, { files: [[paper(3), 'c.pdf']] })).status).toBe(303)
  })

  it('is measured in one statement inside the transaction', async () => {
    await upload(work.chair, page, { files: [[paper(1), 'a.pdf']] })
    work.house.statements.length = 0
    await upload(work.chair, page, { files: [[paper(2), 'b.pdf']] })
    const { statements } = work.house
    const measured = statements.filter(sql => sql.includes('SUM(size)'))
    expect(measured).toHaveLength(1)
    const begun = statements.findIndex(sql => /^(BEGIN|START)/.test(sql))
    expect(statements.indexOf(measured[0] ?? '')).toBeGreaterThan(begun)
  })
})
