import { civilDate } from '../clock'
import type { Database } from '../db/database'
import { daysUntil, reminderSpan, type Deadline } from '../messages/deadlines'
import { formatCount } from '../web/format/number'
import { findingHref, findingsHref } from './finding-words'
import { shortRecommendation } from './level-words'
import { RecommendationsRepository, type DueRecommendation } from './recommendations.repository'

/** Recommendations that are due soon, for the head and the chair who promised them. One statement. */
export class RecommendationDeadlines {
  private readonly rows: RecommendationsRepository

  constructor(database: Database) {
    this.rows = new RecommendationsRepository(database)
  }

  /** One deadline per assessment and day, however many recommendations are due on it. */
  async of(now: Date): Promise<Deadline[]> {
    const { from, to } = reminderSpan(now)
    const due = await this.rows.due(from, to, civilDate(now, 'Asia/Jakarta'))
    const groups = new Map<string, DueRecommendation[]>()
    for (const row of due) {
      if (daysUntil({ closesOn: row.dueOn, timeZone: row.timeZone }, now) < 0) continue
      const key = `${row.assessmentId} ${row.dueOn}`
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    return [...groups.values()].map(deadlineOf)
  }
}

function deadlineOf(rows: readonly DueRecommendation[]): Deadline {
  const [first] = rows as [DueRecommendation, ...DueRecommendation[]]
  const numbers = [...new Set(rows.map(({ number }) => number))].sort((one, other) => one - other)
  const alone = numbers.length === 1
  const names = numbers.map(number => `${number} ${shortRecommendation(number)}`)
  return {
    kind: 'due',
    what: `rekomendasi:${first.assessmentId}`,
    closesOn: first.dueOn,
    timeZone: first.timeZone,
    to: [...new Set(rows.map(({ userId }) => userId))],
    assessment: first.assessmentId,
    name: `${alone ? 'Rekomendasi' : `${formatCount(numbers.length)} rekomendasi`} ${first.satkerName}`,
    todo: `Belum selesai: ${names.join(', ')}.`,
    href: alone
      ? findingHref(first.assessmentId, { rule: `recommendation-${numbers[0]}`, about: '' }, false)
      : `${findingsHref(first.assessmentId, false)}#rekomendasi`,
  }
}
