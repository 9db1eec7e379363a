import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate } from '../clock'
import type { Database } from '../db/database'
import { NotFound } from '../refusals'
import { canonicalJson, sha256Of } from './canonical-json'
import { composeFrozenDocument, type HandIn } from './compose-frozen-document'
import type { FrozenDocument } from './frozen-document'
import { FrozenWorksheetRepository, type EditionRow, type PiecesSince } from './frozen-worksheet.repository'
import { readFrozenDocument } from './read-frozen-document'
import type { EditionsService } from '../worksheets/editions.service'
import type { ScoringService } from '../worksheets/scoring.service'

export type { PiecesSince }

/** A worksheet as it was handed in, and whether its text is still the one that was hashed. */
export interface FrozenReading {
  readonly document: FrozenDocument
  readonly hash: string
  readonly frozenAt: string
  readonly intact: boolean
  /** Pieces that are `terbatas` by now, though they may not have been then. */
  readonly restrictedSince: ReadonlySet<string>
  /** Everything the satker handed in, the newest first. */
  readonly editions: readonly EditionRow[]
}

/** Worksheets that were handed in: they are written once and only ever read again. */
export class FrozenWorksheetsService {
  private readonly frozen: FrozenWorksheetRepository

  constructor(
    database: Database,
    private readonly scoring: ScoringService,
    private readonly editions: EditionsService,
  ) {
    this.frozen = new FrozenWorksheetRepository(database)
  }

  /** The document of the satker's present worksheet as it stands now. Inside a transaction that holds the worksheet. */
  async compose(assessment: AssessmentContext, handIn: HandIn): Promise<FrozenDocument> {
    const identity = await this.frozen.identity(assessment.id)
    if (!identity) throw new NotFound('Penilaian')
    return composeFrozenDocument({
      assessment,
      identity,
      handIn,
      score: (await this.scoring.scoreOf(assessment)).score,
      answers: await this.frozen.answers(assessment.worksheetId),
      uses: await this.frozen.uses(assessment.id),
      files: await this.frozen.files(assessment.id),
      prerequisites: await this.frozen.prerequisites(assessment.id),
      signatories: await this.frozen.signatories(
        assessment.satkerId,
        civilDate(new Date(handIn.submitted.at), assessment.timeZone),
      ),
    })
  }

  /** Freezes the satker's present worksheet. Inside the transaction of the submission; answers the SHA-256. */
  async freeze(assessment: AssessmentContext, handIn: HandIn): Promise<string> {
    const document = canonicalJson(await this.compose(assessment, handIn))
    const hash = sha256Of(document)
    await this.frozen.keep(assessment.worksheetId, document)
    await this.editions.freeze(assessment.worksheetId, handIn.submitted.at, hash)
    return hash
  }

  /** What the satker's present worksheet was when it was handed in; null while nothing of it is kept. */
  async present(assessment: AssessmentContext): Promise<FrozenDocument | null> {
    if (assessment.frozenAt === null) return null
    const stored = await this.frozen.stored(assessment.id, assessment.worksheetId)
    return stored ? readFrozenDocument(stored.document) : null
  }

  /** What became since of the pieces of the satker. */
  piecesSince({ satkerId }: AssessmentContext): Promise<PiecesSince> {
    return this.frozen.piecesSince(satkerId)
  }

  /** `B-012 (2026)` by piece of a satker, as its worksheets that are handed in now number them; one statement. */
  async evidenceNumbers(satkerId: string): Promise<ReadonlyMap<string, string>> {
    const numbers = new Map<string, string>()
    for (const { evidenceId, number, year } of await this.frozen.evidenceNumbers(satkerId))
      numbers.set(evidenceId, [numbers.get(evidenceId), `${number} (${year})`].filter(Boolean).join(', '))
    return numbers
  }

  /** One frozen worksheet of an assessment; 404 while it is not frozen. */
  async get(assessment: AssessmentContext, worksheetId: string): Promise<FrozenReading> {
    const stored = await this.frozen.stored(assessment.id, worksheetId)
    if (!stored) throw new NotFound('Lembar beku')
    const { document, hash, frozenAt } = stored
    return {
      document: readFrozenDocument(document),
      hash,
      frozenAt,
      intact: sha256Of(document) === hash,
      restrictedSince: (await this.frozen.piecesSince(assessment.satkerId)).restricted,
      editions: await this.frozen.editions(assessment.id),
    }
  }
}
