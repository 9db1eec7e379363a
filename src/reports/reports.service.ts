import type { Readable } from 'node:stream'
import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import { documentNumber } from '../assessments/document-number'
import { responsibleByQuestion } from '../assessments/responsible'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { missingSteps } from '../engine/missing/missing-steps'
import type { Missing } from '../engine/scoring/score'
import { ObjectMissing, type Storage } from '../storage/storage'
import { openedPieces } from '../frozen/frozen-access'
import type { FrozenWorksheetsService } from '../frozen/frozen-worksheet.service'
import type { ScoredFacts, ScoringService } from '../worksheets/scoring.service'
import { gatherEvidence } from './gather-evidence'
import { gatherFrozenEvidence } from './gather-frozen-evidence'
import { gatherPrerequisites } from './gather-prerequisites'
import { gatherSignatories } from './gather-team'
import type { EvidenceFact, Logo, ReadinessFacts, SatkerFact } from './readiness-facts'
import { composeReadiness, type ReadinessReport } from './readiness-report'
import { ReportsRepository, type LetterheadRow } from './reports.repository'

/** A logo larger than this is left out: it would weigh on every page and every report. */
const LOGO_BYTES = 1024 * 1024
const LOGO_KINDS: Readonly<Record<string, Logo['kind']>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
}

export class ReportsService {
  private readonly reports: ReportsRepository

  constructor(
    database: Database,
    private readonly scoring: ScoringService,
    private readonly frozen: FrozenWorksheetsService,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {
    this.reports = new ReportsRepository(database)
  }

  /** The readiness report as the actor may see it, of the state now or, once submitted, as it was frozen. Seven statements. */
  async readiness(actor: Actor, assessment: AssessmentContext): Promise<ReadinessReport> {
    return composeReadiness(await this.gather(actor, assessment))
  }

  private async gather(actor: Actor, assessment: AssessmentContext): Promise<ReadinessFacts> {
    const now = instant(this.clock)
    const asOf = assessment.frozenAt ?? now
    const today = civilDate(new Date(asOf), assessment.timeZone)
    const [scored, letterhead, prerequisites, evidence, team] = await Promise.all([
      this.scoring.scoreOf(assessment),
      this.reports.letterhead(assessment.satkerId),
      this.reports.prerequisites(assessment.id),
      this.evidence(actor, assessment),
      this.reports.team(assessment, today),
    ])
    if (!letterhead) throw new Error(`Satker ${assessment.satkerId} vanished.`)
    const { instrument } = assessment
    return {
      satker: await this.satker(assessment, letterhead),
      year: assessment.year,
      targetPredicate: assessment.targetPredicate,
      round: assessment.round,
      edition: assessment.edition,
      submission: submissionOf(assessment),
      documentNumber: documentNumber(
        assessment.year,
        assessment.satkerCode,
        assessment,
        assessment.frozenAt === null,
      ),
      instrument,
      answers: scored.answers,
      score: scored.score,
      missing: missingOf(assessment, scored),
      prerequisites: gatherPrerequisites(instrument, prerequisites, today),
      evidence,
      ...gatherSignatories(team, letterhead.kind),
      responsible: responsibleByQuestion(instrument, [...team].sort(byName)),
      asOf,
      generatedAt: now,
    }
  }

  /** A frozen worksheet keeps the pieces it saw, as it saw them; who may open them is asked today. Two statements. */
  private async evidence(actor: Actor, assessment: AssessmentContext): Promise<EvidenceFact[]> {
    const document = await this.frozen.present(assessment)
    if (!document) {
      const [uses, files] = await Promise.all([
        this.reports.index(assessment, actor),
        this.reports.files(assessment),
      ])
      return gatherEvidence(assessment.instrument, uses, files)
    }
    const restricted = await this.frozen.restricted(assessment.satkerId)
    return gatherFrozenEvidence(document, openedPieces(assessment, actor, document, restricted))
  }

  private async satker(assessment: AssessmentContext, row: LetterheadRow): Promise<SatkerFact> {
    return {
      name: assessment.satkerName,
      letterhead: row.letterhead
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
      logo: await this.logo(row),
      zone: assessment.timeZone,
      city: row.city,
    }
  }

  private async logo({ logoSha256, logoType }: LetterheadRow): Promise<Logo | null> {
    const kind = LOGO_KINDS[logoType ?? '']
    if (!logoSha256 || !kind) return null
    try {
      const { stream, size } = await this.storage.open(logoSha256)
      if (size > LOGO_BYTES) {
        stream.destroy()
        return null
      }
      return { kind, base64: (await read(stream)).toString('base64') }
    } catch (error) {
      if (error instanceof ObjectMissing) return null
      throw error
    }
  }
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)

function submissionOf({ frozenAt, hash }: AssessmentContext): ReadinessFacts['submission'] {
  return frozenAt === null ? null : { at: frozenAt, sha256: hash ?? '' }
}

/** The target predicate first. */
function missingOf(assessment: AssessmentContext, { answers, uses }: ScoredFacts): Missing[] {
  const { instrument, areaGates, targetPredicate } = assessment
  const ids = instrument.predicates.map(predicate => predicate.id)
  return [targetPredicate, ...ids.filter(id => id !== targetPredicate)].map(predicate =>
    missingSteps(instrument, answers, uses, { areaGates, predicate, basis: 'substantiated' }),
  )
}

async function read(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
