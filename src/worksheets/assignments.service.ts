import type { Actor } from '../access/actor'
import { partOf, requireMay, requireOpen, type AssessmentContext } from '../assessments/assessment-context'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { Invalid, NotFound } from '../refusals'
import { AssignmentsRepository } from './assignments.repository'

export interface Answerer {
  readonly userId: string
  readonly name: string
}

/** Who a question was given to. */
export interface Assignee extends Answerer {
  /** Answers this part no longer: the question is as good as unassigned. */
  readonly left: boolean
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
  async ofAssessment(assessment: AssessmentContext): Promise<ReadonlyMap<string, Assignee>> {
    const { id, satkerId } = assessment
    const assignees = new Map<string, Assignee>()
    for (const row of await this.assignments.ofAssessment(id, satkerId, this.today(assessment))) {
      const { question, userId, name, role, parts } = row
      const answers = role !== null && covers(parts, partOf(assessment, question) ?? '')
      if (answers || !assignees.has(question)) assignees.set(question, { userId, name, left: !answers })
    }
    return assignees
  }

  /** Who may be given questions of a part: its members, and the chair. One statement. */
  async answerersOf(assessment: AssessmentContext, part: string): Promise<Answerer[]> {
    const rows = await this.assignments.answerers(assessment.satkerId, this.today(assessment))
    const names = new Map(rows.filter(row => covers(row.parts, part)).map(row => [row.userId, row.name]))
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

  private today({ timeZone }: AssessmentContext): string {
    return civilDate(this.clock(), timeZone)
  }
}

const covers = (parts: string | null, part: string): boolean =>
  parts === null || parts.split(',').includes(part)
