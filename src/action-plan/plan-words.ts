import type { PartNames } from '../accounts/part-names'
import { goalState, shouldHaveBegun, type GoalState, type GoalTimes } from '../engine/action-plan/goal-state'
import type { ProgressFault } from '../engine/action-plan/progress'
import type { Status } from '../web/components/status'
import { formatDate, formatShortDate } from '../web/format/date'
import { formatDecimal } from '../web/format/number'
import type { GoalDraft, GoalRow, SeenGoal, Serves } from './goal-facts'

export const SERVES_WORDS: Readonly<Record<Serves, string>> = {
  reform: 'Sasaran reformasi birokrasi',
  outcome: 'Hasil bagi publik',
  none: 'Tidak ada',
}

export const STATE_WORDS: Readonly<Record<GoalState, Status>> = {
  'not-started': { tone: 'mut', icon: 'ring', text: 'Belum mulai' },
  running: { tone: 'info', icon: 'half', text: 'Berjalan' },
  'due-soon': { tone: 'warn', icon: 'clock', text: 'Segera jatuh tempo' },
  late: { tone: 'bad', icon: 'cross', text: 'Terlambat' },
  done: { tone: 'ok', icon: 'dot', text: 'Selesai' },
  'done-late': { tone: 'ok', icon: 'dot', text: 'Selesai terlambat' },
}

export const stateStatus = (goal: GoalTimes, today: string): Status => STATE_WORDS[goalState(goal, today)]

/** Why a report is refused, by the field to correct. */
export function reportFault(
  fault: ProgressFault,
  { startsOn }: Pick<GoalRow, 'startsOn'>,
): Partial<Record<'reportedOn' | 'percent' | 'note', string>> {
  switch (fault) {
    case 'future':
      return { reportedOn: 'Tanggal ini belum tiba.' }
    case 'taken':
      return { reportedOn: 'Kemajuan tanggal ini sudah dilaporkan. Hapus laporannya bila keliru.' }
    case 'before-start':
      return { reportedOn: `Mendahului tanggal mulai ${formatDate(startsOn)}. Tulis sebabnya di catatan.` }
    case 'less-than-before':
      return { percent: 'Lebih rendah daripada laporan sebelumnya. Tulis sebabnya di catatan.' }
    case 'more-than-after':
      return { percent: 'Lebih tinggi daripada laporan sesudahnya. Tulis sebabnya di catatan.' }
  }
}

/** Why the first day of a goal cannot move behind a report. */
export const movedStartFault = (reportedOn: string): { readonly startsOn: string } => ({
  startsOn: `Ada kemajuan tanpa catatan per ${formatDate(reportedOn)}, sebelum tanggal ini.`,
})

/** `40 → 12 menit`; empty without a target. */
export function measureWords({
  baseline,
  target,
  unit,
}: Pick<GoalDraft, 'baseline' | 'target' | 'unit'>): string {
  if (target === null) return ''
  const numbers = baseline === null ? [target] : [baseline, target]
  const measured = numbers.map(formatDecimal).join(' → ')
  return unit === '%' ? `${measured}%` : [measured, unit].filter(Boolean).join(' ')
}

/** `Lama antrean: 40 → 12 menit` */
export const indicatorWords = (
  goal: Pick<GoalDraft, 'indicator' | 'baseline' | 'target' | 'unit'>,
): string => (goal.indicator === '' ? '' : `${goal.indicator}: ${measureWords(goal)}`)

export const percentWords = (percent: number): string => `${formatDecimal(String(percent))}%`

/** `60% per 3 Mar 2026` */
export const progressWords = ({ percent, reportedOn }: Pick<GoalRow, 'percent' | 'reportedOn'>): string =>
  reportedOn === null ? 'Belum dilaporkan' : `${percentWords(percent)} per ${formatShortDate(reportedOn)}`

/** What a goal says of itself in one line, so that it can stand as a claim. */
export function claimOf(
  goal: Pick<GoalDraft, 'title' | 'indicator' | 'baseline' | 'target' | 'unit'> &
    Pick<GoalRow, 'percent' | 'reportedOn'>,
): string {
  const about = indicatorWords(goal) || goal.title
  return goal.reportedOn === null
    ? about
    : `${about}; kemajuan ${percentWords(goal.percent)} per ${formatDate(goal.reportedOn)}`
}

/** The name of an area; what an older worksheet called by another id stands as it is. */
export const areaName = (id: string, parts: PartNames): string => parts.get(id) ?? id

/** Areas where there is little room: `Area 1, 5`. */
export function areasShort(ids: readonly string[], parts: PartNames): string {
  const numbered = ids.filter(id => parts.has(id) && /^\d+$/.test(id))
  const others = ids.filter(id => !numbered.includes(id)).map(id => areaName(id, parts))
  return [...(numbered.length > 0 ? [`Area ${numbered.join(', ')}`] : []), ...others].join(', ')
}

/** `seharusnya mulai 5 Jan 2026`; empty where it was begun, or need not be yet. */
export const delayWords = (goal: GoalTimes, today: string): string =>
  goalState(goal, today) !== 'late' && shouldHaveBegun(goal, today)
    ? `seharusnya mulai ${formatShortDate(goal.startsOn)}`
    : ''

export interface PlanSection {
  readonly year: number
  /** Id of a part; empty for goals without an area. */
  readonly area: string
  readonly goals: readonly SeenGoal[]
}

/** Goals by year, the newest first, and within it by area in the order of the worksheet; in each of its areas a goal stands once more. */
export function sectionsOf(goals: readonly SeenGoal[], parts: PartNames, area = ''): PlanSection[] {
  const years = [...new Set(goals.map(goal => goal.year))].sort((one, other) => other - one)
  const known = [...new Set([...parts.keys(), ...goals.flatMap(goal => goal.areas), ''])]
  const areas = area === '' ? known : known.filter(id => id === area)
  return years
    .flatMap(year =>
      areas.map(id => ({
        year,
        area: id,
        goals: goals.filter(
          goal => goal.year === year && (id === '' ? goal.areas.length === 0 : goal.areas.includes(id)),
        ),
      })),
    )
    .filter(section => section.goals.length > 0)
}
