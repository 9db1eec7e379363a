import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import type { NoteFilter } from './note-filter'
import { NoteListsRepository, type NoteCounts, type NoteScopeOfList } from './note-lists.repository'
import type { NoteRow } from './notes.repository'

export type { NoteCounts }

/** One page of notes. */
export interface NoteList {
  readonly rows: readonly NoteRow[]
  /** How many match the filter. */
  readonly total: number
  readonly counts: NoteCounts
}

/** Notes in lists, and how many there are. */
export class NoteListsService {
  private readonly lists: NoteListsRepository

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.lists = new NoteListsRepository(database)
  }

  /** The notes of an assessment with those carried into it. Three statements. */
  ofAssessment(assessment: AssessmentContext, filter: NoteFilter): Promise<NoteList> {
    return this.page(scopeOf(assessment), filter)
  }

  /** Every note that the actor sees, with the areas they are about. Four statements. */
  async seenBy(actor: Actor, filter: NoteFilter): Promise<NoteList & { readonly areas: readonly string[] }> {
    const scope: NoteScopeOfList = { of: 'actor', actor }
    const [list, areas] = await Promise.all([this.page(scope, filter), this.lists.areas(scope)])
    return { ...list, areas }
  }

  /** How many notes concern an assessment. One statement. */
  countsOf(assessment: AssessmentContext): Promise<NoteCounts> {
    return this.lists.counts(scopeOf(assessment), this.clock())
  }

  /** How many notes there are on one question. One statement. */
  onQuestion(
    assessment: AssessmentContext,
    question: string,
  ): Promise<{ readonly open: number; readonly all: number }> {
    return this.lists.onQuestion(scopeOf(assessment), question)
  }

  private async page(scope: NoteScopeOfList, filter: NoteFilter): Promise<NoteList> {
    const now = this.clock()
    const [rows, total, counts] = await Promise.all([
      this.lists.rows(scope, filter, now),
      this.lists.total(scope, filter, now),
      this.lists.counts(scope, now),
    ])
    return { rows, total, counts }
  }
}

const scopeOf = ({ id, satkerId, year }: AssessmentContext): NoteScopeOfList => ({
  of: 'assessment',
  assessmentId: id,
  satkerId,
  year,
})
