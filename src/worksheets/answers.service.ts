import type { Actor } from '../access/actor'
import {
  lockedBecause,
  mayInPart,
  partOf,
  requireMay,
  requireOpen,
  type AssessmentContext,
} from '../assessments/assessment-context'
import type { AttestationsService } from '../attestations/attestations.service'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { Closed, Conflict, Invalid, NotFound, Refused } from '../refusals'
import {
  normalNote,
  readValue,
  sameValue,
  valueFacts,
  type StoredValue,
  type TypedValue,
} from './answer-content'
import type { Answer } from './answer.entity'
import { AnswersRepository, type StandingRow } from './answers.repository'
import { mergedValue } from './merge-inputs'
import { scoreFrom, withAnswer, type Facts, type ScoredFacts, type ScoringService } from './scoring.service'
import { fieldOf, unchanged, unchangedValue, valueOf } from './standing-answer'

/** A new content of one field of an answer, and the version of that field it was typed over. */
export type FieldChange =
  | {
      readonly field: 'value'
      readonly value: TypedValue
      readonly base: number
      /** The inputs that were typed over; without them two people's values never merge. */
      readonly was?: Readonly<Record<string, string>> | undefined
    }
  | { readonly field: 'note'; readonly note: string; readonly base: number }

/** What stands in the field when somebody else was faster. */
export type StandingField = { readonly by: string; readonly at: string; readonly version: number } & (
  { readonly field: 'value'; readonly value: StoredValue } | { readonly field: 'note'; readonly note: string }
)

export interface Saved {
  readonly field: 'value' | 'note'
  readonly version: number
  /** When it was saved; when the same stood there already, when that was saved. */
  readonly at: string
  /** The value that stands now; null when a note was saved. */
  readonly value: StoredValue | null
  /** Scores after it; null when a note was saved. */
  readonly scored: ScoredFacts | null
  /** The other field of the answer, as it stood meanwhile. */
  readonly beside: StandingField
}

export const NOTE_LENGTH = 10_000

