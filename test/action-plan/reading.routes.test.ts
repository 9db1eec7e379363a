import { User } from '../../src/accounts/user.entity'
import { newId } from '../../src/db/ids'
import { Goal } from '../../src/action-plan/goal.entity'
import { paths } from '../../src/paths'
import { Employee } from '../../src/roster/employee.entity'
import { NIP } from '../roster/roster-office'
import { openInspection } from '../evaluation/inspection'
import { addGoal, openOffice, report, titlesIn, type Office, type Who } from './plan-office'

const [QUEUE, RISK, SERVICE, TEAM, OLD, FAR] = [
  'Memangkas antrean 100% loket',
  'Menyusun peta risiko',
  'Melatih petugas',
  'Membentuk tim',
  'Menata arsip',
  'Menyurvei pengguna',
]

/** The day of the house is 12 March 2026. */
describe('an action plan', () => {
  let office: Office
  let owner: string
  beforeAll(async () => {
    office = await openOffice()
    owner = await office.keep({ name: 'Joko Wasesa' })
    const none = { serves: 'none', served: '', indicator: '', baseline: '', target: '', unit: '' }
    const queue = await addGoal(office, { title: QUEUE, owner: 'Joko Wasesa', areas: ['6'] })
    await report(office, queue, { reportedOn: '2026-03-01', percent: '60' })
    await addGoal(office, { ...none, title: RISK, dueOn: '2026-03-11', areas: ['5', '1'] })
    await addGoal(office, { ...none, title: SERVICE, dueOn: '2026-03-26', areas: ['6'] })
    const team = await addGoal(office, { ...none, title: TEAM, dueOn: '2026-02-28', areas: ['1'], owner: '' })
    await report(office, team, { reportedOn: '2026-03-01', percent: '100' })
    await addGoal(office, { ...none, title: FAR, startsOn: '2026-05-01', areas: [] })
    const old = { ...none, year: '2025', startsOn: '2025-02-01', dueOn: '2025-06-30' }
    const done = await addGoal(office, { ...old, title: OLD })
    await report(office, done, { reportedOn: '2025-06-30', percent: '100' })
  })
  afterAll(() => office.close())

  const list = (query = '', who: Who = 'kanwil') =>
    office.read(who, `${paths.actionPlan(office.satker.id)}${query}`)

  it.each([
    ['', [TEAM, RISK, SERVICE, QUEUE, FAR]],
    ['?tahun=2025', [OLD]],
    ['?tahun=semua', [OLD, TEAM, RISK, SERVICE, QUEUE, FAR]],
    ['?keadaan=terlambat', [RISK]],
    ['?keadaan=segera', [SERVICE]],
    ['?keadaan=berjalan', [QUEUE]],
    ['?keadaan=belum', [FAR]],
    ['?keadaan=selesai&tahun=semua', [OLD]],
    ['?keadaan=selesai-terlambat', [TEAM]],
    ['?area=6', [SERVICE, QUEUE]],
    ['?area=1&urut=sasaran', [TEAM, RISK]],
    ['?area=tanpa', [FAR]],
    ['?urut=-kemajuan', [TEAM, QUEUE, RISK, SERVICE, FAR]],
    ['?urut=-mulai', [FAR, TEAM, RISK, SERVICE, QUEUE]],
    ['?cari=RISIKO', [RISK]],
    ['?cari=100%25', [QUEUE]],
    ['?cari=wasesa', [QUEUE]],
    ['?cari=_', []],
    ['?pemilik=Pokja+Pelayanan+Publik', [RISK, SERVICE, FAR]],
    ['?tahun=1999&keadaan=apa&area=99&pemilik=siapa&urut=apa&hal=x', [TEAM, RISK, SERVICE, QUEUE, FAR]],
  ])('is filtered, searched and ordered by the address: %s', async (query, expected) => {
    const { status, text } = await list(query)
    expect([status, titlesIn(text)]).toEqual([200, expected])
  })

  it('is filtered by somebody of the roster', async () => {
    expect(titlesIn((await list(`?pemilik=${owner}`)).text)).toEqual([QUEUE])
  })

  it('counts each state of what is shown, whatever state is asked for', async () => {
    const countsIn = (text: string) =>
      [...text.matchAll(/>([A-Z][a-z ]+) <span class="n">(\d+)</g)].map(found => `${found[1]} ${found[2]}`)
    const all = ['Semua 5', 'Terlambat 1', 'Segera jatuh tempo 1', 'Berjalan 1', 'Belum mulai 1', 'Selesai 0']
    expect(countsIn((await list('?keadaan=berjalan')).text)).toEqual([...all, 'Selesai terlambat 1'])
    expect(countsIn((await list('?area=6')).text).slice(0, 2)).toEqual(['Semua 2', 'Terlambat 0'])
  })

  it('keeps the state of the list in the search and the search in its links', async () => {
    const { text } = await list('?keadaan=berjalan&cari=a&urut=-kemajuan', 'chair')
    expect(text).toContain('<input type="hidden" name="keadaan" value="berjalan">')
    expect(text).toContain('<input type="hidden" name="urut" value="-kemajuan">')
    for (const address of ['tabel', 'matriks', 'linimasa'])
      expect(text).toContain(`/rencana-aksi/${address}?cari=a&keadaan=berjalan&urut=-kemajuan`)
  })

  it.each(['stranger', 'neighbour', 'evaluator'] as const)('is nothing to the %s', async who => {
    const { satker } = office
    const goal = await office.house.database.one<{ id: string }>('SELECT id FROM action_goals')
    for (const address of [
      paths.actionPlan(satker.id),
      paths.actionPlanTable(satker.id),
      paths.actionPlanTimeline(satker.id),
      paths.actionPlanMatrix(satker.id),
      paths.goal(goal!.id),
    ])
      expect([address, (await office.read(who, address)).status]).toEqual([address, 404])
  })

  it.each(['admin', 'kanwil', 'centre', 'head', 'member'] as const)('is read by the %s', async who => {
    const { satker } = office
    for (const address of [
      paths.actionPlan,
      paths.actionPlanTimeline,
      paths.actionPlanMatrix,
      paths.actionPlanTable,
    ])
      expect((await office.read(who, address(satker.id))).status).toBe(200)
  })

  it('as a picture shows each goal in each of its areas, with today in it', async () => {
    const { text } = await office.read('kanwil', paths.actionPlanTimeline(office.satker.id))
    const titles = [...text.matchAll(/<h2 id="h-area-\d+">([^<]+)</g)].map(found => found[1])
    expect(titles).toEqual([
      'Area 1 Manajemen Perubahan, 2026',
      'Area 5 Penguatan Pengawasan, 2026',
      'Area 6 Peningkatan Kualitas Pelayanan Publik, 2026',
      'Tanpa area, 2026',
    ])
    expect(titlesIn(text)).toEqual([TEAM, RISK, RISK, SERVICE, QUEUE, FAR])
    expect(text.match(/class="plan-bar"/g)).toHaveLength(6)
    expect(text.match(/stroke="var\(--bad\)"/g)).toHaveLength(6)
    expect(text).toContain('2 sasaran, 1 selesai, 1 terlambat')
    const older = await office.read('kanwil', `${paths.actionPlanTimeline(office.satker.id)}?tahun=2025`)
    expect(older.text).not.toContain('stroke="var(--bad)"')
  })

  it('as a matrix marks the months of each goal and leaves room for two signatures', async () => {
    const { text } = await office.read('chair', `${paths.actionPlanMatrix(office.satker.id)}?area=6`)
    expect(text).toContain('Matriks program kerja tahun 2026')
    const row = text.split('<tr>').find(part => part.includes(QUEUE)) ?? ''
    expect(row.match(/plan-mark/g)).toHaveLength(8)
    expect(row).toContain('Februari–September')
    expect(row).toContain('Rata-rata waktu tunggu')
    expect(row).toContain('40 → 12,5 menit')
    expect(row).toContain('Joko Wasesa')
    expect(row).toContain('60%')
    expect(row).toContain('Berjalan')
    expect(text).not.toContain(RISK)
    for (const signer of ['Ketua tim ZI,', 'Kepala satker,']) expect(text).toContain(signer)
  })

  it('as a file says what the list says, with the latest report', async () => {
    const { text } = await office.read(
      'kanwil',
      `${paths.actionPlanTable(office.satker.id)}?format=csv&keadaan=berjalan`,
    )
    const lines = text.replace('\ufeff', '').trim().split('\r\n')
    expect(lines).toEqual([
      'Tahun;Sasaran;Mendukung;Uraian yang didukung;Penanggung jawab;Mulai;Tenggat;Indikator;Satuan;Data awal;Target;Area;Pertanyaan;Tanggal kemajuan;Kemajuan (%);Kendala;Catatan',
      `2026;${QUEUE};hasil bagi publik;Layanan paspor lebih cepat;Joko Wasesa;2026-02-01;2026-09-30;Rata-rata waktu tunggu;menit;40;"12,5";6;;2026-03-01;60;;`,
    ])
    const acts = await office.house.database.query(
      `SELECT action, satker_id AS "satkerId", after FROM audit_events WHERE action = 'export-action-plan'
        ORDER BY at, id`,
    )
    expect(acts.at(-1)).toEqual({
      action: 'export-action-plan',
      satkerId: office.satker.id,
      after: '{"goals":1}',
    })
  })

  it('is each one’s own by area and by name, the late first', async () => {
    const { database } = office.house
    await database.inTransaction(async () => {
      await database.writing().update(Employee, { id: owner }, { nip: NIP })
      await database.writing().update(User, { id: office.people.member.id }, { nip: NIP })
    })
    const mine = (await office.read('member', paths.ownActionPlan(office.satker.id))).text
    expect(mine).toContain('Sasaran Area 1 dan yang atas nama Anda: 2 belum selesai dari 3.')
    expect(titlesIn(mine)).toEqual([RISK, QUEUE, TEAM])
    const whole = (await office.read('chair', paths.ownActionPlan(office.satker.id))).text
    expect(titlesIn(whole)).toEqual([RISK, SERVICE, QUEUE, FAR, TEAM])
    expect(whole).toContain('Sasaran semua area')
  })

  it('suggests answers to the questions about plans', async () => {
    const question = (code: string) => office.read('chair', paths.question(office.assessment, code))
    expect((await question('A.I.1.iii.a')).text).toContain(
      '1 dari 3 sasaran rencana aksi 2025 dan 2026 yang jatuh tempo selesai sampai tenggatnya.',
    )
    expect((await question('A.I.1.ii.b')).text).toContain(
      '1 dari 6 sasaran rencana aksi 2025 dan 2026 mendukung sasaran reformasi birokrasi atau hasil bagi publik.',
    )
    const source = office.house.services.registerSources['action-plan']!
    const instrument = (await office.house.services.instruments.inUse())!
    const made = await source.suggestions!.of(office.satker.id, 2026, instrument)
    expect(made.map(one => [one.question, one.answer])).toEqual([
      ['A.I.1.ii.b', { option: 'B' }],
      ['A.I.1.iii.a', { option: 'C' }],
    ])
    expect(await source.suggestions!.of(office.neighbour.id, 2026, instrument)).toEqual([])
  })

  it('stands in the hub with what is late and due soon', async () => {
    const { text } = await office.read('kanwil', paths.registers(office.satker.id))
    for (const words of ['5 sasaran 2026, 1 selesai', '1 sasaran terlambat', '1 sasaran segera jatuh tempo'])
      expect(text).toContain(words)
  })

  it('proves a question with one click by an excerpt of the goal', async () => {
    const goal = await office.house.database.one<{ id: string }>(
      'SELECT id FROM action_goals WHERE title = $1',
      [QUEUE],
    )
    const source = office.house.services.registerSources['action-plan']!
    const paper = await source.document(await office.actor('kanwil'), goal!.id)
    expect(paper.facts.map(({ label, value }) => `${label}: ${value}`)).toContain('Keadaan: Berjalan')
    expect(paper.tables).toEqual([
      {
        title: 'Kemajuan',
        header: ['Tanggal', 'Kemajuan', 'Kendala', 'Catatan'],
        rows: [['1 Maret 2026', '60%', '', '']],
      },
    ])
    await expect(source.document(await office.actor('stranger'), goal!.id)).rejects.toThrow('tidak ditemukan')
  })
})

