import { civilDate } from '../clock'
import type { Database } from '../db/database'
import { daysUntil, reminderSpan, type Deadline } from '../messages/deadlines'
import { paths } from '../paths'
import { AgreementDeadlinesRepository, type DueRow } from './agreement-deadlines.repository'

const WORDS: Readonly<Record<DueRow['what'], readonly [name: string, todo: string]>> = {
  task: ['Tugas kerja sama', 'Tugas ini belum terlaksana.'],
  evaluation: ['Evaluasi kerja sama', 'Evaluasi ini belum dicatat.'],
  term: ['Akhir kerja sama', 'Masa berlakunya hampir habis.'],
}

/** What people are reminded of: tasks, evaluations and the end of the term, each before its day. */
export class AgreementDeadlines {
  private readonly rows: AgreementDeadlinesRepository

  constructor(database: Database) {
    this.rows = new AgreementDeadlinesRepository(database)
  }

  /** What is due within the next seven days. Two statements. */
  async of(now: Date): Promise<Deadline[]> {
    const { from, to } = reminderSpan(now)
    const rows = await this.rows.due(from, to)
    const due = rows.filter(({ dueOn, timeZone }) => daysUntil({ closesOn: dueOn, timeZone }, now) >= 0)
    const keepers = await this.rows.keepers(
      due.map(({ satkerId }) => satkerId),
      civilDate(now, 'Asia/Jakarta'),
    )
    return due.map(row =>
      deadlineOf(
        row,
        keepers.filter(({ satkerId }) => satkerId === row.satkerId).map(({ userId }) => userId),
      ),
    )
  }
}

function deadlineOf(row: DueRow, to: readonly string[]): Deadline {
  const [name, todo] = WORDS[row.what]
  return {
    kind: 'due',
    what: `kerja-sama-${row.what}:${row.id}`,
    closesOn: row.dueOn,
    timeZone: row.timeZone,
    to,
    assessment: null,
    name: `${name} ${row.satkerName}: ${row.title || row.agreementTitle}`,
    todo,
    href: paths.cooperation(row.agreementId),
  }
}