export class AnswersService {
  private readonly answers: AnswersRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly scoring: ScoringService,
    private readonly attestations: AttestationsService,
    private readonly clock: Clock,
  ) {
    this.answers = new AnswersRepository(database)
  }

  /**
   * Saves one field of an answer with its scores, the end of the part's attestation and its event, all or nothing.
   * Throws Conflict<StandingField> when the field is not the one of `base` (changed since, or restored from a backup),
   * unless the same already stands there, or somebody else changed other inputs only.
   */
  async save(actor: Actor, assessment: AssessmentContext, code: string, change: FieldChange): Promise<Saved> {
    const question = this.open(actor, assessment, code)
    return change.field === 'value'
      ? this.saveValue(actor, assessment, question, change)
      : this.saveNote(actor, assessment, question, change.note, change.base)
  }

  /** Confirms an answer that was copied from last cycle, as it stands. */
  async confirmCarried(actor: Actor, assessment: AssessmentContext, code: string): Promise<Saved> {
    const question = this.open(actor, assessment, code)
    return this.database.inTransaction(async () => {
      const { standing, facts } = await this.standingWithFacts(assessment, code)
      if (!standing.carried) return unchangedValue(assessment, standing, facts)
      return this.keepValue(
        actor,
        assessment,
        question,
        standing,
        facts,
        valueOf(standing),
        'confirm-carried',
      )
    })
  }

  private async saveValue(
    actor: Actor,
    assessment: AssessmentContext,
    question: Question,
    { value: typed, base, was }: FieldChange & { field: 'value' },
  ): Promise<Saved> {
    const reading = readValue(question, typed)
    if (!reading.ok) throw new Invalid('Isian belum tersimpan.', reading.errors)
    return this.database.inTransaction(async () => {
      const { standing, facts } = await this.standingWithFacts(assessment, question.code)
      const old = valueOf(standing)
      const version = standing.valueVersion ?? 0
      const overtaken = base < version && !standing.carried
      const value =
        base === version || sameValue(old, reading.value)
          ? reading.value
          : overtaken && mergedValue(question, was, reading.value, old)
      if (!value) throw new Conflict('Jawaban ini diubah oleh dua orang.', fieldOf('value', standing))
      const same = sameValue(old, value)
      if (same && !standing.carried) return unchangedValue(assessment, standing, facts)
      const cleared = value.option === null && value.inputs === null
      const action = same ? 'confirm-carried' : cleared ? 'clear-answer' : 'save-value'
      return this.keepValue(actor, assessment, question, standing, facts, value, action)
    })
  }

  private async keepValue(
    actor: Actor,
    assessment: AssessmentContext,
    question: Question,
    standing: StandingRow,
    facts: Facts,
    value: StoredValue,
    action: string,
  ): Promise<Saved> {
    const at = instant(this.clock)
    const version = (standing.valueVersion ?? 0) + 1
    const scored = scoreFrom(assessment, withAnswer(facts, question.code, value))
    await Promise.all([
      this.answers.write({
        ...identity(standing, assessment, question),
        option: value.option,
        inputs: value.inputs,
        valueVersion: version,
        valueBy: actor.userId,
        valueAt: at,
        carried: false,
      }),
      this.scoring.store(assessment, scored.score, [question.code]),
      this.changed(actor, assessment, question, standing),
      this.audit.record(actor, {
        ...this.act(assessment, question, action),
        before: standing.carried ? null : valueFacts(question, valueOf(standing)),
        after: valueFacts(question, value),
      }),
    ])
    return { field: 'value', version, at, value, scored, beside: fieldOf('note', standing) }
  }

  private async saveNote(
    actor: Actor,
    assessment: AssessmentContext,
    question: Question,
    text: string,
    base: number,
  ): Promise<Saved> {
    const note = normalNote(text)
    if (note.length > NOTE_LENGTH)
      throw new Invalid('Isian belum tersimpan.', { note: 'Tulis paling banyak 10.000 karakter.' })
    return this.database.inTransaction(async () => {
      await this.database.lock('worksheets', assessment.worksheetId)
      const standing = await this.standing(assessment, question.code)
      const old = standing.note ?? ''
      if (note === old) return unchanged('note', standing)
      if (base !== (standing.noteVersion ?? 0))
        throw new Conflict('Catatan ini diubah oleh dua orang.', fieldOf('note', standing))
      const at = instant(this.clock)
      const version = (standing.noteVersion ?? 0) + 1
      await this.answers.write({
        ...identity(standing, assessment, question),
        note,
        noteVersion: version,
        noteBy: actor.userId,
        noteAt: at,
        carried: Boolean(standing.carried),
      })
      await this.changed(actor, assessment, question, standing)
      await this.audit.recordNote(actor, {
        ...this.act(assessment, question, 'save-note'),
        before: { note: old },
        after: { note },
      })
      return { field: 'note', version, at, value: null, scored: null, beside: fieldOf('value', standing) }
    })
  }

  private open(actor: Actor, assessment: AssessmentContext, code: string): Question {
    const place = lookup(assessment.instrument).questions.get(code)
    if (!place) throw new NotFound('Pertanyaan')
    requireMay(actor, 'answer', assessment)
    if (!mayInPart(actor, 'answer', assessment, partOf(assessment, code) ?? ''))
      throw new Refused('Bagian ini diisi oleh pokja lain. Mintalah ketua tim ZI bila Anda perlu mengisinya.')
    requireOpen(assessment, this.clock())
    const locked = lockedBecause(assessment, code)
    if (locked) throw new Closed(locked)
    return place.question
  }

  /** Under the lock of the worksheet. */
  private async standing(assessment: AssessmentContext, code: string): Promise<StandingRow> {
    return stillOpen(await this.answers.standing(assessment.worksheetId, code), assessment)
  }

  /** What stands, and the facts of the whole worksheet, read at once while no other writer can move them. */
  private async standingWithFacts(assessment: AssessmentContext, code: string) {
    await this.database.lock('worksheets', assessment.worksheetId)
    const { standing, facts } = await this.answers.standingWithFacts(assessment, code)
    return { standing: stillOpen(standing, assessment), facts }
  }

  /** Before anything is attested there is nothing to end. */
  private async changed(
    actor: Actor,
    assessment: AssessmentContext,
    question: Question,
    { attested }: StandingRow,
  ): Promise<void> {
    if (!attested) return
    await this.attestations.partsChanged(
      actor,
      assessment,
      [question.code],
      `Jawaban ${question.code} berubah.`,
    )
  }

  private act(assessment: AssessmentContext, question: Question, action: string) {
    return {
      action,
      subjectType: 'answer',
      subjectId: `${assessment.worksheetId}/${question.code}`,
      satkerId: assessment.satkerId,
      assessmentId: assessment.id,
      question: question.code,
    }
  }
}

/** The page was loaded before; the worksheet may have been submitted since. */
function stillOpen(standing: StandingRow | undefined, { stage }: AssessmentContext): StandingRow {
  if (!standing || standing.frozenAt !== null || standing.stage !== stage)
    throw new Closed('Penilaian ini sudah diajukan, sehingga isinya tidak dapat diubah.')
  return standing
}

const identity = (
  standing: StandingRow,
  assessment: AssessmentContext,
  question: Question,
): Pick<Answer, 'id' | 'worksheetId' | 'question'> => ({
  id: standing.id ?? newId(),
  worksheetId: assessment.worksheetId,
  question: question.code,
})
