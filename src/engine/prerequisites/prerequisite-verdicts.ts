import type { Prerequisite } from '../instrument/instrument'

/** `unknown`: nobody filled it, or the value is none that the prerequisite knows. */
export type PrerequisiteVerdict = 'passes' | 'fails' | 'unknown'

/**
 * How a prerequisite stands for each predicate it concerns. The value is `Ya` or `Tidak`, a SAKIP grade, or a civil date
 * (`2025-03-03`); months are counted up to the civil date `on`, which the caller chooses.
 */
export function prerequisiteVerdicts(
  prerequisite: Prerequisite,
  value: string | null,
  on: string,
): ReadonlyMap<string, PrerequisiteVerdict> {
  return new Map(
    prerequisite.predicates.map(predicate => [predicate, verdictOf(prerequisite, predicate, value, on)]),
  )
}

function verdictOf(
  prerequisite: Prerequisite,
  predicate: string,
  value: string | null,
  on: string,
): PrerequisiteVerdict {
  if (value === null) return 'unknown'
  if (prerequisite.kind === 'sakip') return gradeVerdict(prerequisite, predicate, value)
  if (prerequisite.kind === 'since') return sinceVerdict(value, prerequisite.months ?? 0, on)
  if (value !== 'Ya' && value !== 'Tidak') return 'unknown'
  return value === 'Ya' ? 'passes' : 'fails'
}

/** Grades stand from the best to the worst. */
function gradeVerdict(
  { options = [], min = {} }: Prerequisite,
  predicate: string,
  grade: string,
): PrerequisiteVerdict {
  const reached = options.indexOf(grade)
  const lowest = options.indexOf(min[predicate] ?? '')
  if (reached < 0 || lowest < 0) return 'unknown'
  return reached <= lowest ? 'passes' : 'fails'
}

function sinceVerdict(since: string, months: number, on: string): PrerequisiteVerdict {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(since)
  if (!date) return 'unknown'
  return monthsLater(Number(date[1]), Number(date[2]), Number(date[3]), months) <= on ? 'passes' : 'fails'
}

/** The same day so many months later, or the last day of that month: 29 February and a year is 28 February. */
function monthsLater(year: number, month: number, day: number, months: number): string {
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  const toDay = Math.min(day, new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate())
  return [
    String(toYear).padStart(4, '0'),
    String(toMonth).padStart(2, '0'),
    String(toDay).padStart(2, '0'),
  ].join('-')
}
