import { paths } from '../../src/paths'
import { post } from '../support/house'
import { addGoal, eventsOf, faultAt, goalsOf, openOffice, report, type Office } from './plan-office'

/** The day of the house is 12 March 2026. */
describe('telling how far a goal has come', () => {
  let office: Office
  let goal: string
  beforeEach(async () => {
    office = await openOffice()
    goal = await addGoal(office)
  })
  afterEach(() => office.close())

  const page = async () => (await office.read('chair', paths.goal(goal))).text
  const reports = () =>
    office.house.database.query<{ id: string; percent: number }>(
      'SELECT id, percent FROM goal_progress ORDER BY reported_on',
    )
  const claim = async () =>
    (await office.house.database.one<{ summary: string }>('SELECT summary FROM register_entries'))?.summary

  it('keeps every report, and the latest counts', async () => {
    await report(office, goal, { reportedOn: '2026-03-10', percent: '60%', obstacle: 'Server lambat.' })
    await report(office, goal, { reportedOn: '2026-02-20', percent: '25' })
    expect(await goalsOf(office)).toMatchObject([
      { percent: 60, reportedOn: '2026-03-10', doneOn: null, version: 1 },
    ])
    const text = await page()
    expect(text).toContain('60% per 10 Maret 2026')
    expect(text).toContain('<b>Kendala:</b> Server lambat.')
    expect(text).toContain('20 Feb 2026')
    expect(text).toContain('Sari Puspadewi')
    expect(await claim()).toBe('Rata-rata waktu tunggu: 40 → 12,5 menit; kemajuan 60% per 10 Maret 2026')
    expect((await eventsOf(office)).map(event => event.action)).toEqual([
      'add-goal',
      'report-progress',
      'report-progress',
    ])
  })

  it.each([
    ['reportedOn', { reportedOn: '', percent: '10' }, 'Isi tanggal kemajuan.'],
    ['reportedOn', { reportedOn: '2026-03-13', percent: '10' }, 'Tanggal ini belum tiba.'],
    [
      'reportedOn',
      { reportedOn: '2026-03-01', percent: '50' },
      'Kemajuan tanggal ini sudah dilaporkan. Hapus laporannya bila keliru.',
    ],
    [
      'reportedOn',
      { reportedOn: '2026-01-31', percent: '0' },
      'Mendahului tanggal mulai 1 Februari 2026. Tulis sebabnya di catatan.',
    ],
    [
      'percent',
      { reportedOn: '2026-03-12', percent: '39' },
      'Lebih rendah daripada laporan sebelumnya. Tulis sebabnya di catatan.',
    ],
    [
      'percent',
      { reportedOn: '2026-02-20', percent: '41' },
      'Lebih tinggi daripada laporan sesudahnya. Tulis sebabnya di catatan.',
    ],
    ['percent', { reportedOn: '2026-03-12', percent: '101' }, 'Tulis angka bulat 0 sampai 100.'],
    ['percent', { reportedOn: '2026-03-12', percent: '12,5' }, 'Tulis angka bulat 0 sampai 100.'],
    ['percent', { reportedOn: '2026-03-12', percent: '' }, 'Tulis angka bulat 0 sampai 100.'],
  ])('refuses a report at %s (%j) and gives it back as typed', async (field, wrong, message) => {
    await report(office, goal, { reportedOn: '2026-03-01', percent: '40' })
    const answer = await report(office, goal, { ...wrong, obstacle: 'Masih rapat.' })
    expect(answer.status).toBe(422)
    expect(faultAt(answer.text, field)).toBe(message)
    expect(answer.text).toContain(`value="${wrong.reportedOn}"`)
    expect(answer.text).toContain('Masih rapat.')
    expect(await reports()).toHaveLength(1)
  })

  it('takes a report that is less, or before the first day, when its note says why', async () => {
    await report(office, goal, { reportedOn: '2026-03-01', percent: '40' })
    const less = await report(office, goal, {
      reportedOn: '2026-03-12',
      percent: '30',
      note: 'Loket ditutup.',
    })
    const early = await report(office, goal, {
      reportedOn: '2026-01-30',
      percent: '5',
      note: 'Dimulai awal.',
    })
    expect([less.status, early.status]).toEqual([303, 303])
    expect(await goalsOf(office)).toMatchObject([{ percent: 30 }])
  })

  it('is done with the whole, and open again when that report was a mistake', async () => {
    await report(office, goal, { reportedOn: '2026-03-01', percent: '40' })
    await report(office, goal, { reportedOn: '2026-03-12', percent: '100' })
    expect(await goalsOf(office)).toMatchObject([{ percent: 100, doneOn: '2026-03-12' }])
    expect(await page()).toMatch(/st-ok[^]*?Selesai/)
    const last = (await reports()).at(-1)!
    const removal = paths.goalProgressRemoval(goal, last.id)
    expect((await post(await office.browserOf('member'), paths.ownAccount(), removal, {})).status).toBe(303)
    expect(await goalsOf(office)).toMatchObject([{ percent: 40, reportedOn: '2026-03-01', doneOn: null }])
    expect((await eventsOf(office)).at(-1)?.action).toBe('take-back-progress')
    expect((await post(await office.browserOf('member'), paths.ownAccount(), removal, {})).status).toBe(404)
  })

  it.each([
    ['kanwil', 403],
    ['neighbour', 404],
    ['stranger', 403],
  ] as const)('is not done by the %s', async (who, status) => {
    await report(office, goal, { reportedOn: '2026-03-01', percent: '40' })
    const [first] = await reports()
    expect((await report(office, goal, { reportedOn: '2026-03-12', percent: '50' }, who)).status).toBe(status)
    const removal = paths.goalProgressRemoval(goal, first!.id)
    expect((await post(await office.browserOf(who), paths.ownAccount(), removal, {})).status).toBe(status)
    expect(await reports()).toHaveLength(1)
  })

  it('does not take back the report of another goal', async () => {
    const other = await addGoal(office, { title: 'Menata ruang tunggu' })
    await report(office, other, { reportedOn: '2026-03-01', percent: '40' })
    const [first] = await reports()
    const removal = paths.goalProgressRemoval(goal, first!.id)
    expect((await post(await office.browserOf('chair'), paths.ownAccount(), removal, {})).status).toBe(404)
    expect(await reports()).toHaveLength(1)
  })
})
