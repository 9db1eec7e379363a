import { paths } from '../../src/paths'
import { post } from '../support/house'
import { upload } from '../evidence/satker-at-work'
import { samples } from '../storage/sample-files'
import { eventsOf, faultAt, FORM, openOffice, TASK, TODAY, type Office, type Who } from './agreement-office'

describe('the work plan of an agreement', () => {
  let office: Office
  let id: string
  beforeEach(async () => {
    office = await openOffice()
    id = await office.keep({ evaluateEvery: 6, nextEvaluationOn: '2026-07-15' })
  })
  afterEach(() => office.close())

  const add = async (fields: Record<string, unknown>, who: Who = 'member') =>
    post(await office.browserOf(who), paths.newAgreementTask(id), paths.newAgreementTask(id), {
      ...TASK,
      ...fields,
    })
  const change = async (fields: Record<string, unknown>, who: Who = 'member') => {
    const [task] = await office.tasks()
    const page = paths.agreementTask(id, task!.id)
    return post(await office.browserOf(who), page, page, { ...TASK, ...fields })
  }
  const evaluate = async (fields: Record<string, unknown>) => {
    const page = paths.newAgreementEvaluation(id)
    return post(await office.browserOf('member'), page, page, fields)
  }
  const page = async (who: Who = 'chair') => (await office.read(who, paths.cooperation(id))).text

  it('moves the agreement from no plan over running to done', async () => {
    expect(await page()).toContain('Tanpa rencana kerja')
    expect((await add({})).status).toBe(303)
    expect(await page()).toContain('Berjalan')
    const done = await change({ doneOn: '2026-03-10', result: '84 orang diperiksa.', version: 1 })
    expect([done.status, done.headers['location']]).toEqual([303, paths.cooperation(id)])
    const text = await page()
    expect(text).toContain('Selesai')
    expect(text).toContain('1 dari 1 tugas terlaksana.')
    expect(text).toContain('84 orang diperiksa.')
    expect((await eventsOf(office.house)).map(({ action }) => action)).toEqual([
      'add-agreement-task',
      'realise-agreement-task',
    ])
    const entry = await office.house.database.one<{ summary: string }>(
      'SELECT summary FROM register_entries WHERE id = $1',
      [id],
    )
    expect(entry?.summary).toContain('1 dari 1 tugas terlaksana')
  })

  it.each([
    ['title', { title: '' }, 'Isi tugasnya.'],
    ['owner', { owner: '' }, 'Isi penanggung jawabnya.'],
    ['dueOn', { dueOn: '' }, 'Isi tenggat tugas.'],
    ['dueOn', { dueOn: '2026-01-14' }, 'Tenggat mendahului masa berlaku kerja sama.'],
    ['dueOn', { dueOn: '2028-01-01' }, 'Tenggat melewati masa berlaku kerja sama.'],
    ['doneOn', { doneOn: '2026-01-14' }, 'Realisasi mendahului masa berlaku kerja sama.'],
    ['doneOn', { doneOn: '2026-03-13' }, 'Tanggal realisasi belum terjadi.'],
    ['doneOn', { result: 'Terlaksana.' }, 'Isi tanggal realisasinya.'],
    ['evidenceId', { doneOn: TODAY, evidenceId: 'tidak-ada' }, 'Bukti ini tidak ada di rak bukti unit ini.'],
  ])('refuses a task at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const answer = await add({ ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(faultAt(field, message))
    expect(await office.tasks()).toEqual([])
  })

  it('takes the first and the last day of the term', async () => {
    expect((await add({ dueOn: '2026-01-15', doneOn: '2026-01-15' })).status).toBe(303)
    expect((await add({ title: 'Akhir', dueOn: '2027-12-31' })).status).toBe(303)
    expect((await office.tasks()).map(task => task.dueOn)).toEqual(['2026-01-15', '2027-12-31'])
  })

  it('is proven by a piece of the shelf, but not by a restricted one or that of another unit', async () => {
    const shelve = async (title: string, access: string) => {
      await upload(await office.browserOf('chair'), paths.evidenceUses(office.assessment, 'A.I.1.i.a'), {
        fields: { title, access, nature: 'trace', stages: ['implementation'] },
        files: [[samples.pdf, `${title}.pdf`]],
      })
      const found = await office.house.database.one<{ id: string }>(
        'SELECT id FROM evidence WHERE title = $1',
        [title],
      )
      return found!.id
    }
    const open = await shelve('Foto pemeriksaan', 'biasa')
    const restricted = await shelve('Aduan rahasia', 'terbatas')
    await add({})
    expect((await change({ doneOn: TODAY, evidenceId: restricted, version: 1 })).status).toBe(422)
    expect((await change({ doneOn: TODAY, evidenceId: open, version: 1 })).status).toBe(303)
    expect((await office.tasks())[0]?.evidenceId).toBe(open)
    expect(await page('viewer')).toContain(`href="${paths.evidence(open)}">Foto pemeriksaan`)
    const form = (await office.read('chair', paths.agreementTask(id, (await office.tasks())[0]!.id))).text
    expect(form).not.toContain('Aduan rahasia')
    expect(form).toContain('Foto pemeriksaan')
    await office.house.database.inTransaction(() =>
      office.house.database.writing().query("UPDATE evidence SET access = 'terbatas' WHERE id = $1", [open]),
    )
    const places = [
      paths.cooperation(id),
      `${paths.agreementsReport(office.units.satker.id)}?tahun=2026`,
      paths.agreementTask(id, (await office.tasks())[0]!.id),
    ]
    for (const place of places) {
      const { text } = await office.read('member', place)
      expect([place, text.includes('Bukti terbatas')]).toEqual([place, true])
      expect(text).not.toContain('Foto pemeriksaan')
    }
  })

  it('shows and takes the pieces of the shelf only for those who read it', async () => {
    await upload(await office.browserOf('chair'), paths.evidenceUses(office.assessment, 'A.I.1.i.a'), {
      fields: { title: 'Foto pemeriksaan', access: 'biasa', nature: 'trace', stages: ['implementation'] },
      files: [[samples.pdf, 'foto.pdf']],
    })
    const [piece] = await office.house.database.query<{ id: string }>('SELECT id FROM evidence')
    expect((await office.read('member', paths.newAgreementTask(id))).text).toContain('Foto pemeriksaan')
    expect((await office.read('admin', paths.newAgreementTask(id))).text).not.toContain('Foto pemeriksaan')
    const chosen = { doneOn: TODAY, evidenceId: piece!.id }
    const refused = await add(chosen, 'admin')
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(faultAt('evidenceId', 'Bukti ini tidak ada di rak bukti unit ini.'))
    expect((await add(chosen, 'member')).status).toBe(303)
    const kept = await change({ ...chosen, result: '84 orang', version: 1 }, 'admin')
    expect(kept.status).toBe(303)
    expect((await office.tasks())[0]).toMatchObject({ evidenceId: piece!.id, result: '84 orang' })
  })

  it('names nobody in the trail', async () => {
    await add({ owner: 'Bagas Hendrawan' })
    await change({ owner: 'Citra Maharani', version: 1 })
    const page = paths.editAgreement(id)
    const saved = await post(await office.browserOf('chair'), page, page, {
      ...FORM,
      signedBy: 'Eka Pratama',
      version: 1,
    })
    expect(saved.status).toBe(303)
    const told = JSON.stringify(await eventsOf(office.house))
    expect(told).not.toMatch(/Bagas|Citra|Eka|Hendra/)
    expect(told).toContain('ownerChanged')
    expect(told).toContain('signatoryChanged')
  })

  it('shows both texts when two people wrote about one task', async () => {
    await add({})
    await change({ owner: 'Urusan Umum', version: 1 })
    const clash = await change({ owner: 'Subseksi Keamanan', version: 1 }, 'head')
    expect(clash.status).toBe(409)
    expect(clash.text).toMatch(/Subseksi Keamanan[\s\S]*Urusan Umum/)
    expect((await change({ owner: 'Subseksi Keamanan', version: 2 }, 'head')).status).toBe(303)
    expect((await office.tasks())[0]?.owner).toBe('Subseksi Keamanan')
  })

  it('lets a task go that is not carried out', async () => {
    await add({})
    const [task] = await office.tasks()
    const gone = await post(
      await office.browserOf('chair'),
      paths.cooperation(id),
      paths.agreementTaskRemoval(id, task!.id),
      {},
    )
    expect(gone.status).toBe(303)
    expect(await office.tasks()).toEqual([])
  })

  it('knows no task of another agreement', async () => {
    const other = await office.keep({}, [['2026-06-30', null]])
    const [task] = await office.tasks()
    expect((await office.read('chair', paths.agreementTask(id, task!.id))).status).toBe(404)
    expect((await office.read('chair', paths.agreementTask(other, task!.id))).status).toBe(200)
  })

  it('is evaluated, and each evaluation answers the next day that is due', async () => {
    expect(await page()).toContain('Evaluasi 15 Juli 2026')
    expect((await evaluate({ heldOn: TODAY, finding: 'Capaian baik.' })).status).toBe(303)
    expect(await page()).toContain('Evaluasi 15 Januari 2027')
    expect(await page()).toContain('Capaian baik.')
    const [held] = await office.evaluations()
    await post(
      await office.browserOf('chair'),
      paths.cooperation(id),
      paths.agreementEvaluationRemoval(id, held!.id),
      {},
    )
    expect((await office.agreements())[0]?.nextEvaluationOn).toBe('2026-07-15')
    expect((await eventsOf(office.house)).map(({ action }) => action)).toEqual([
      'add-agreement-evaluation',
      'remove-agreement-evaluation',
    ])
  })

  it.each([
    ['heldOn', { heldOn: '2026-01-14', finding: 'x' }, 'Evaluasi mendahului masa berlaku kerja sama.'],
    ['heldOn', { heldOn: '2026-03-13', finding: 'x' }, 'Tanggal evaluasi belum terjadi.'],
    ['finding', { heldOn: TODAY, finding: '' }, 'Isi hasil evaluasinya.'],
  ])('refuses an evaluation at %s (%j)', async (field, fields, message) => {
    const answer = await evaluate(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(faultAt(field, message))
    expect(await office.evaluations()).toEqual([])
  })

  it('is offered to the questions of its area and proves one with a click', async () => {
    await add({ doneOn: '2026-03-10' })
    const question = 'A.I.6.i.a'
    const { text } = await office.read('chair', paths.question(office.assessment, question))
    expect(text).toContain('Layanan kesehatan keliling')
    const used = await post(
      await office.browserOf('chair'),
      paths.question(office.assessment, question),
      paths.offeredEntry(office.assessment, question),
      { entry: id },
    )
    expect(used.status).toBe(303)
    const use = await office.house.database.one<{ claim: string }>(
      'SELECT claim FROM evidence_uses WHERE question = $1',
      [question],
    )
    expect(use?.claim).toContain('1 dari 1 tugas terlaksana')
  }, 30_000)
})
