import type { Actor } from '../access/actor'
import { partOf, requireMay, requireOpen, type AssessmentContext } from '../assessments/assessment-context'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { Invalid, NotFound } from '../refusals'
import { AssignmentsRepository, type AnswererRow } from './assignments.repository'

export interface Answerer {
  readonly userId: string
  readonly name: string
}

/** Who looks after which question. */
export class AssignmentsService {
  private readonly assignments: AssignmentsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.assignments = new AssignmentsRepository(database)
  }

  /** The assignee of each assigned question. One statement. */
  async ofAssessment(assessment: AssessmentContext): Promise<ReadonlyMap<string, Answerer>> {
    const rows = await this.assignments.ofAssessment(assessment.id)
    return new Map(rows.map(({ question, userId, name }) => [question, { userId, name }]))
  }

  /** Who may be given questions of a part: its members, and the chair. One statement. */
  async answerersOf(assessment: AssessmentContext, part: string): Promise<Answerer[]> {
    const today = civilDate(this.clock(), assessment.timeZone)
    const rows = await this.assignments.answerers(assessment.satkerId, today)
    const names = new Map(rows.filter(row => covers(row, part)).map(row => [row.userId, row.name]))
    return [...names].map(([userId, name]) => ({ userId, name }))
  }

  /** Gives a question to one person, or to nobody (`null`). */
  async assign(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    userId: string | null,
  ): Promise<void> {
    const part = partOf(assessment, question)
    if (part === undefined) throw new NotFound('Pertanyaan')
    requireMay(actor, 'assign-question', assessment)
    requireOpen(assessment, this.clock())
    await this.database.inTransaction(async () => {
      const before = await this.assignments.ofQuestion(assessment.id, question)
      if ((before?.userId ?? null) === userId) return
      const person = (await this.answerersOf(assessment, part)).find(one => one.userId === userId)
      if (userId !== null && !person)
        throw new Invalid('Pilih anggota pokja bagian ini.', { user: 'Pilih anggota pokja bagian ini.' })
      if (person)
        await this.assignments.set({
          assessmentId: assessment.id,
          question,
          userId: person.userId,
          assignedAt: instant(this.clock),
        })
      else await this.assignments.clear(assessment.id, question)
      await this.audit.record(actor, {
        action: person ? 'assign-question' : 'unassign-question',
        subjectType: 'assignment',
        subjectId: `${assessment.id}/${question}`,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        question,
        before: before ? { assignee: before.name } : null,
        after: person ? { assignee: person.name } : null,
      })
    })
  }
}

const covers = (row: AnswererRow, part: string): boolean =>
  row.parts === null || row.parts.split(',').includes(part)
