import { paths } from '../../src/paths'
import { post } from '../support/house'
import {
  addByForm,
  eventsOf,
  faultAt,
  FORM,
  openOffice,
  TASK,
  type Office,
  type Who,
} from './agreement-office'

describe('keeping the agreements of a unit', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  const edit = async (who: Who, id: string, fields: Record<string, unknown>) =>
    post(await office.browserOf(who), paths.editAgreement(id), paths.editAgreement(id), fields)
  const remove = async (who: Who, id: string) =>
    post(await office.browserOf(who), paths.ownAccount(), paths.agreementRemoval(id), {})

  it.each(['chair', 'head', 'member', 'admin'] as const)('is done by the %s of the satker', async who => {
    const answer = await addByForm(office, who)
    const [row] = await office.agreements()
    expect([answer.status, answer.headers['location']]).toEqual([303, paths.cooperation(row!.id)])
    expect(row).toMatchObject({
      satkerId: office.units.satker.id,
      number: 'W10.PKS-12/2026',
      kind: 'pks',
      partner: 'Dinas Kesehatan Kota Seruni',
      validFrom: '2026-01-15',
      validUntil: '2027-12-31',
      evaluateEvery: 6,
      nextEvaluationOn: '2026-07-15',
      version: 1,
    })
    expect(Boolean(row!.published)).toBe(true)
    const page = (await office.read(who, paths.cooperation(row!.id))).text
    expect(page).toContain('Tanpa rencana kerja')
    expect((await eventsOf(office.house)).map(({ action }) => action)).toEqual(['add-agreement'])
  })

  it('is done at a kanwil by its companion and at the centre by its administrator', async () => {
    const { kanwil, ministry } = office.units
    expect((await addByForm(office, 'companion', FORM, kanwil)).status).toBe(303)
    expect((await addByForm(office, 'centre', FORM, ministry)).status).toBe(303)
    expect((await office.agreements()).map(row => row.satkerId).sort()).toEqual(
      [kanwil.id, ministry.id].sort(),
    )
    expect((await eventsOf(office.house)).map(({ role }) => role)).toEqual(['pendamping', 'centre-admin'])
    const own = (await office.agreements()).find(row => row.satkerId === kanwil.id)
    const page = paths.newAgreementTask(own!.id)
    expect((await post(await office.browserOf('companion'), page, page, TASK)).status).toBe(303)
    expect((await office.read('companion', paths.cooperation(own!.id))).text).toContain(TASK.title)
    expect((await office.read('companion', paths.registers(kanwil.id))).text).toContain('1 kerja sama')
    expect((await office.read('centre', paths.cooperation(own!.id))).text).not.toContain('Tambah tugas')
  })

  it.each([
    ['viewer', 403],
    ['companion', 403],
    ['centre', 403],
    ['evaluator', 403],
    ['stranger', 403],
    ['neighbour', 404],
  ] as const)('is not done at a satker by the %s', async (who, status) => {
    const id = await office.keep()
    const agent = await office.browserOf(who)
    for (const page of [
      paths.newAgreement(office.units.satker.id),
      paths.importAgreements(office.units.satker.id),
      paths.importAgreementPlans(office.units.satker.id),
      paths.editAgreement(id),
      paths.newAgreementTask(id),
      paths.newAgreementEvaluation(id),
    ])
      expect([page, (await agent.get(page)).status]).toEqual([page, status])
    expect((await remove(who, id)).status).toBe(status)
    expect((await post(agent, paths.ownAccount(), paths.editAgreement(id), FORM)).status).toBe(status)
    expect((await office.agreements()).map(row => row.version)).toEqual([1])
  })

  it('is not done at the centre by the companion of a kanwil, who learns of nothing there', async () => {
    const agent = await office.browserOf('companion')
    expect((await agent.get(paths.newAgreement(office.units.ministry.id))).status).toBe(404)
    expect((await agent.get(paths.newAgreement(office.units.other.id))).status).toBe(404)
  })

  it.each([
    ['title', { title: ' ' }, 'Isi judul kerja sama.'],
    ['number', { number: '' }, 'Isi nomor kerja sama.'],
    ['partner', { partner: '' }, 'Isi nama mitra.'],
    ['partnerKind', { partnerKind: '' }, 'Pilih salah satu yang tersedia.'],
    ['kind', { kind: 'treaty' }, 'Jenis ini hanya untuk kerja sama luar negeri.'],
    ['realm', { realm: 'moon' }, 'Pilih salah satu yang tersedia.'],
    ['scope', { scope: '' }, 'Isi ruang lingkup.'],
    ['signedOn', { signedOn: '' }, 'Isi tanggal tanda tangan.'],
    ['signedOn', { signedOn: '2026-03-13' }, 'Tanggal tanda tangan belum terjadi.'],
    [
      'signedOn',
      { validFrom: '2025-01-15', validUntil: '2026-01-11' },
      'Tanda tangan sesudah akhir masa berlaku.',
    ],
    ['validFrom', { validFrom: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['validUntil', { validUntil: '0202-01-02' }, 'Periksa tahunnya.'],
    ['validUntil', { validUntil: '2026-01-14' }, 'Akhir masa berlaku mendahului mulainya.'],
    ['evaluateEvery', { evaluateEvery: '5' }, 'Pilih salah satu yang tersedia.'],
  ])('refuses a form at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    const answer = await addByForm(office, 'chair', { ...FORM, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(faultAt(field, message))
    if (field !== 'partner') expect(answer.text).toContain('value="Dinas Kesehatan Kota Seruni"')
    expect(await office.agreements()).toEqual([])
  })

  it('takes a signature of today, a term of one day and a treaty with a partner abroad', async () => {
    const answer = await addByForm(office, 'chair', {
      ...FORM,
      realm: 'foreign',
      kind: 'treaty',
      signedOn: '2026-03-12',
      validFrom: '2026-03-12',
      validUntil: '2026-03-12',
    })
    expect(answer.status).toBe(303)
  })

  it('keeps a number once in a unit, and not from another unit', async () => {
    await addByForm(office, 'chair')
    const again = await addByForm(office, 'head')
    expect(again.status).toBe(422)
    expect(again.text).toMatch(faultAt('number', 'Nomor ini sudah tercatat di unit ini.'))
    expect((await addByForm(office, 'neighbour', FORM, office.units.neighbour)).status).toBe(303)
  })

  it('refuses a term that leaves out what stands under the agreement', async () => {
    const id = await office.keep({}, [['2026-06-30', '2026-03-01']])
    const late = await edit('chair', id, { ...FORM, validUntil: '2026-06-29', version: 1 })
    expect(late.text).toMatch(faultAt('validUntil', 'Ada tugas yang tenggatnya di luar masa berlaku ini.'))
    const early = await edit('chair', id, { ...FORM, validFrom: '2026-03-02', version: 1 })
    expect(early.text).toMatch(faultAt('validFrom', 'Ada tugas yang terlaksana sebelum tanggal ini.'))
    expect([late.status, early.status]).toEqual([422, 422])
    expect((await edit('chair', id, { ...FORM, validUntil: '2026-06-30', version: 1 })).status).toBe(303)
  })

  it('plans its next evaluation anew when interval or term change', async () => {
    await addByForm(office, 'chair')
    const [row] = await office.agreements()
    await edit('chair', row!.id, { ...FORM, evaluateEvery: '12', version: 1 })
    expect((await office.agreements())[0]?.nextEvaluationOn).toBe('2027-01-15')
    await edit('chair', row!.id, { ...FORM, evaluateEvery: '0', version: 2 })
    expect((await office.agreements())[0]?.nextEvaluationOn).toBeNull()
  })

  it('tells the trail what changed, in words', async () => {
    await addByForm(office, 'chair')
    const [row] = await office.agreements()
    await edit('head', row!.id, { ...FORM, kind: 'mou', areas: ['1', '6'], version: 1 })
    const text = (await office.read('chair', paths.cooperation(row!.id))).text
    expect(text).toContain('Mengubah kerja sama')
    expect(text).toContain('Nota kesepahaman (MoU)')
    const events = await eventsOf(office.house)
    expect(JSON.parse(events[1]?.after ?? '')).toMatchObject({ areas: ['1', '6'] })
    expect(
      (await edit('head', row!.id, { ...FORM, kind: 'mou', areas: ['1', '6'], version: 2 })).status,
    ).toBe(303)
    expect(await eventsOf(office.house)).toHaveLength(2)
  })

  it('shows both texts when two people wrote, and saves on the next word', async () => {
    await addByForm(office, 'chair')
    const [row] = await office.agreements()
    await edit('chair', row!.id, { ...FORM, partner: 'Dinkes Seruni', version: 1 })
    const clash = await edit('head', row!.id, { ...FORM, partner: 'RSUD Seruni', version: 1 })
    expect(clash.status).toBe(409)
    expect(clash.text).toMatch(/RSUD Seruni[\s\S]*Dinkes Seruni/)
    expect(clash.text).toContain('name="version" value="2"')
    expect((await edit('head', row!.id, { ...FORM, partner: 'RSUD Seruni', version: 2 })).status).toBe(303)
    expect((await office.agreements())[0]?.partner).toBe('RSUD Seruni')
  })

  it('takes a mistake away with its plan, its evaluations and its entry among the registers', async () => {
    const id = await office.keep({}, [['2026-06-30', null]])
    const evaluation = paths.newAgreementEvaluation(id)
    await post(await office.browserOf('chair'), evaluation, evaluation, {
      heldOn: '2026-03-01',
      finding: 'Berjalan.',
    })
    expect((await remove('chair', id)).status).toBe(303)
    const left = await Promise.all([office.agreements(), office.tasks(), office.evaluations()])
    expect(left).toEqual([[], [], []])
    expect(await office.house.database.query('SELECT id FROM register_entries WHERE id = $1', [id])).toEqual(
      [],
    )
  })
})
