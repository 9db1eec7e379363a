export interface Progress {
  readonly reportedOn: string
  /** A whole number, 0–100. */
  readonly percent: number
}

/** Where a goal stands by all its reports. */
export interface Standing {
  readonly percent: number
  /** The day of the latest report; null without one. */
  readonly reportedOn: string | null
  /** The first day from which on the whole was reported; null while something is left. */
  readonly doneOn: string | null
}

export const WHOLE = 100

/** The latest report counts; what was whole once and then less is done when it is whole again. */
export function standingOf(reports: readonly Progress[]): Standing {
  const ordered = [...reports].sort(byDay)
  const latest = ordered.at(-1)
  if (!latest) return { percent: 0, reportedOn: null, doneOn: null }
  const open = ordered.findLastIndex(report => report.percent < WHOLE)
  return {
    percent: latest.percent,
    reportedOn: latest.reportedOn,
    doneOn: ordered[open + 1]?.reportedOn ?? null,
  }
}

export type ProgressFault =
  /** The day has not come. */
  | 'future'
  /** That day is reported already. */
  | 'taken'
  /** Before the first day of the goal, and no note says why. */
  | 'before-start'
  /** Less than an earlier report, and no note says why. */
  | 'less-than-before'
  /** More than a later report, and no note says why. */
  | 'more-than-after'

/** Why a report cannot stand among the others as it is; null when it can. */
export function progressFault(
  { reportedOn, percent, note }: Progress & { readonly note: string },
  { startsOn, today, others }: { startsOn: string; today: string; others: readonly Progress[] },
): ProgressFault | null {
  if (reportedOn > today) return 'future'
  if (others.some(other => other.reportedOn === reportedOn)) return 'taken'
  if (note !== '') return null
  if (reportedOn < startsOn) return 'before-start'
  const ordered = [...others].sort(byDay)
  const before = ordered.findLast(other => other.reportedOn < reportedOn)
  if (before && percent < before.percent) return 'less-than-before'
  const after = ordered.find(other => other.reportedOn > reportedOn)
  return after && percent > after.percent ? 'more-than-after' : null
}

/** The first day that was reported before the first day of the goal without a note that says why; null for none. */
export const unexplainedBefore = (
  startsOn: string,
  reports: readonly (Progress & { readonly note: string })[],
): string | null =>
  reports
    .filter(({ reportedOn, note }) => note === '' && reportedOn < startsOn)
    .sort(byDay)
    .at(0)?.reportedOn ?? null

const byDay = (one: Progress, other: Progress): number => (one.reportedOn < other.reportedOn ? -1 : 1)
