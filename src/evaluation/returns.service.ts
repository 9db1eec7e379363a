import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { SubmissionsService } from '../attestations/submissions.service'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { lookup } from '../engine/instrument/lookup'
import { targetOf, type AssessmentStage } from '../engine/stages/stages'
import type { Announcements } from '../messages/announcements.service'
import { Closed, Invalid, Refused } from '../refusals'
import { normalNote } from '../worksheets/answer-content'
import { requireEvaluationOpen, sendBacksLeft, type Evaluation } from './evaluation-context'
import { EvaluationsRepository } from './evaluations.repository'
import type { EvaluationsService } from './evaluations.service'

/** A question that goes back, with what is to be repaired. */
export interface ReturnedDraft {
  readonly question: string
  readonly note: string
}

export const NOTE_LENGTH = 2_000

/** The ketua sends chosen questions back to the satker. */
export class ReturnsService {
  private readonly rows: EvaluationsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly evaluations: EvaluationsService,
    private readonly submissions: SubmissionsService,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {
    this.rows = new EvaluationsRepository(database)
  }

  /**
   * The questions that the member, or the ketua on the sheet begun since, asks proof for, each with the note written
   * there. Throws as `sendBack` does when it is not the actor's to send back.
   */
  async askedFor(actor: Actor, evaluation: Evaluation): Promise<ReturnedDraft[]> {
    this.requireLead(actor, evaluation)
    const { sheets, assessment, open } = evaluation
    const handedIn = sheets.find(sheet => sheet.seat === 'member' && sheet.round === assessment.round)
    const asked = new Map<string, string>()
    for (const row of [handedIn, open]) {
      if (!row) continue
      const { contents } = await this.evaluations.sheet(evaluation, row)
      for (const [code, { decision }] of contents.decisions) {
        if (decision === 'minta bukti') asked.set(code, contents.answers.get(code)?.note ?? '')
        else if (row === open && decision !== null) asked.delete(code)
      }
    }
    return [...lookup(assessment.instrument).questions.keys()].flatMap(question => {
      const note = asked.get(question)
      return note === undefined ? [] : [{ question, note }]
    })
  }

  private requireLead(actor: Actor, evaluation: Evaluation): AssessmentStage {
    const { assessment } = evaluation
    const seat = this.evaluations.requireTurn(actor, evaluation)
    const to = seat === 'lead' ? targetOf('send-back', 'team-lead', assessment.stage) : null
    if (to === null || to === 'previous')
      throw new Refused('Pengembalian dilakukan oleh ketua tim, setelah anggota menyerahkan lembarnya.')
    requireEvaluationOpen(assessment, this.clock())
    if (sendBacksLeft(evaluation) === 0)
      throw new Closed('Penilaian ini sudah dikembalikan sebanyak yang diizinkan siklus.')
    return to
  }

  /**
   * Sends chosen questions back, each with its note: the satker goes on in a new round with a copy of its own worksheet
   * and may change nothing else. What the ketua had begun to score is frozen as it stands. Invalid names each note that
   * is missing; Refused when the cycle allows no further return.
   */
  async sendBack(actor: Actor, loaded: AssessmentContext, drafts: readonly ReturnedDraft[]): Promise<void> {
    await this.database.inTransaction(async () => {
      const evaluation = await this.evaluations.held(actor, loaded)
      const { assessment, open } = evaluation
      const to = this.requireLead(actor, evaluation)
      const questions = checked(assessment, drafts)
      const round = assessment.round + 1
      const at = instant(this.clock)
      if (open)
        await this.evaluations.freeze(
          actor,
          evaluation,
          (await this.evaluations.sheet(evaluation, open)).contents,
        )
      await this.rows.insertReturned(
        questions.map(({ question, note }) => ({
          assessmentId: assessment.id,
          round,
          question,
          note,
          reply: '',
          repliedBy: null,
          repliedAt: null,
          createdBy: actor.userId ?? '',
          createdAt: at,
        })),
      )
      const codes = questions.map(({ question }) => question)
      await this.submissions.reopenFor(actor, assessment, { round, stage: to, questions: codes })
      await this.audit.record(actor, {
        action: 'send-back',
        subjectType: 'assessment',
        subjectId: assessment.id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        after: { stage: to, round, questions: codes },
      })
      await this.announcements.sentBack(actor, assessment, codes)
    })
  }
}

function checked(assessment: AssessmentContext, drafts: readonly ReturnedDraft[]): ReturnedDraft[] {
  const known = lookup(assessment.instrument).questions
  const errors: Record<string, string> = {}
  const chosen = drafts.filter(({ question }) => known.has(question))
  const questions = chosen.map(({ question, note: typed }) => {
    const note = normalNote(typed).trim()
    if (note === '') errors[`note:${question}`] = 'Tulis apa yang harus diperbaiki.'
    if (note.length > NOTE_LENGTH) errors[`note:${question}`] = 'Tulis paling banyak 2.000 karakter.'
    return { question, note }
  })
  if (questions.length === 0) errors['questions'] = 'Pilih paling sedikit satu pertanyaan.'
  if (Object.keys(errors).length > 0) throw new Invalid('Penilaian belum dikembalikan.', errors)
  return questions
}
