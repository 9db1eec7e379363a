import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { paths } from '../paths'
import type { RegisterSource } from '../registers/register-source'
import { formatDate, formatDateRange } from '../web/format/date'
import { formatCount } from '../web/format/number'
import type { GoalLinksService } from './goal-links.service'
import { STATE_ADDRESS } from './plan-list'
import { indicatorWords, percentWords, progressWords, SERVES_WORDS, stateStatus } from './plan-words'
import { asksOfPlans, planSuggestions } from './plan-suggestions'
import { PlanRepository } from './plan.repository'
import type { PlanService } from './plan.service'
import type { RegisterUnits } from '../registers/register-unit'

/** What the action plan gives to the pages that all registers share. */
export function planSource(
  database: Database,
  { plan, goalActivities }: { readonly plan: PlanService; readonly goalActivities: GoalLinksService },
  units: RegisterUnits,
  clock: Clock,
): RegisterSource {
  const rows = new PlanRepository(database)
  return {
    summary: async ({ satkerId }, today) => {
      const year = Number(today.slice(0, 4))
      const counts = await rows.yearCounts({ satkerId, today }, year)
      const [goals, done, late, soon] = (['goals', 'done', 'late', 'soon'] as const).map(name =>
        Number(counts?.[name] ?? 0),
      ) as [number, number, number, number]
      const alert = (count: number, words: string, state: 'late' | 'due-soon', tone: 'bad' | 'warn') =>
        count === 0
          ? []
          : [
              {
                text: `${formatCount(count)} ${words}`,
                href: `${paths.actionPlan(satkerId)}?tahun=${year}&keadaan=${STATE_ADDRESS[state]}`,
                tone,
              },
            ]
      return {
        count:
          goals === 0
            ? `Belum ada rencana ${year}`
            : `${formatCount(goals)} sasaran ${year}, ${formatCount(done)} selesai`,
        alerts: [
          ...alert(late, 'sasaran terlambat', 'late', 'bad'),
          ...alert(soon, 'sasaran segera jatuh tempo', 'due-soon', 'warn'),
        ],
      }
    },
    document: async (actor, id) => {
      const goal = await plan.get(actor, id)
      const [reports, carriers] = await Promise.all([plan.reports([id]), goalActivities.of(id)])
      return {
        stages: reports.length > 0 ? ['planning', 'monitoring'] : ['planning'],
        facts: [
          { label: 'Sasaran', value: goal.title },
          { label: 'Tahun rencana', value: String(goal.year) },
          {
            label: 'Mendukung',
            value: goal.serves === 'none' ? '' : `${SERVES_WORDS[goal.serves]}: ${goal.served}`,
          },
          { label: 'Waktu', value: formatDateRange(goal.startsOn, goal.dueOn) },
          { label: 'Indikator', value: indicatorWords(goal) },
          { label: 'Kemajuan', value: progressWords(goal) },
          { label: 'Keadaan', value: stateStatus(goal, units.today(goal)).text },
        ].filter(({ value }) => value !== ''),
        tables: [
          {
            title: 'Kemajuan',
            header: ['Tanggal', 'Kemajuan', 'Kendala', 'Catatan'],
            rows: reports.map(report => [
              formatDate(report.reportedOn),
              percentWords(report.percent),
              report.obstacle,
              report.note,
            ]),
          },
          {
            title: 'Kegiatan yang melaksanakan',
            header: ['Tanggal', 'Kegiatan'],
            rows: carriers.map(one => [one.happenedOn ? formatDate(one.happenedOn) : '', one.title]),
          },
        ].filter(({ rows: of }) => of.length > 0),
      }
    },
    suggestions: {
      asks: asksOfPlans,
      of: async (satkerId, year, instrument) =>
        planSuggestions(await rows.all(satkerId), {
          satkerId,
          year,
          today: civilDate(clock(), 'Asia/Jakarta'),
          instrument,
        }),
    },
  }
}
