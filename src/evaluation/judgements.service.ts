import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { undecidedBecause, type Decision } from '../engine/stages/decisions'
import { Conflict, Invalid, NotFound } from '../refusals'
import { sameValue as sameStored } from '../worksheets/answer-content'
import type { EditionsService } from '../worksheets/editions.service'
import type { ScoringService } from '../worksheets/scoring.service'
import {
  applySaying,
  decisionChange,
  storedValue,
  valueChange,
  versionsOf,
  type Change,
  type QuestionVersions,
  type Saying,
  type Speaker,
} from './apply-saying'
import { requireEvaluationOpen, sheetBefore, type Evaluation } from './evaluation-context'
import { EvaluationsRepository, type SheetRow } from './evaluations.repository'
import type { EvaluationsService, Sheet } from './evaluations.service'
import { neededWords } from './needed-words'
import type { ScoringDesk } from './scoring-desk'
import {
  agreeable,
  changedContents,
  decidedQuestion,
  movesScore,
  progressOf,
  sameAsBefore,
} from './sheet-contents'
import { writeChange } from './write-change'

export interface Said {
  readonly evaluation: Evaluation
  readonly sheet: Sheet
  readonly versions: QuestionVersions
  /** Fields that changed along with the one that was said. */
  readonly followed: readonly ('value' | 'decision')[]
  readonly at: string
}

/** What one form says of a question, all or nothing; absent: not touched. */
export interface Judgement {
  readonly value?: Extract<Saying, { field: 'value' }> | undefined
  readonly note?: Extract<Saying, { field: 'note' }> | undefined
  readonly decision?: Extract<Saying, { field: 'decision' }> | undefined
}

