import { paths } from '../../src/paths'
import { samples } from '../storage/sample-files'
import { post } from '../support/house'
import { actionsOf, addPiece, GRATIFICATION, satkerAtWork, TEAM, type SatkerAtWork } from './satker-at-work'

type Who = keyof SatkerAtWork['people']

describe('who sees and opens evidence', () => {
  let work: SatkerAtWork
  let plain: { id: string; file: string }
  let restricted: { id: string; file: string }

  beforeAll(async () => {
    work = await satkerAtWork()
    plain = await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK Tim.pdf']] })
    restricted = await addPiece(work, work.chair, GRATIFICATION, {
      fields: { title: 'Laporan pelapor', access: 'terbatas', nature: 'trace', claim: 'tiga laporan' },
      files: [[samples.jpg, 'Pelapor.jpg']],
    })
  })
  afterAll(() => work.close())

  beforeEach(() =>
    work.house.database.inTransaction(() =>
      work.house.database.writing().query("DELETE FROM audit_events WHERE action <> 'sign-in'"),
    ),
  )

  const statusFor = async (who: Who, address: string) =>
    (await (await work.browserOf(who)).get(address)).status

  it.each<[Who, number, number]>([
    ['chair', 200, 200],
    ['head', 200, 200],
    ['five', 200, 200],
    ['one', 200, 404],
    ['viewer', 200, 404],
    ['admin', 200, 404],
    ['stranger', 404, 404],
  ])('lets %s open a plain file with %d and a restricted one with %d', async (who, open, closed) => {
    for (const piece of [plain, restricted]) {
      const expected = piece === plain ? open : closed
      expect(await statusFor(who, paths.evidence(piece.id))).toBe(expected)
      expect(await statusFor(who, paths.evidenceFile(piece.file))).toBe(expected)
      expect(await statusFor(who, `${paths.evidenceFile(piece.file)}?unduh`)).toBe(expected)
    }
  })

  it('tells others only that a restricted piece exists, with its nature and stages', async () => {
    const question = paths.evidenceUses(work.assessment, GRATIFICATION)
    for (const who of ['one', 'viewer', 'admin'] as const) {
      const pages = [
        question,
        paths.evidenceShelf(work.satker.id),
        `${paths.evidenceShelf(work.satker.id)}?urut=judul`,
      ]
      for (const page of pages) {
        const { text } = await (await work.browserOf(who)).get(page)
        expect(text).toContain('Bukti terbatas')
        expect(text).not.toMatch(/Laporan pelapor|Pelapor\.jpg|tiga laporan/)
      }
    }
    const five = await (await work.browserOf('five')).get(question)
    expect(five.text).toContain('Laporan pelapor')
  })

  it('finds a restricted piece by its words only for those who may open it', async () => {
    const search = `${paths.evidenceShelf(work.satker.id)}?cari=pelapor`
    expect((await (await work.browserOf('five')).get(search)).text).toContain('1 bukti')
    expect((await (await work.browserOf('one')).get(search)).text).toContain('0 bukti')
    const choose = `${paths.evidenceUses(work.assessment, TEAM)}?cari=pelapor`
    expect((await (await work.browserOf('one')).get(choose)).text).toContain('Tidak ada bukti yang cocok')
  })

  it('keeps the words of a restricted piece out of the trail of the question', async () => {
    await addPiece(work, work.chair, GRATIFICATION, {
      fields: { title: 'Rahasia pelapor', access: 'terbatas', claim: 'nama pelapor' },
      files: [[samples.png, 'rahasia.png']],
    })
    const events = await work.house.database.query<{ after: string }>(
      `SELECT after FROM audit_events WHERE question = $1`,
      [GRATIFICATION],
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.after).not.toMatch(/Rahasia|nama|rahasia/)
    expect(JSON.parse(events[0]!.after)).toEqual({
      nature: 'formal',
      access: 'terbatas',
      stages: ['planning'],
    })
  })

  it('shows nothing of another satker, neither its shelf nor its questions', async () => {
    expect(await statusFor('stranger', paths.evidenceShelf(work.satker.id))).toBe(404)
    expect(await statusFor('stranger', paths.evidenceUses(work.assessment, TEAM))).toBe(404)
  })

  it('puts the opening of a restricted file and of another unit on record, and no other', async () => {
    await statusFor('one', paths.evidenceFile(plain.file))
    expect(await actionsOf(work)).toEqual([])
    await statusFor('five', paths.evidenceFile(restricted.file))
    await statusFor('viewer', paths.evidenceFile(plain.file))
    await statusFor('viewer', paths.evidenceFile(restricted.file))
    const events = await work.house.database.query(
      `SELECT action, user_name AS "name", subject_id AS "file", satker_id AS "satker" FROM audit_events
        WHERE subject_type = 'file' ORDER BY at, id`,
    )
    expect(events).toEqual([
      {
        action: 'open-restricted-file',
        name: 'Rahma Setyorini',
        file: restricted.file,
        satker: work.satker.id,
      },
      { action: 'open-foreign-file', name: 'Galih Pranawa', file: plain.file, satker: work.satker.id },
    ])
  })

  it('takes the parts of a film that a player asks for as one viewing', async () => {
    const film = await addPiece(work, work.chair, TEAM, { files: [[samples.mp4, 'Apel.mp4']] })
    const viewer = await work.browserOf('viewer')
    for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=100-'])
      expect((await viewer.get(paths.evidenceFile(film.file)).set('Range', range)).status).toBe(206)
    expect((await actionsOf(work)).filter(action => action === 'open-foreign-file')).toHaveLength(1)
    work.house.now = new Date(work.house.now.getTime() + 11 * 60_000)
    await viewer.get(paths.evidenceFile(film.file)).set('Range', 'bytes=0-9')
    expect((await actionsOf(work)).filter(action => action === 'open-foreign-file')).toHaveLength(2)
  })

  it('sends no byte when the opening cannot be put on record', async () => {
    const five = await work.browserOf('five')
    const record = jest.spyOn(work.house.services.audit, 'record').mockRejectedValueOnce(new Error('disk'))
    const answer = await five.get(paths.evidenceFile(restricted.file))
    expect(answer.status).toBe(500)
    expect(answer.body).not.toEqual(samples.jpg)
    record.mockRestore()
  })
})