describe('an empty plan', () => {
  it('says what to do, to each as they may', async () => {
    const office = await openOffice()
    const address = paths.actionPlan(office.satker.id)
    expect((await office.read('chair', address)).text).toContain('Impor rencana aksi')
    expect((await office.read('kanwil', address)).text).toContain(
      'Diisi oleh ketua tim ZI, anggota pokja, atau kepala satker.',
    )
    for (const page of [paths.actionPlanTimeline, paths.actionPlanMatrix])
      expect((await office.read('kanwil', page(office.satker.id))).text).toContain(
        'Tidak ada sasaran yang cocok',
      )
    expect((await office.read('member', paths.ownActionPlan(office.satker.id))).text).toContain(
      'Belum ada sasaran untuk Anda tahun ini.',
    )
    expect((await office.read('chair', paths.actionPlanCopy(office.satker.id))).text).toContain(
      'Rencana tahun itu tidak berisi sasaran.',
    )
    await office.close()
  })
})

describe('a plan of a thousand goals', () => {
  it('shows its pages and any search with the statements of a small one', async () => {
    const office = await openOffice()
    const { house, satker } = office
    const agent = await office.browserOf('chair')
    await addGoal(office)
    const statementsOf = async (address: string) => {
      house.statements.length = 0
      const { status, text } = await agent.get(address)
      expect(status).toBe(200)
      return { count: house.statements.length, text }
    }
    const base = paths.actionPlan(satker.id)
    const small = await statementsOf(base)
    const [goal] = await house.database.manager.getRepository(Goal).find()
    const crowd = Array.from({ length: 1_000 }, (_, place) => ({
      ...goal!,
      id: newId(),
      title: `Sasaran ${String(place).padStart(4, '0')}`,
    }))
    await house.database.inTransaction(() => house.database.insert(Goal, crowd))
    const first = await statementsOf(base)
    expect([first.count, titlesIn(first.text).length]).toEqual([small.count, 50])
    const found = await statementsOf(`${base}?cari=0998&urut=-kemajuan`)
    expect([found.count, titlesIn(found.text)]).toEqual([small.count, ['Sasaran 0998']])
    expect((await statementsOf(`${base}?hal=21`)).text).toContain('1.001')
    await office.close()
  }, 60_000)
})

describe('the evaluators of a satker', () => {
  it('read its plan while they score it, and nobody else of the inspectorate does', async () => {
    const inspection = await openInspection()
    const page = paths.actionPlan(inspection.satker.id)
    expect((await (await inspection.browserOf('member')).get(page)).status).toBe(200)
    expect((await (await inspection.browserOf('outsider')).get(page)).status).toBe(404)
    await inspection.close()
  })
})
