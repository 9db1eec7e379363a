import { newId } from '../../src/db/ids'
import { NoteEntry } from '../../src/notes/note-entry.entity'
import { paths } from '../../src/paths'
import { Evidence } from '../../src/evidence/evidence.entity'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { post } from '../support/house'
import { DRAFT, nextCycle, noting, QUESTION } from './noted'

describe('a note', () => {
  let inspection: Inspection
  let act: ReturnType<typeof noting>
  beforeAll(async () => {
    inspection = await openInspection()
    act = noting(inspection)
  })
  afterAll(() => inspection.close())

  const rows = async (table: string) => inspection.house.database.query(`SELECT * FROM ${table}`)
  const writing = () => paths.newNote(inspection.assessment)
  const list = () => paths.assessmentNotes(inspection.assessment)
  const form = { about: DRAFT.about, text: DRAFT.text, severity: 'sedang', dueOn: DRAFT.dueOn, owner: '' }
  const send = async (who: 'member' | 'companion', fields: object) =>
    post(await inspection.browserOf(who), writing(), list(), { ...form, ...fields })

  it('is written by an evaluator with a seat, and leads to its own page', async () => {
    const saved = await send('member', { owner: inspection.people.pokja.id })
    expect(saved.status).toBe(303)
    const address = String(saved.headers['location'])
    const { text } = await act.read('chair', address)
    expect(text).toContain('SK tim belum memuat uraian tugas.')
    expect(text).toContain('Nirmala Sekarwangi, tim penilai')
    expect(text).toContain('Bagas Hendrawan')
    expect(text).toContain('30 April 2026')
    expect(await act.events(address.split('/').at(-1)!)).toEqual(['write-note'])
  })

  it('is written by the pendamping of its kanwil as assistance', async () => {
    const id = await act.write('companion', { about: 'area:2' })
    const row = await inspection.house.database.one(
      'SELECT origin, scope, place, part FROM notes WHERE id = $1',
      [id],
    )
    expect(row).toEqual({ origin: 'assistance', scope: 'area', place: '2', part: '2' })
    expect((await act.read('chair', paths.note(id))).text).toContain('Area 2. ')
  })

  it('says everything that is missing at once', async () => {
    const { text } = await send('member', { about: '', text: '', dueOn: '' })
    for (const words of ['Pilih yang dicatat', 'Tulis catatannya.', 'Isi tenggatnya.'])
      expect(text).toContain(words)
  })

  it.each([
    ['without a text', { text: '  ' }, 'Tulis catatannya.'],
    ['with a due date in the past', { dueOn: '2026-03-11' }, 'Tenggat ini sudah lewat.'],
    ['without a due date', { dueOn: '' }, 'Isi tenggatnya.'],
    ['with a day that no calendar has', { dueOn: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['about nothing', { about: 'question:A.9' }, 'Pilih yang dicatat'],
    ['with a severity of its own', { severity: 'gawat' }, 'Pilih tingkatnya.'],
    ['with an owner from elsewhere', { owner: 'nobody' }, 'Pilih seorang dari tim satker ini.'],
  ])('comes back with what was typed when it is written %s', async (_how, fields, words) => {
    const before = await rows('notes')
    const answer = await send('member', { text: 'Daftar hadir tidak bertanggal.', ...fields })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    if (!('text' in fields)) expect(answer.text).toContain('Daftar hadir tidak bertanggal.')
    if ('dueOn' in fields) expect(answer.text).toContain(`value="${fields.dueOn}"`)
    expect(await rows('notes')).toEqual(before)
  })

  it('is answered with evidence, returned with a reason and a new day, answered again and verified', async () => {
    const id = await act.write('member')
    const piece = await inspection.house.database.one<{ id: string }>(
      'SELECT id FROM evidence WHERE title = $1',
      [`Bukti ${QUESTION}`],
    )
    const replied = await act.send('pokja', id, paths.noteReplies(id), {
      text: 'SK baru terlampir.',
      evidence: piece!.id,
    })
    expect(replied.status).toBe(303)
    expect((await act.stateOf(id)).state).toBe('ditanggapi')
    const seen = (await act.read('lead', paths.note(id))).text
    expect(seen).toContain('SK baru terlampir.')
    expect(seen).toContain(`href="${paths.evidence(piece!.id)}"`)
    const silent = await act.send('lead', id, paths.noteReturn(id), { text: ' ', dueOn: '2026-05-15' })
    expect(silent.status).toBe(422)
    expect(silent.text).toContain('Tulis apa yang masih kurang.')
    expect(silent.text).toContain('value="2026-05-15"')
    const past = await act.send('lead', id, paths.noteReturn(id), { text: 'Kurang.', dueOn: '2026-01-15' })
    expect(past.status).toBe(422)
    const returned = await act.send('lead', id, paths.noteReturn(id), {
      text: 'Kurang tanda tangan.',
      dueOn: '2026-05-15',
    })
    expect(returned.status).toBe(303)
    expect(await act.stateOf(id)).toMatchObject({
      state: 'dikembalikan',
      dueOn: '2026-05-15',
      settledAt: null,
    })
    await act.reply('chair', id)
    expect((await act.send('member', id, paths.noteVerification(id))).status).toBe(303)
    const settled = await act.stateOf(id)
    expect(settled.state).toBe('diverifikasi')
    expect(settled.settledAt).not.toBeNull()
    expect(await act.events(id)).toEqual([
      'write-note',
      'reply-note',
      'return-note',
      'reply-note',
      'verify-note',
    ])
    await act.giveBack('member', id, 'Diverifikasi terlalu cepat.')
    expect(await act.stateOf(id)).toMatchObject({ state: 'dikembalikan', settledAt: null })
  })

  it('is corrected by its writer while nobody replied, by nobody afterwards', async () => {
    const id = await act.write('member')
    const fields = { ...form, text: 'SK tim belum bertanggal.', severity: 'berat' }
    expect((await act.send('lead', id, paths.note(id), fields)).status).toBe(403)
    expect((await act.send('member', id, paths.note(id), { ...fields, text: '' })).status).toBe(422)
    expect((await act.send('member', id, paths.note(id), fields)).status).toBe(303)
    expect((await act.read('chair', paths.note(id))).text).toContain('SK tim belum bertanggal.')
    await act.reply('chair', id)
    expect((await act.send('member', id, paths.note(id), { ...fields, text: 'Lain.' })).status).toBe(403)
    expect(await act.events(id)).toEqual(['write-note', 'correct-note', 'reply-note'])
  })

  it('is withdrawn with a reason, stays to be read, and takes no more acts', async () => {
    const id = await act.write('member')
    expect((await act.send('member', id, paths.noteWithdrawal(id), { text: '' })).status).toBe(422)
    expect((await act.send('lead', id, paths.noteWithdrawal(id), { text: 'Salah satker.' })).status).toBe(303)
    const { text } = await act.read('chair', paths.note(id))
    expect(text).toContain('Salah satker.')
    expect(text).not.toContain('Kirim tanggapan')
    expect((await act.send('chair', id, paths.noteReplies(id), { text: 'Baik.' })).status).toBe(403)
  })

  it('shows both texts when somebody else was faster, and keeps what was typed', async () => {
    const id = await act.write('member')
    await act.reply('pokja', id, 'SK dari pokja.')
    const late = await act.send('chair', id, paths.noteReplies(id), { version: 1, text: 'SK dari ketua.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('SK dari pokja.')
    expect(late.text).toMatch(/<textarea[^>]*>\s*SK dari ketua\./)
    await act.verify('member', id)
    const gone = await act.send('chair', id, paths.noteReplies(id), { version: 2, text: 'Tambahan ketua.' })
    expect(gone.status).toBe(409)
    expect(gone.text).toContain('Tambahan ketua.')
    const corrected = await act.write('member')
    await act.send('member', corrected, paths.note(corrected), { ...form, text: 'Tersimpan dahulu.' })
    const clash = await act.send('member', corrected, paths.note(corrected), {
      ...form,
      version: 1,
      text: 'Yang kedua.',
    })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Tersimpan dahulu.')
    expect(clash.text).toContain('Yang kedua.')
  })

  it('looks through the shelf without losing what was typed or ticked', async () => {
    const id = await act.write('member')
    const piece = await inspection.house.database
      .one<{ id: string }>('SELECT id FROM evidence WHERE title = $1', ['Bukti B.II.1'])
      .then(
        found =>
          found ??
          inspection.house.database.one<{ id: string }>('SELECT id FROM evidence ORDER BY id LIMIT 1'),
      )
    const found = await act.send('chair', id, paths.noteReplies(id), {
      text: 'Sedang ditulis.',
      evidence: piece!.id,
      cari: `Bukti ${QUESTION}`,
      lihat: '1',
    })
    expect(found.status).toBe(200)
    expect(found.text).toContain('Sedang ditulis.')
    expect(found.text).toMatch(new RegExp(`value="${piece!.id}" checked`))
    expect(found.text).toContain(`Bukti ${QUESTION} `)
    expect((await act.stateOf(id)).state).toBe('terbuka')
  })

  it('takes no evidence that is withdrawn, another satker’s, or closed to the one who answers', async () => {
    const id = await act.write('member')
    const { house, satker, kanwil, people } = inspection
    const made = {
      nature: 'formal' as const,
      access: 'biasa' as const,
      createdBy: people.chair.id,
      createdAt: '2026-02-01T00:00:00.000Z',
    }
    await house.database.inTransaction(() =>
      house.database.insert(Evidence, [
        { ...made, id: 'ditarik', satkerId: satker.id, title: 'Sudah ditarik', withdrawnAt: made.createdAt },
        { ...made, id: 'lain', satkerId: kanwil.id, title: 'Milik kanwil' },
        { ...made, id: 'terbatas', satkerId: satker.id, title: 'Rekap pengaduan', access: 'terbatas' },
      ]),
    )
    for (const evidence of ['ditarik', 'lain', 'terbatas', 'tidak-ada']) {
      const answer = await act.send('pokja', id, paths.noteReplies(id), { text: 'Terlampir.', evidence })
      expect([evidence, answer.status]).toEqual([evidence, 422])
      expect(answer.text).toContain('Terlampir.')
    }
    await act.reply('chair', id, 'Rekapnya terlampir.', ['terbatas'])
    expect((await act.read('member', paths.note(id))).text).toContain('Rekap pengaduan')
    for (const who of ['pokja', 'companion'] as const) {
      const { text } = await act.read(who, paths.note(id))
      expect(text).toContain('Bukti terbatas')
      expect(text).not.toContain('Rekap pengaduan')
    }
    const trail = await house.database.query('SELECT after FROM audit_events WHERE subject_id = $1', [id])
    expect(JSON.stringify(trail)).not.toContain('Rekap pengaduan')
  })

  it('is not answered without end: its thread stays a page that can be read', async () => {
    const { write, reply, send } = act
    const id = await write('member')
    await reply('chair', id)
    const { database } = inspection.house
    const said = await database.manager.getRepository(NoteEntry).findOneByOrFail({ noteId: id })
    const more = Array.from({ length: 99 }, () => ({ ...said, id: newId() }))
    await database.inTransaction(() => database.insert(NoteEntry, more))
    const refused = await send('chair', id, paths.noteReplies(id), { text: 'Sekali lagi.' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('sudah ditanggapi 100 kali')
    expect(refused.text).toContain('Sekali lagi.')
    expect(await database.manager.getRepository(NoteEntry).countBy({ noteId: id })).toBe(100)
  })

  it('is answered by the pokja of its area, the owner, the chair and the head, and by no other pokja', async () => {
    const elsewhere = await act.write('member', { about: 'area:3' })
    const given = await act.write('member', { about: 'whole:', owner: inspection.people.pokja.id })
    expect((await act.send('pokja', elsewhere, paths.noteReplies(elsewhere), { text: 'x' })).status).toBe(403)
    expect((await act.read('pokja', paths.note(elsewhere))).text).not.toContain('Kirim tanggapan')
    expect((await act.send('pokja', given, paths.noteReplies(given), { text: 'x' })).status).toBe(303)
    expect((await act.send('head', elsewhere, paths.noteReplies(elsewhere), { text: 'x' })).status).toBe(303)
    expect((await act.send('member', elsewhere, paths.noteReplies(elsewhere), { text: 'x' })).status).toBe(
      403,
    )
  })

  it('is judged by the side that wrote it', async () => {
    const found = await act.write('member')
    const helped = await act.write('companion')
    for (const id of [found, helped]) await act.reply('chair', id)
    expect((await act.send('companion', found, paths.noteVerification(found))).status).toBe(403)
    expect((await act.send('member', helped, paths.noteReturn(helped), { text: 'x' })).status).toBe(403)
    expect((await act.send('chair', found, paths.noteVerification(found))).status).toBe(403)
    expect((await act.read('admin', paths.note(found))).text).not.toContain('>Verifikasi</button>')
    expect((await act.send('controller', found, paths.noteVerification(found))).status).toBe(303)
    expect((await act.send('companion', helped, paths.noteVerification(helped))).status).toBe(303)
  })

  it('is not there for an evaluator outside the team, and is written by none of the satker', async () => {
    const id = await act.write('member')
    for (const address of [paths.note(id), list(), writing()])
      expect([address, (await act.read('outsider', address)).status]).toEqual([address, 404])
    expect((await act.send('outsider', id, paths.noteVerification(id))).status).toBe(404)
    expect((await act.read('chair', writing())).status).toBe(403)
    expect((await act.read('chair', paths.note('tidak-ada'))).status).toBe(404)
    // A member of the team who does not score this unit.
    expect((await act.read('second', paths.note(id))).status).toBe(404)
  })

  it('stays with the evaluators of the next cycle when it is still open', async () => {
    const id = await act.write('member', { text: 'Menyeberang ke siklus berikut.' })
    const next = await nextCycle(inspection)
    const { text } = await act.read('chair', paths.note(id))
    expect(text).toContain('Dari siklus 2026')
    expect(text).toContain(`href="${paths.assessmentNotes(next.id)}"`)
    await act.reply('chair', id)
    await act.verify('lead', id)
    expect((await act.stateOf(id)).state).toBe('diverifikasi')
  })
})
