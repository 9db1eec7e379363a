import type { Actor } from '../access/actor'
import {
  mayInPart,
  partOf,
  requireMay,
  requireOpen,
  type AssessmentContext,
} from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { lookup } from '../engine/instrument/lookup'
import type { Announcements } from '../messages/announcements.service'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import { normalNote } from '../worksheets/answer-content'
import { RepairsRepository, type RepairRow } from './repairs.repository'

/** A question that came back, with what the evaluators ask and what the satker made of it. */
export interface Repair extends Omit<RepairRow, 'changed'> {
  /** Its answer, note or evidence changed since it came back. */
  readonly changed: boolean
}

const REPLY_LENGTH = 2_000

/** What came back to the satker, and its answer to each note. */
export class RepairsService {
  private readonly repairs: RepairsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {
    this.repairs = new RepairsRepository(database)
  }

  /** What came back for the present round, in the order of the instrument; nothing in the first. One statement at most. */
  async of(assessment: AssessmentContext): Promise<Repair[]> {
    const { id, round, worksheetId, instrument } = assessment
    if (round === 1) return []
    const rows = new Map((await this.repairs.ofRound(id, round, worksheetId)).map(row => [row.question, row]))
    return [...lookup(instrument).questions.keys()].flatMap(code => {
      const row = rows.get(code)
      return row ? [{ ...row, changed: Boolean(row.changed) }] : []
    })
  }

  /** Answers the note of one question. Conflict when another reply stands by now, Invalid on a reply without words. */
  async reply(
    actor: Actor,
    assessment: AssessmentContext,
    question: string,
    { reply: typed, over }: { readonly reply: string; readonly over: string },
  ): Promise<void> {
    requireMay(actor, 'answer', assessment)
    if (!mayInPart(actor, 'answer', assessment, partOf(assessment, question) ?? ''))
      throw new Refused('Tanggapan bagian ini ditulis oleh pokjanya atau ketua tim ZI.')
    requireOpen(assessment, this.clock())
    const reply = normalNote(typed).trim()
    if (reply === '') throw new Invalid('Tanggapan belum tersimpan.', { reply: 'Tulis tanggapannya.' })
    if (reply.length > REPLY_LENGTH)
      throw new Invalid('Tanggapan belum tersimpan.', { reply: 'Tulis paling banyak 2.000 karakter.' })
    await this.database.inTransaction(async () => {
      await this.assessments.assertStillOpen(assessment)
      const standing = (await this.of(assessment)).find(row => row.question === question)
      if (!standing) throw new NotFound('Pertanyaan yang dikembalikan')
      if (standing.reply === reply) return
      if (normalNote(over).trim() !== standing.reply)
        throw new Conflict('Tanggapan ini diubah orang lain sejak halaman dibuka.', standing)
      const { id: assessmentId, round } = assessment
      await this.repairs.reply(
        { assessmentId, round, question },
        { reply, repliedBy: actor.userId, repliedAt: instant(this.clock) },
      )
      await this.audit.record(actor, {
        action: 'reply-return',
        subjectType: 'assessment',
        subjectId: assessmentId,
        satkerId: assessment.satkerId,
        assessmentId,
        question,
        before: { reply: standing.reply },
        after: { reply },
      })
      await this.announcements.repairReplied(actor, assessment)
    })
  }
}

/** Notes that nobody answered, in words or by a change. */
export const unanswered = (repairs: readonly Repair[]): readonly Repair[] =>
  repairs.filter(repair => repair.reply === '' && !repair.changed)
