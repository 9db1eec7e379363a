import type { Actor } from '../access/actor'
import { lockedQuestions, type AssessmentContext } from '../assessments/assessment-context'
import { documentNumber } from '../assessments/document-number'
import { responsibleByQuestion } from '../assessments/responsible'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { missingSteps } from '../engine/missing/missing-steps'
import type { Missing } from '../engine/scoring/score'
import type { Storage } from '../storage/storage'
import type { FindingsService } from '../findings/findings.service'
import { openedPieces } from '../frozen/frozen-access'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { FrozenWorksheetsService } from '../frozen/frozen-worksheet.service'
import type { ScoredFacts, ScoringService } from '../worksheets/scoring.service'
import { gatherEvidence } from './gather-evidence'
import { gatherFrozenEvidence } from './gather-frozen-evidence'
import { gatherPrerequisites } from './gather-prerequisites'
import { frozenSignatories, gatherSignatories } from './gather-team'
import { frozenLetterhead, presentLetterhead, readLogo, type Letterhead } from './letterhead'
import type { EvidenceFact, ReadinessFacts } from './readiness-facts'
import { composeReadiness, type ReadinessReport } from './readiness-report'
import { ReportsRepository } from './reports.repository'

export class ReportsService {
  private readonly reports: ReportsRepository

  constructor(
    database: Database,
    private readonly scoring: ScoringService,
    private readonly frozen: FrozenWorksheetsService,
    private readonly storage: Storage,
    private readonly findings: FindingsService,
    private readonly clock: Clock,
  ) {
    this.reports = new ReportsRepository(database)
  }

  /** The readiness report as the actor may see it, of the state now or, once submitted, as it was frozen. */
  async readiness(actor: Actor, assessment: AssessmentContext): Promise<ReadinessReport> {
    const document = await this.frozen.present(assessment)
    const seen = document ? asHandedIn(assessment, document) : assessment
    return composeReadiness(await this.gather(actor, seen, document))
  }

  private async gather(
    actor: Actor,
    assessment: AssessmentContext,
    document: FrozenDocument | null,
  ): Promise<ReadinessFacts> {
    const now = instant(this.clock)
    const asOf = assessment.frozenAt ?? now
    const today = civilDate(new Date(asOf), assessment.timeZone)
    const [scored, letterhead, prerequisites, evidence, team, findings] = await Promise.all([
      this.scoring.scoreOf(assessment),
      this.letterhead(assessment, document),
      this.reports.prerequisites(assessment.id),
      this.evidence(actor, assessment, document),
      this.reports.team(assessment, today),
      this.findings.seenBy(actor, assessment),
    ])
    const { instrument } = assessment
    const { code, kind, city, lines } = letterhead
    const inOffice = document?.signatories
    return {
      satker: {
        name: assessment.satkerName,
        letterhead: lines,
        logo: await readLogo(this.storage, letterhead),
        zone: assessment.timeZone,
        city,
      },
      year: assessment.year,
      targetPredicate: assessment.targetPredicate,
      round: assessment.round,
      edition: assessment.edition,
      submission: submissionOf(assessment),
      documentNumber: documentNumber(assessment.year, code, assessment, assessment.frozenAt === null),
      instrument,
      answers: scored.answers,
      score: scored.score,
      missing: missingOf(assessment, scored),
      findings,
      prerequisites: gatherPrerequisites(instrument, prerequisites, today),
      evidence,
      ...(inOffice ? frozenSignatories(inOffice, kind) : gatherSignatories(team, kind)),
      responsible: responsibleByQuestion(instrument, [...team].sort(byName)),
      asOf,
      generatedAt: now,
    }
  }

  private async letterhead(
    { satkerId }: AssessmentContext,
    document: FrozenDocument | null,
  ): Promise<Letterhead> {
    const kept = document && frozenLetterhead(document)
    if (kept) return kept
    const row = await this.reports.letterhead(satkerId)
    if (!row) throw new Error(`Satker ${satkerId} vanished.`)
    return presentLetterhead(row)
  }

  /** A frozen worksheet keeps the pieces it saw, as it saw them; who may open them is asked today. */
  private async evidence(
    actor: Actor,
    assessment: AssessmentContext,
    document: FrozenDocument | null,
  ): Promise<EvidenceFact[]> {
    if (!document) {
      const [uses, files] = await Promise.all([
        this.reports.index(assessment, actor),
        this.reports.files(assessment),
      ])
      return gatherEvidence(assessment.instrument, uses, files)
    }
    const { restricted } = await this.frozen.piecesSince(assessment)
    return gatherFrozenEvidence(document, openedPieces(assessment, actor, document, restricted))
  }
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)

/** What may be called or set otherwise by now, as it was at the hand-in. */
const asHandedIn = (
  assessment: AssessmentContext,
  { satker, assessment: { targetPredicate, areaGates } }: FrozenDocument,
): AssessmentContext => ({
  ...assessment,
  satkerName: satker.name,
  timeZone: satker.timeZone,
  targetPredicate,
  areaGates,
})

function submissionOf({ frozenAt, hash }: AssessmentContext): ReadinessFacts['submission'] {
  return frozenAt === null ? null : { at: frozenAt, sha256: hash ?? '' }
}

/** The target predicate first. */
function missingOf(assessment: AssessmentContext, { answers, uses }: ScoredFacts): Missing[] {
  const { instrument, areaGates, targetPredicate } = assessment
  const ids = instrument.predicates.map(predicate => predicate.id)
  return [targetPredicate, ...ids.filter(id => id !== targetPredicate)].map(predicate =>
    missingSteps(instrument, answers, uses, {
      areaGates,
      predicate,
      basis: 'substantiated',
      locked: lockedQuestions(assessment),
    }),
  )
}
