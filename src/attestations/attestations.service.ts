import { createHash } from 'node:crypto'
import type { Actor } from '../access/actor'
import { partOf, requireMay, requireOpen, type AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { lookup } from '../engine/instrument/lookup'
import { Conflict, Invalid, NotFound } from '../refusals'
import type { Announcements } from '../messages/announcements.service'
import type { ScoringService } from '../worksheets/scoring.service'
import { isActing } from './acting'
import { AttestationsRepository } from './attestations.repository'
import { partStates, partTitle, TAKEN_BACK, type PartState } from './part-state'

/** The head's word on each part: that it is as it should be, or what the pokja must still do. */
export class AttestationsService {
  private readonly attestations: AttestationsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly scoring: ScoringService,
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {
    this.attestations = new AttestationsRepository(database)
  }

  /** Every part with what the head last said of it in the present round. One statement. */
  async stateOf(assessment: AssessmentContext): Promise<PartState[]> {
    return partStates(assessment, await this.attestations.ofRound(assessment.id, assessment.round))
  }

  /** By part, a stamp that changes with every answer, note, use, piece and file in it. One statement. */
  async stampsOf(assessment: AssessmentContext): Promise<ReadonlyMap<string, string>> {
    const lines = new Map<string, string[]>()
    for (const { question, versions } of await this.attestations.versions(assessment)) {
      const part = partOf(assessment, question)
      if (part !== undefined) lines.set(part, [...(lines.get(part) ?? []), versions])
    }
    const stamp = (part: string) => (lines.get(part) ?? []).sort().join('\n')
    return new Map(
      [...lookup(assessment.instrument).parts.keys()].map(part => [
        part,
        createHash('sha256').update(stamp(part)).digest('base64url').slice(0, 16),
      ]),
    )
  }

  /**
   * Attests a part as the head saw it: Conflict when it changed since the page with that stamp was shown, Invalid when
   * inputs in it contradict each other.
   */
  async attest(actor: Actor, assessment: AssessmentContext, part: string, stamp: string): Promise<void> {
    await this.say(actor, assessment, part, async (state, name) => {
      if (state?.state === 'attested') return
      const contradictory = await this.contradictoryIn(assessment, part)
      if (contradictory.length > 0)
        throw new Invalid(
          `${name} belum dapat disahkan. Angka bertentangan pada ${contradictory.join(', ')}.`,
        )
      if ((await this.stampsOf(assessment)).get(part) !== stamp)
        throw new Conflict(`${name} berubah sejak halaman ini dibuka. Periksa lagi, lalu sahkan.`, state)
      await this.replace(actor, assessment, part, state, { outcome: 'attested' })
    })
  }

  /** Sends a part back to its pokja; an attestation of it ends. */
  async sendBack(actor: Actor, assessment: AssessmentContext, part: string, remark: string): Promise<void> {
    await this.say(actor, assessment, part, async (state, title) => {
      await this.replace(actor, assessment, part, state, { outcome: 'returned', remark })
      await this.announcements.partReturned(actor, assessment, { id: part, title })
    })
  }

  /** Takes back what the head said of the part. */
  async takeBack(actor: Actor, assessment: AssessmentContext, part: string): Promise<void> {
    await this.say(actor, assessment, part, async state => {
      if (!state?.id) return
      await this.attestations.end(state.id, instant(this.clock), TAKEN_BACK)
      await this.record(actor, assessment, part, 'withdraw-attestation', state.id)
    })
  }

  /**
   * Ends the attestation of every part that one of the questions belongs to, with an event each: what the head
   * attested is no longer what stands there. Must be called inside the transaction of the change.
   */
  async partsChanged(
    actor: Actor,
    assessment: AssessmentContext,
    questions: readonly string[],
    because: string,
  ): Promise<void> {
    const parts = [...new Set(questions.flatMap(question => partOf(assessment, question) ?? []))]
    if (parts.length === 0) return
    for (const standing of await this.attestations.standing(assessment.id, assessment.round, parts)) {
      await this.attestations.end(standing.id, instant(this.clock), because)
      await this.audit.record(actor, {
        action: 'end-attestation',
        subjectType: 'attestation',
        subjectId: standing.id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        after: { part: standing.part, because },
      })
    }
  }

  /** Carries what the head attested into a new round, but for the parts that some questions go back to. */
  async carryOn(assessment: AssessmentContext, round: number, questions: readonly string[]): Promise<void> {
    const touched = new Set(questions.map(question => partOf(assessment, question)))
    await this.attestations.copy(assessment.id, assessment.round, round, part => !touched.has(part))
  }

  /** One act of the head on a part, against everybody else who writes the worksheet. */
  private async say(
    actor: Actor,
    assessment: AssessmentContext,
    part: string,
    work: (state: PartState | undefined, name: string) => Promise<void>,
  ): Promise<void> {
    const found = lookup(assessment.instrument).parts.get(part)
    if (!found) throw new NotFound('Bagian')
    requireMay(actor, 'attest', assessment)
    requireOpen(assessment, this.clock())
    await this.database.inTransaction(async () => {
      await this.assessments.assertStillOpen(assessment)
      const states = await this.stateOf(assessment)
      await work(
        states.find(state => state.part === part),
        partTitle(found),
      )
    })
  }

  private async replace(
    actor: Actor,
    assessment: AssessmentContext,
    part: string,
    state: PartState | undefined,
    said: { readonly outcome: 'attested' } | { readonly outcome: 'returned'; readonly remark: string },
  ): Promise<void> {
    const at = instant(this.clock)
    if (state?.id) await this.attestations.end(state.id, at, '')
    const id = newId()
    await this.attestations.insert({
      id,
      assessmentId: assessment.id,
      round: assessment.round,
      part,
      ...said,
      acting: isActing(actor, 'attest', assessment),
      createdBy: actor.userId ?? '',
      createdAt: at,
    })
    const act = said.outcome === 'attested' ? 'attest' : 'return-part'
    await this.record(actor, assessment, part, act, id, 'remark' in said ? { remark: said.remark } : {})
  }

  private record(
    actor: Actor,
    assessment: AssessmentContext,
    part: string,
    action: string,
    subjectId: string,
    after: object = {},
  ): Promise<void> {
    return this.audit.record(actor, {
      action,
      role: 'head',
      subjectType: 'attestation',
      subjectId,
      satkerId: assessment.satkerId,
      assessmentId: assessment.id,
      after: { part, ...after },
    })
  }

  private async contradictoryIn(assessment: AssessmentContext, part: string): Promise<string[]> {
    const { score } = await this.scoring.scoreOf(assessment)
    return score.contradictions
      .map(contradiction => contradiction.question)
      .filter(question => partOf(assessment, question) === part)
  }
}