describe('files on their way out', () => {
  let work: SatkerAtWork

  beforeAll(async () => {
    work = await satkerAtWork()
  })
  afterAll(() => work.close())

  const sent = async (name: string, content: Buffer, more: Record<string, string> = {}) => {
    const piece = await addPiece(work, work.chair, TEAM, { fields: more, files: [[content, name]] })
    return work.chair.get(paths.evidenceFile(piece.file)).buffer(true)
  }

  it.each([
    ['Foto.jpg', samples.jpg, 'image/jpeg', 'inline', "default-src 'none'; sandbox"],
    ['Apel.mp4', samples.mp4, 'video/mp4', 'inline', "default-src 'none'; sandbox"],
    ['SK.pdf', samples.pdf, 'application/pdf', 'inline', "default-src 'none'; frame-ancestors 'self'"],
    ['Rekap.xlsx', samples.xlsx, /spreadsheetml/, 'attachment', "default-src 'none'; sandbox"],
  ])('let nothing in %s run', async (name, content, type, disposition, policy) => {
    const answer = await sent(name, content)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toMatch(type)
    expect(answer.headers['content-disposition']).toBe(`${disposition}; filename=${name}`)
    expect(answer.headers['content-security-policy']).toBe(policy)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-length']).toBe(String(content.length))
  })

  it('are never kept by a browser when they are restricted', async () => {
    const plain = await sent('a.pdf', samples.pdf)
    expect(plain.headers['cache-control']).toBe('private, no-cache')
    const restricted = await sent('b.pdf', samples.pdf, { access: 'terbatas' })
    expect(restricted.headers['cache-control']).toBe('private, no-store')
  })

  it('show a HEIC photograph as a JPEG made apart, to the same people', async () => {
    const piece = await addPiece(work, work.chair, GRATIFICATION, {
      fields: { access: 'terbatas' },
      files: [[samples.heic, 'Foto.heic']],
    })
    const address = paths.evidenceFilePreview(piece.file)
    const preview = await work.chair.get(address)
    expect(preview.status).toBe(200)
    expect(preview.headers['content-type']).toBe('image/jpeg')
    expect((preview.body as Buffer).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect((await (await work.browserOf('one')).get(address)).status).toBe(404)
    expect((await work.chair.get(paths.evidence(piece.id))).text).toContain(address)
  })

  it('say what to do when a HEIC photograph cannot be decoded, however often they are asked for', async () => {
    const broken = Buffer.concat([
      Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1'),
      Buffer.alloc(64),
    ])
    const piece = await addPiece(work, work.chair, TEAM, { files: [[broken, 'Rusak.heic']] })
    for (const _time of [1, 2]) {
      const answer = await work.chair.get(paths.evidenceFilePreview(piece.file))
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Foto ini tidak dapat ditampilkan. Unduh berkas aslinya')
    }
  })

  it('have no preview when they are shown as they are', async () => {
    const piece = await addPiece(work, work.chair, TEAM, { files: [[samples.jpg, 'Foto.jpg']] })
    expect((await work.chair.get(paths.evidenceFilePreview(piece.file))).status).toBe(404)
  })

  it('takes the words of a piece out of the trail once it is restricted', async () => {
    const papers = await addPiece(work, work.chair, TEAM, {
      fields: { title: 'Aduan pegawai', claim: 'dua aduan' },
      files: [[samples.png, 'Aduan.png']],
    })
    const trails = [paths.assessmentTrail(work.assessment), paths.question(work.assessment, TEAM)]
    const asViewer = async () => {
      const viewer = await work.browserOf('viewer')
      return Promise.all(trails.map(async trail => (await viewer.get(trail)).text))
    }
    for (const text of await asViewer()) expect(text).toContain('dua aduan')
    const page = paths.evidence(papers.id)
    const changed = { title: 'Aduan pegawai', nature: 'formal', access: 'terbatas', version: '1' }
    expect((await post(work.chair, page, page, changed)).status).toBe(303)
    for (const text of await asViewer()) {
      expect(text).toContain('Menambah bukti')
      expect(text).not.toMatch(/Aduan pegawai|Aduan\.png|dua aduan/)
    }
  })
})
