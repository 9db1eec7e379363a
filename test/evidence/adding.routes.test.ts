import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../../src/access/actor'
import { newId } from '../../src/db/ids'
import { Attestation } from '../../src/attestations/attestation.entity'
import { paths } from '../../src/paths'
import { PASSWORD } from '../support/cast'
import { signedIn, tokenIn } from '../support/house'
import { samples, strangers } from '../storage/sample-files'
import {
  actionsOf,
  addPiece,
  answered,
  countOf,
  satkerAtWork,
  storedMicro,
  TEAM,
  upload,
  type SatkerAtWork,
} from './satker-at-work'

const patience = () => new Promise(resolve => setTimeout(resolve, 50))

describe('putting evidence under a question', () => {
  let work: SatkerAtWork
  let page: string

  beforeEach(async () => {
    work = await satkerAtWork({ UPLOAD_MAX_MB: '0.2' })
    page = paths.evidenceUses(work.assessment, TEAM)
  })
  afterEach(() => work.close())

  const rows = <Row>(sql: string) => work.house.database.query<Row>(sql)
  const storedFiles = () => {
    const names = readdirSync(join(work.house.dataDir, 'files'), { recursive: true, encoding: 'utf8' })
    return names.filter(name => /^objects\/..\/.{62}$/.test(name) || /^tmp\/./.test(name))
  }

  it('keeps several files and links of one piece with what is said of them', async () => {
    const answer = await upload(work.chair, page, {
      fields: {
        title: 'Rapat pembentukan tim',
        nature: 'trace',
        stages: ['implementation', 'planning'],
        happenedOn: '2026-01-12',
        documentNumber: 'W.12-7',
        issuer: 'Kanim Tanjung Kirana',
        claim: 'semua pokja hadir',
        page: 'hal. 2',
        links: 'https://contoh.go.id/berita/zi',
      },
      files: [
        [samples.jpg, 'Foto.jpg'],
        [samples.pdf, 'Daftar hadir.pdf'],
      ],
    })
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(`${paths.worksheetPart(work.assessment, '1')}#${TEAM}`)
    const [piece] = await rows<Record<string, unknown>>(
      `SELECT e.title, e.nature, e.happened_on AS "happenedOn", e.access, u.stages, u.claim, u.page, u.part
         FROM evidence e JOIN evidence_uses u ON u.evidence_id = e.id`,
    )
    expect(piece).toEqual({
      title: 'Rapat pembentukan tim',
      nature: 'trace',
      happenedOn: '2026-01-12',
      access: 'biasa',
      stages: '["planning","implementation"]',
      claim: 'semua pokja hadir',
      page: 'hal. 2',
      part: '1',
    })
    const files = await rows<{ name: string; url: string | null }>(
      'SELECT name, url FROM evidence_files ORDER BY slot',
    )
    expect(files.map(file => [file.name, file.url])).toEqual([
      ['Foto.jpg', null],
      ['Daftar hadir.pdf', null],
      ['contoh.go.id/berita/zi', 'https://contoh.go.id/berita/zi'],
    ])
    expect(storedFiles()).toHaveLength(2)
    expect(await actionsOf(work)).toEqual(['add-evidence'])
    const list = await work.chair.get(page)
    expect(list.text).toContain('Rapat pembentukan tim')
    expect(list.text).toContain('Kegiatan · Rencana, Pelaksanaan')
    expect(list.text).toContain('hal. 2: semua pokja hadir')
  })

  it('raises what is substantiated, in the transaction of the upload', async () => {
    await answered(work, TEAM, 'Ya')
    await upload(work.chair, page, { files: [[samples.pdf, 'SK.pdf']] })
    // Half of the expected stages carry half of 0.5 points.
    expect(await storedMicro(work, 'A.I.1.i')).toBe(125_000)
    await upload(work.chair, page, {
      fields: { stages: 'implementation' },
      files: [[samples.png, 'Foto.png']],
    })
    expect(await storedMicro(work, 'A.I.1.i')).toBe(250_000)
  })

  it('ends the attestation of the part, and of no other', async () => {
    const round = {
      assessmentId: work.assessment,
      round: 1,
      outcome: 'attested' as const,
      acting: false,
      createdBy: 'x',
      createdAt: 'x',
    }
    await work.house.database.inTransaction(() =>
      work.house.database.insert(Attestation, [
        { ...round, id: newId(), part: '1' },
        { ...round, id: newId(), part: '2' },
      ]),
    )
    await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, 'SK.pdf']] })
    const ended = await rows<{ part: string }>('SELECT part FROM attestations WHERE ended_at IS NOT NULL')
    expect(ended).toEqual([{ part: '1' }])
    expect(await actionsOf(work)).toEqual(['end-attestation', 'add-evidence'])
  })

  it('calls a piece by its first file, and takes names for what they are', async () => {
    await addPiece(work, work.chair, TEAM, { files: [[samples.pdf, '../../etc/Keputusan.PDF.exe']] })
    const [file] = await rows<{ name: string; title: string }>(
      'SELECT f.name, e.title FROM evidence_files f JOIN evidence e ON e.id = f.evidence_id',
    )
    expect(file).toEqual({ name: 'Keputusan.PDF.pdf', title: 'Keputusan.PDF' })
  })

  it('keeps the good files of a form and names those it refused', async () => {
    const answer = await upload(
      work.chair,
      page,
      {
        files: [
          [strangers.exe, 'Denah.pdf'],
          [samples.pdf, 'SK.pdf'],
          [Buffer.alloc(0), 'kosong.jpg'],
          [Buffer.concat([samples.jpg, Buffer.alloc(300_000)]), 'besar.jpg'],
        ],
      },
      { json: true },
    )
    expect(answer.status).toBe(201)
    expect(answer.body.refused.sort()).toEqual([
      'Denah.pdf ditolak: isinya bukan PDF.',
      'besar.jpg ditolak: ukurannya lebih dari 0,2 MB.',
      'kosong.jpg ditolak: berkas kosong.',
    ])
    expect(answer.body.evidence).toContain('SK')
    expect(await rows('SELECT name FROM evidence_files')).toEqual([{ name: 'SK.pdf' }])
    await patience()
    expect(storedFiles()).toHaveLength(1)
  })

  it('leaves no row and no file when nothing of a form can be kept, and gives back what was typed', async () => {
    const answer = await upload(work.chair, page, {
      fields: { title: 'Denah ruang layanan', claim: 'loket baru' },
      files: [[strangers.exe, 'Denah.exe']],
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Denah.exe ditolak: jenis berkas tidak diizinkan.')
    expect(answer.text).toContain('value="Denah ruang layanan"')
    expect(answer.text).toContain('value="loket baru"')
    expect(await countOf(work, 'evidence')).toBe(0)
    await patience()
    expect(storedFiles()).toEqual([])
  })

  it('names each field that is missing or wrong, and asks for the files again', async () => {
    const answer = await upload(
      work.chair,
      page,
      {
        fields: { links: 'javascript:alert(1)', happenedUntil: '2026-02-30' },
        files: [[samples.pdf, 'SK.pdf']],
      },
      { usual: false },
    )
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Pilih sifat bukti.')
    expect(answer.text).toContain('Pilih paling sedikit satu tahap.')
    expect(answer.text).toContain('Tulis alamat lengkap yang diawali http:// atau https://.')
    expect(answer.text).toContain('Tulis tanggal yang ada di kalender.')
    expect(answer.text).toContain('Pilih lagi berkas yang akan diunggah.')
    await patience()
    expect(storedFiles()).toEqual([])
  })

  it('uses a piece of the shelf for a further question, once', async () => {
    const piece = await addPiece(work, work.chair, 'A.I.1.i.b', { files: [[samples.pdf, 'SK Tim.pdf']] })
    const search = await work.chair.get(`${page}?cari=sk%20tim`)
    expect(search.text).toContain(`value="${piece.id}"`)
    const fields = { evidence: piece.id, stages: 'planning', claim: 'hal. 1' }
    expect((await upload(work.chair, page, { fields })).status).toBe(303)
    const again = await upload(work.chair, page, { fields })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Bukti ini sudah ada pada pertanyaan ini.')
    expect(await countOf(work, 'evidence_uses')).toBe(2)
    expect((await work.chair.get(`${page}?cari=sk%20tim`)).text).not.toContain(`value="${piece.id}"`)
  })

  it('tells the pieces of the shelf apart by date, number and use', async () => {
    const piece = await addPiece(work, work.chair, 'A.I.1.i.b', { files: [[samples.pdf, 'SK Tim.pdf']] })
    await work.house.database.inTransaction(() =>
      work.house.database
        .writing()
        .query(
          `UPDATE evidence SET happened_on = '2026-01-12', document_number = 'W.12/2026' WHERE id = $1`,
          [piece.id],
        ),
    )
    const { text } = await work.chair.get(page)
    expect(text).toContain('Formal · 12 Jan 2026 · No. W.12/2026 · dipakai 1 kali')
  })

  it('is for the pokja of the part and the chair, while the window is open', async () => {
    const files = [[samples.pdf, 'SK.pdf']] as const
    expect((await upload(await work.browserOf('one'), page, { files })).status).toBe(303)
    expect((await upload(await work.browserOf('five'), page, { files })).status).toBe(403)
    expect((await upload(await work.browserOf('head'), page, { files })).status).toBe(403)
    expect((await upload(await work.browserOf('viewer'), page, { files })).status).toBe(403)
    expect((await upload(await work.browserOf('stranger'), page, { files })).status).toBe(404)
    work.house.now = new Date('2026-06-30T17:00:00Z')
    const late = await upload(await signedIn(work.house, work.people.chair.login, PASSWORD), page, { files })
    expect(late.status).toBe(403)
    expect(late.text).toContain('Batas pengisian 30 Juni 2026 sudah lewat.')
    expect(await countOf(work, 'evidence')).toBe(1)
  })

  it('answers a script with the list anew and what the new score moves', async () => {
    await answered(work, TEAM, 'Ya')
    const { body } = await upload(work.chair, page, { files: [[samples.pdf, 'SK.pdf']] }, { json: true })
    expect(body.question).toBe(TEAM)
    expect(body.savedAt).toBe('10.45')
    expect(body.evidence).toMatch(/^<ul class="evs" id="bukti-A\.I\.1\.i\.a"/)
    expect(body.scored.sections['A.I.1.i'].substantiated).toBe('0,13')
    expect(body.scored.question.coverage.stages).toEqual([
      { text: 'Rencana', shown: true },
      { text: 'Pelaksanaan', shown: false },
    ])
    const wrong = await upload(work.chair, page, { fields: { nature: 'apa' } }, { json: true })
    expect(wrong.status).toBe(422)
    expect(wrong.body.fields).toEqual({
      nature: 'Pilih sifat bukti.',
      files: 'Pilih berkas atau tulis tautan.',
    })
  })

  it('keeps the same file twice under one question, and says so', async () => {
    const files = [[samples.pdf, 'SK Tim.pdf']] as const
    const first = await upload(work.chair, page, { files }, { json: true })
    expect(first.body.hint).toBe('')
    const again = await upload(work.chair, page, { files: [[samples.pdf, 'Salinan SK.pdf']] }, { json: true })
    expect(again.status).toBe(201)
    expect(again.body.hint).toBe('Berkas yang sama sudah ada pada pertanyaan ini: “SK Tim”.')
  })

  it('says how many files a piece has where there are several', async () => {
    const files = [
      [samples.pdf, 'SK.pdf'],
      [samples.png, 'Lampiran.png'],
    ] as const
    const { body } = await upload(work.chair, page, { files }, { json: true })
    expect(body.evidence).toContain('2 berkas')
  })

  it('writes any number of files in the same number of statements', async () => {
    const statementsFor = async (count: number) => {
      const files = Array.from({ length: count }, (_, index) => [
        Buffer.concat([samples.pdf, Buffer.from(`${count}/${index}`)]),
        `berkas ${index}.pdf`,
      ]) as [Buffer, string][]
      const token = tokenIn((await work.chair.get(page)).text)
      const posting = work.chair.post(page).field({ _csrf: token, nature: 'formal', stages: 'planning' })
      for (const [content, name] of files) void posting.attach('files', content, name)
      work.house.statements.length = 0
      expect((await posting).status).toBe(303)
      return work.house.statements.length
    }
    const one = await statementsFor(1)
    expect(await statementsFor(12)).toBe(one)
    expect(one).toBeLessThanOrEqual(18)
    expect(await countOf(work, 'evidence_files')).toBe(13)
  })

  it('serves a prerequisite for those who fill it, without stages and without a score', async () => {
    const { instrument } = await work.house.services.assessments
      .visibleTo(systemActor('tests'))
      .get(work.assessment)
    const own = instrument.prerequisites.find(({ filledBy }) => filledBy === 'satker')!
    const centre = instrument.prerequisites.find(({ filledBy }) => filledBy === 'pusat')!
    const send = async (who: 'head' | 'chair' | 'one' | 'admin', prerequisite: string) => {
      const address = paths.evidenceUses(work.assessment, `P.${prerequisite}`)
      const given = { fields: { nature: 'formal' }, files: [[samples.pdf, 'Surat.pdf']] as const }
      return (await upload(await work.browserOf(who), address, given, { usual: false })).status
    }
    const before = await storedMicro(work, 'total')
    expect(await send('head', own.id)).toBe(303)
    expect(await send('chair', own.id)).toBe(303)
    expect(await send('one', own.id)).toBe(403)
    expect(await send('admin', own.id)).toBe(403)
    expect(await send('admin', centre.id)).toBe(303)
    expect(await send('head', centre.id)).toBe(403)
    expect(await storedMicro(work, 'total')).toBe(before)
    const uses = await rows<{ question: string; part: null }>(
      'SELECT question, part FROM evidence_uses ORDER BY id',
    )
    expect(uses.map(use => use.question)).toEqual([own.id, own.id, centre.id].map(id => `P.${id}`))
    expect(uses.map(use => use.part)).toEqual([null, null, 'pusat'])
    expect((await work.chair.get(paths.evidenceUses(work.assessment, 'P.tidak-ada'))).status).toBe(404)
    expect((await work.chair.get(paths.evidenceUses(work.assessment, 'X.1'))).status).toBe(404)
  })

  it('refuses a form without its token and keeps nothing of it', async () => {
    const answer = await work.chair
      .post(page)
      .field('nature', 'formal')
      .attach('files', samples.pdf, 'SK.pdf')
    expect(answer.status).toBe(403)
    await patience()
    expect(storedFiles()).toEqual([])
  })
})
