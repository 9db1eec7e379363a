import { newId } from '../../src/db/ids'
import { Attestation } from '../../src/attestations/attestation.entity'
import { paths } from '../../src/paths'
import { post } from '../support/house'
import { samples, strangers } from '../storage/sample-files'
import {
  actionsOf,
  addPiece,
  answered,
  countOf,
  GRATIFICATION,
  satkerAtWork,
  storedMicro,
  TEAM,
  upload,
  type SatkerAtWork,
} from './satker-at-work'

describe('a piece of evidence', () => {
  let work: SatkerAtWork
  let piece: { id: string; file: string; use: string }
  let page: string

  beforeEach(async () => {
    work = await satkerAtWork()
    await answered(work, TEAM, 'Ya')
    piece = await addPiece(work, work.chair, TEAM, {
      fields: { stages: ['planning', 'implementation'] },
      files: [[samples.pdf, 'SK Tim.pdf']],
    })
    page = paths.evidence(piece.id)
  })
  afterEach(() => work.close())

  const attest = (part: string) =>
    work.house.database.inTransaction(() =>
      work.house.database.insert(Attestation, [
        {
          id: newId(),
          assessmentId: work.assessment,
          round: 1,
          part,
          outcome: 'attested' as const,
          acting: false,
          createdBy: work.people.head.id,
          createdAt: '2026-03-01T00:00:00.000Z',
        },
      ]),
    )
  const endedParts = async () =>
    (
      await work.house.database.query<{ part: string }>(
        'SELECT part FROM attestations WHERE ended_at IS NOT NULL ORDER BY part',
      )
    ).map(row => row.part)
  const facts = { title: 'SK Tim ZI 2026', nature: 'formal', access: 'biasa', version: '1' }

  it('shows its files, where it serves and who did what', async () => {
    const { text, status } = await work.chair.get(page)
    expect(status).toBe(200)
    expect(text).toContain('SK Tim.pdf')
    expect(text).toMatch(/SHA-256 [0-9a-f]{12}/)
    expect(text).toContain('Rencana, Pelaksanaan')
    expect(text).toContain('Menambah bukti')
    expect(text).toContain('Sari Puspadewi')
  })

  it('is changed with a trail, and ends the attestations of the parts that use it', async () => {
    await Promise.all(['1', '2'].map(attest))
    const answer = await post(work.chair, page, page, { ...facts, access: 'terbatas', issuer: 'Kanim' })
    expect(answer.status).toBe(303)
    expect(await endedParts()).toEqual(['1'])
    expect((await work.chair.get(page)).text).toContain('Kanim')
    expect(await actionsOf(work)).toEqual(['add-evidence', 'change-evidence', 'end-attestation'])
  })

  it('is not overwritten by somebody who saw an older state, and gives back what they typed', async () => {
    await post(work.chair, page, page, facts)
    const late = await post(work.chair, page, page, { ...facts, title: 'Judul lain' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('baru saja diubah oleh orang lain')
    expect(late.text).toContain('value="Judul lain"')
    expect(late.text).toContain('name="version" value="2"')
    const rows = await work.house.database.query('SELECT title FROM evidence')
    expect(rows).toEqual([{ title: 'SK Tim ZI 2026' }])
  })

  it('names each fault of its form', async () => {
    const answer = await post(work.chair, page, page, {
      ...facts,
      title: ' ',
      happenedOn: '2026-02-02',
      happenedUntil: '2026-02-01',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Judul: Isi judul bukti.')
    expect(answer.text).toContain('tidak lebih lambat dari tanggal selesai')
  })

  it('counts anew when its nature changes: paper proves a practice by half at most', async () => {
    await answered(work, GRATIFICATION, 'A')
    const practice = await addPiece(work, work.chair, GRATIFICATION, {
      fields: { nature: 'trace', stages: 'implementation' },
      files: [[samples.jpg, 'Foto.jpg']],
    })
    const whole = await storedMicro(work, 'A.I.5.i')
    const own = paths.evidence(practice.id)
    await post(work.chair, own, own, { ...facts, title: 'Foto' })
    expect(whole).toBeGreaterThan(0)
    expect(await storedMicro(work, 'A.I.5.i')).toBe(whole / 2)
    const flagged = await work.house.database.one<{ flagged: number }>(
      "SELECT flagged FROM section_scores WHERE section = 'A.I.5.i' AND worksheet_id = $1",
      [work.worksheet],
    )
    expect(flagged?.flagged).toBe(1)
  })

  it('keeps the old version of a file that is replaced', async () => {
    const replacement = paths.evidenceFileReplacement(piece.file)
    await attest('1')
    const answer = await upload(
      work.chair,
      replacement,
      { files: [[samples.docx, 'SK Tim revisi.docx']] },
      { usual: false },
    )
    expect(answer.status).toBe(303)
    expect(await endedParts()).toEqual(['1'])
    const { text } = await work.chair.get(page)
    expect(text).toContain('SK Tim revisi.docx')
    expect(text).toContain('Versi 2')
    expect(text).toContain('Versi sebelumnya')
    expect((await work.chair.get(paths.evidenceFile(piece.file))).status).toBe(200)
    expect((await work.chair.get(replacement)).status).toBe(404)
    expect(await actionsOf(work)).toContain('replace-file')
  })

  it('refuses a replacement that is the same, missing or disguised', async () => {
    const replacement = paths.evidenceFileReplacement(piece.file)
    const send = (files: (readonly [Buffer, string])[]) =>
      upload(work.chair, replacement, { files }, { usual: false })
    expect((await send([[samples.pdf, 'lain.pdf']])).text).toContain('sama dengan yang sudah ada')
    expect((await send([])).text).toContain('Pilih berkas pengganti.')
    expect((await send([[strangers.exe, 'baru.pdf']])).text).toContain('baru.pdf ditolak')
    expect(await countOf(work, 'evidence_files')).toBe(1)
  })

  it('takes further files and links', async () => {
    const action = paths.evidenceFiles(piece.id)
    const fields = { links: 'http://contoh.go.id/galeri' }
    const answer = await upload(
      work.chair,
      page,
      { fields, files: [[samples.png, 'Peta.png']] },
      { action, usual: false },
    )
    expect(answer.status).toBe(303)
    const { text } = await work.chair.get(page)
    expect(text).toContain('Peta.png')
    expect(text).toContain('rel="noopener noreferrer nofollow">contoh.go.id/galeri')
    const nothing = await upload(work.chair, page, {}, { action, usual: false })
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Pilih berkas atau tulis tautan.')
  })

  it('stops counting when it is withdrawn, and keeps its trace', async () => {
    expect(await storedMicro(work, 'A.I.1.i')).toBe(250_000)
    await attest('1')
    const action = paths.evidenceWithdrawal(piece.id)
    const silent = await post(work.chair, page, action, { version: '1', reason: '' })
    expect(silent.status).toBe(422)
    expect((await post(work.chair, page, action, { version: '1', reason: 'Salah unggah' })).status).toBe(303)
    expect(await storedMicro(work, 'A.I.1.i')).toBe(0)
    expect(await endedParts()).toEqual(['1'])
    const { text } = await work.chair.get(page)
    expect(text).toContain('Ditarik oleh Sari Puspadewi')
    expect(text).toContain('Alasan: Salah unggah')
    expect((await work.chair.get(paths.evidenceUses(work.assessment, TEAM))).text).toContain(
      'Belum ada bukti',
    )
    expect((await work.chair.get(paths.evidenceShelf(work.satker.id))).text).toContain('0 bukti')
    expect((await work.chair.get(`${paths.evidenceShelf(work.satker.id)}?keadaan=ditarik`)).text).toContain(
      'SK Tim',
    )
    expect((await post(work.chair, page, page, { ...facts, version: '2' })).status).toBe(403)
  })

  it('is changed by the pokja whose question it serves and by the chair alone', async () => {
    const change = async (who: 'one' | 'five' | 'head' | 'viewer') =>
      (await post(await work.browserOf(who), page, page, { ...facts, version: '1' })).status
    expect(await change('five')).toBe(403)
    expect(await change('head')).toBe(403)
    expect(await change('viewer')).toBe(403)
    expect(await change('one')).toBe(303)
  })

  it('is left alone while a worksheet whose window is over still uses it', async () => {
    await work.house.database.inTransaction(() =>
      work.house.database.writing().query("UPDATE cycle_windows SET closes_on = '2026-03-01'"),
    )
    const answer = await post(work.chair, page, page, facts)
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('Batas pengisian 1 Maret 2026 sudah lewat.')
    expect(
      (await post(work.chair, page, paths.evidenceWithdrawal(piece.id), { version: '1', reason: 'x' }))
        .status,
    ).toBe(403)
  })

  it('changes nothing of a worksheet that was handed in', async () => {
    await work.house.database.inTransaction(async () => {
      await work.house.database.writing().query("UPDATE assessments SET stage = 'diajukan'")
      await work.house.database
        .writing()
        .query("UPDATE worksheets SET frozen_at = '2026-03-10T00:00:00.000Z'")
    })
    const before = await storedMicro(work, 'A.I.1.i')
    const withdrawal = await post(work.chair, page, paths.evidenceWithdrawal(piece.id), {
      version: '1',
      reason: 'Salah',
    })
    expect(withdrawal.status).toBe(303)
    expect(await storedMicro(work, 'A.I.1.i')).toBe(before)
    const use = paths.evidenceUse(work.assessment, piece.use)
    const change = await post(work.chair, page, use, { stages: 'planning', version: '1' })
    expect(change.status).toBe(403)
    expect(await countOf(work, 'evidence_uses')).toBe(1)
  })

  describe('in its use under a question', () => {
    const useOf = () => paths.evidenceUse(work.assessment, piece.use)

    it('shows what it shows there, and is changed with the score', async () => {
      const use = useOf()
      const before = await work.chair.get(use)
      expect(before.text).toMatch(/value="planning" checked/)
      const answer = await post(work.chair, use, use, { stages: 'planning', claim: 'hal. 3', version: '1' })
      expect(answer.status).toBe(303)
      expect(await storedMicro(work, 'A.I.1.i')).toBe(125_000)
      const empty = await post(work.chair, use, use, { version: '2' })
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('Pilih paling sedikit satu tahap.')
    })

    it('shows both when two people changed it', async () => {
      const use = useOf()
      await post(work.chair, use, use, { stages: 'planning', claim: 'dari ketua', version: '1' })
      const late = await post(await work.browserOf('one'), use, use, {
        stages: 'implementation',
        claim: 'dari anggota',
        version: '1',
      })
      expect(late.status).toBe(409)
      expect(late.text).toContain('Yang tersimpan: Rencana; dari ketua')
      expect(late.text).toContain('value="dari anggota"')
    })

    it('is taken away with the score, and stays on the shelf', async () => {
      const use = useOf()
      const answer = await post(work.chair, use, use, { lepas: 'ya', version: '1' })
      expect(answer.status).toBe(303)
      expect(await storedMicro(work, 'A.I.1.i')).toBe(0)
      expect(await countOf(work, 'evidence')).toBe(1)
      expect((await work.chair.get(`${paths.evidenceShelf(work.satker.id)}?keadaan=belum`)).text).toContain(
        'SK Tim',
      )
      expect(await actionsOf(work)).toEqual(['add-evidence', 'remove-use'])
      expect((await work.chair.get(use)).status).toBe(404)
    })

    it('is not touched by another pokja or another satker', async () => {
      const use = useOf()
      const five = await post(
        await work.browserOf('five'),
        paths.evidenceUses(work.assessment, GRATIFICATION),
        use,
        {
          lepas: 'ya',
          version: '1',
        },
      )
      expect(five.status).toBe(403)
      expect((await (await work.browserOf('stranger')).get(use)).status).toBe(404)
      expect(await countOf(work, 'evidence_uses')).toBe(1)
    })
  })

  it('keeps its contents from the sweeper as long as any version names them', async () => {
    await upload(
      work.chair,
      paths.evidenceFileReplacement(piece.file),
      { files: [[samples.docx, 'SK.docx']] },
      { usual: false },
    )
    const { evidenceFiles } = work.house.services
    const later = new Date(Date.now() + 48 * 3_600_000)
    expect((await evidenceFiles.sweep(later)).removed).toBe(0)
    await work.house.database.inTransaction(() =>
      work.house.database.writing().query('DELETE FROM evidence_files WHERE version = 1'),
    )
    expect((await evidenceFiles.sweep(new Date())).removed).toBe(0)
    expect((await evidenceFiles.sweep(later)).removed).toBe(1)
  })
})