/** Scoring one question after the other: value, note, decision, what the evidence is worth, which flags hold. */
export class JudgementsService {
  private readonly rows: EvaluationsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly desk: ScoringDesk,
    private readonly evaluations: EvaluationsService,
    private readonly scoring: ScoringService,
    private readonly editions: EditionsService,
    private readonly clock: Clock,
  ) {
    this.rows = new EvaluationsRepository(database)
  }

  /**
   * Saves one saying with the score of the sheet and its event, all or nothing. Throws as `applySaying` does, and
   * Conflict once the sheet that it was said over (`shown`, when given) was handed in.
   */
  async say(
    actor: Actor,
    loaded: AssessmentContext,
    code: string,
    saying: Saying,
    shown?: string,
  ): Promise<Said> {
    const question = lookup(loaded.instrument).questions.get(code)?.question
    if (!question) throw new NotFound('Pertanyaan')
    return this.database.inTransaction(async () => {
      const { evaluation, open } = await this.writable(actor, loaded, shown)
      const sheet = await this.evaluations.sheet(evaluation, open)
      const speaker = this.speaker(actor)
      const asked = applySaying(sheet.contents, question, saying, speaker)
      const changes = await this.following(evaluation, open, sheet, question, asked, saying, speaker)
      const contents = changedContents(evaluation.assessment, sheet.contents, question.code, changes)
      await Promise.all([
        ...changes.map(change => writeChange(this.editions, this.rows, open.id, question.code, change)),
        this.events(actor, evaluation.assessment, open, code, changes),
        changes.some(change => movesScore(sheet.contents, code, change))
          ? this.scoring.store({ ...evaluation.assessment, worksheetId: open.id }, contents.score, [code])
          : null,
      ])
      const progress = progressOf(evaluation.assessment, contents, sheet.before)
      return {
        evaluation,
        sheet: { ...sheet, contents, progress },
        versions: versionsOf(contents, code),
        followed: changes
          .slice(asked.length)
          .flatMap(change =>
            change.answer ? ['value' as const] : change.decision ? ['decision' as const] : [],
          ),
        at: speaker.at,
      }
    })
  }

  /**
   * Saves what one form says of a question. Beside what `say` throws, Invalid when the question would be left with a
   * changed value without its reason, or with a decision that its value contradicts.
   */
  async judge(
    actor: Actor,
    loaded: AssessmentContext,
    code: string,
    { value, note, decision }: Judgement,
    shown: string,
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      const said = value && (await this.say(actor, loaded, code, value, shown))
      if (
        said &&
        decision?.decision === 'setuju' &&
        !sameAsBefore(said.sheet.contents, said.sheet.before, code)
      )
        throw new Invalid('Putusan belum tersimpan.', {
          decision:
            'Setuju berarti nilainya sama dengan kolom sebelumnya. Pilih Ubah nilai, atau kembalikan nilainya.',
        })
      if (note) await this.say(actor, loaded, code, note, shown)
      if (decision) {
        // The value took the decision along: that is no other window.
        const own = said?.followed.includes('decision') && said.versions.decision === decision.base + 1
        await this.say(actor, loaded, code, own ? { ...decision, base: decision.base + 1 } : decision, shown)
      }
      const { evaluation, open } = await this.writable(actor, loaded, shown)
      const sheet = await this.evaluations.sheet(evaluation, open)
      const decided = decidedQuestion(sheet.contents, sheet.before, code)
      const because = undecidedBecause(decided)
      if (because === 'note' || because === 'value')
        throw new Invalid('Putusan belum tersimpan.', {
          [because === 'note' ? 'note' : 'option']: neededWords(because, decided.same),
        })
    })
  }

  /** Agrees with every undecided question whose value is the one before, as one act with one event; how many. */
  async agreeWithRest(actor: Actor, loaded: AssessmentContext): Promise<number> {
    return this.database.inTransaction(async () => {
      const { evaluation, open } = await this.writable(actor, loaded)
      const { contents, before, progress } = await this.evaluations.sheet(evaluation, open)
      const rest = agreeable(contents, before, progress)
      if (rest.length === 0) return 0
      const { id, at } = this.speaker(actor)
      await this.rows.writeDecisions(
        rest.map(question => ({
          worksheetId: open.id,
          question,
          decision: 'setuju',
          version: (contents.decisions.get(question)?.version ?? 0) + 1,
          decidedBy: id,
          decidedAt: at,
        })),
      )
      await this.audit.record(actor, {
        ...eventOf(evaluation.assessment, open, 'agree-with-rest'),
        after: { questions: rest.length },
      })
      return rest.length
    })
  }

  private async writable(
    actor: Actor,
    loaded: AssessmentContext,
    shown?: string,
  ): Promise<{ readonly evaluation: Evaluation; readonly open: SheetRow }> {
    const evaluation = await this.desk.held(actor, loaded)
    const stale = evaluation.sheets.some(sheet => sheet.id === shown && sheet.frozenAt !== null)
    if (stale && this.desk.seatsOf(actor, evaluation).length > 0)
      throw new Conflict(
        'Lembar ini sudah diserahkan. Isian ini tidak disimpan di sana, tetapi tetap ada di sini.',
        null,
      )
    this.desk.requireTurn(actor, evaluation)
    const { open, assessment } = evaluation
    if (!open)
      throw new Conflict('Lembar ini sudah diserahkan atau belum dimulai. Tidak ada yang ditimpa.', null)
    requireEvaluationOpen(assessment, this.clock())
    return { evaluation, open }
  }

  /**
   * What a change brings along: to agree takes the value before; a value that leaves the column before is a change, and
   * one that comes back leaves the question undecided.
   */
  private async following(
    evaluation: Evaluation,
    open: SheetRow,
    { contents, before }: Sheet,
    question: Question,
    changes: readonly Change[],
    saying: Saying,
    speaker: Speaker,
  ): Promise<readonly Change[]> {
    if (changes.length === 0) return changes
    const { code } = question
    if (saying.field === 'decision' && saying.decision === 'setuju') {
      const from = sheetBefore(evaluation, open)
      const then = from && (await this.rows.valueOn(from.id, code))
      const standing = contents.answers.get(code)
      const value = storedValue(then ?? undefined)
      return sameStored(storedValue(standing), value)
        ? changes
        : [...changes, valueChange(question, standing, value, speaker)]
    }
    if (saying.field !== 'value') return changes
    const after = changedContents(evaluation.assessment, contents, code, changes)
    const same = sameAsBefore(after, before, code)
    const decision = contents.decisions.get(code)?.decision ?? null
    const next = followedDecision(decision, same)
    return next === decision ? changes : [...changes, decisionChange(contents, code, next, speaker)]
  }

  /** One event per change; typing a note goes on with the event that stands. */
  private async events(
    actor: Actor,
    assessment: AssessmentContext,
    open: SheetRow,
    question: string,
    changes: readonly Change[],
  ): Promise<void> {
    const [notes, others] = [
      changes.filter(({ event }) => event.action === 'score-note'),
      changes.filter(({ event }) => event.action !== 'score-note'),
    ]
    const acts = (list: readonly Change[]) =>
      list.map(({ event }) => ({ ...eventOf(assessment, open, event.action), ...event, question }))
    if (others.length > 0) await this.audit.recordAll(actor, acts(others))
    for (const act of acts(notes)) await this.audit.recordNote(actor, act)
  }

  private speaker(actor: Actor): Speaker {
    return { id: actor.userId ?? '', name: actor.name, at: instant(this.clock) }
  }
}

/** What a second scorer says is no part of the assessment's trail: it changes nothing there, and others score blind of it. */
const eventOf = (assessment: AssessmentContext, open: SheetRow, action: string) => ({
  action,
  subjectType: 'worksheet',
  subjectId: open.id,
  satkerId: assessment.satkerId,
  assessmentId: open.seat === 'second' ? null : assessment.id,
})

/** The decision that a new value brings: a changed value is `ubah`; one that came back must be decided anew. */
function followedDecision(decision: Decision | null, same: boolean): Decision | null {
  if (same) return decision === 'ubah' ? null : decision
  return decision === null || decision === 'setuju' ? 'ubah' : decision
}
