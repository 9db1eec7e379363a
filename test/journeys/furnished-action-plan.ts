import { newId } from '../../src/db/ids'
import type { Actor } from '../../src/access/actor'
import { paths } from '../../src/paths'
import type { GoalDraft } from '../../src/action-plan/goal-facts'
import type { House } from '../support/house'

/** The goals that `furnishActionPlan` makes. */
export const FURNISHED_GOAL: GoalDraft = {
  year: 2026,
  title: 'Memangkas waktu tunggu layanan paspor di loket dan di layanan prioritas bagi lansia',
  serves: 'outcome',
  served: 'Layanan paspor lebih cepat dan pasti bagi pemohon',
  owner: 'Bagas Hendrawan, S.H., M.H.',
  startsOn: '2026-01-05',
  dueOn: '2026-09-30',
  indicator: 'Rata-rata waktu tunggu',
  unit: 'menit',
  baseline: '40',
  target: '12.5',
  areas: ['2', '6'],
}

/** A plan with a goal in every state, reports, an activity, and a goal of last year to copy. */
export async function furnishActionPlan(house: House, satkerId: string, chair: Actor) {
  const { goals, goalProgress, goalActivities, registerUnits, entries } = house.services
  const unit = await registerUnits.toKeep(chair, satkerId)
  const goal = (more: Partial<GoalDraft>) => goals.add(chair, unit, { ...FURNISHED_GOAL, ...more })
  const bare = {
    serves: 'none',
    served: '',
    owner: '',
    indicator: '',
    unit: '',
    baseline: null,
    target: null,
  } as const
  const main = await goal({})
  const report = (id: string, reportedOn: string, percent: number, obstacle = '', note = '') =>
    goalProgress.report(chair, id, { reportedOn, percent, obstacle, note })
  await report(main, '2026-02-10', 30)
  await report(
    main,
    '2026-03-01',
    25,
    'Server pusat lambat pada jam sibuk.',
    'Loket kedua ditutup untuk renovasi.',
  )
  await goal({
    ...bare,
    title: 'Menyusun peta risiko benturan kepentingan',
    dueOn: '2026-02-27',
    areas: ['5'],
  })
  await goal({ title: 'Melatih petugas garis depan', dueOn: '2026-03-20', owner: 'Pokja 6' })
  await goal({ ...bare, title: 'Menyurvei pengguna layanan', startsOn: '2026-05-04', areas: [] })
  const done = await goal({ title: 'Mencanangkan Zona Integritas', dueOn: '2026-01-31', areas: ['1'] })
  await report(done, '2026-02-02', 100)
  const last = { year: 2025, startsOn: '2025-02-03', dueOn: '2025-11-28' }
  await goal({ ...bare, ...last, title: 'Menata arsip kepegawaian', areas: ['3'] })
  const activity = newId()
  await house.database.inTransaction(() =>
    entries.put([
      {
        id: activity,
        satkerId,
        register: 'activities',
        title: 'Rapat monitoring waktu tunggu',
        summary: 'Rapat monitoring waktu tunggu',
        happenedOn: '2026-03-03',
        happenedUntil: null,
        areas: ['6'],
      },
    ]),
  )
  await goalActivities.choose(chair, main, { shown: [activity], chosen: [activity] })
  return {
    chair: [
      paths.actionPlan(satkerId),
      `${paths.actionPlan(satkerId)}?tahun=semua&keadaan=terlambat&urut=-kemajuan`,
      paths.newGoal(satkerId),
      paths.goal(main),
      paths.editGoal(main),
      paths.goalActivities(main),
      paths.goalReasons(main),
      paths.ownActionPlan(satkerId),
      paths.actionPlanCopy(satkerId),
      paths.importActionPlan(satkerId),
      paths.actionPlanTimeline(satkerId),
      paths.actionPlanMatrix(satkerId),
      paths.entryQuestions(main),
    ],
    viewer: [paths.actionPlan(satkerId), paths.goal(done)],
  }
}
