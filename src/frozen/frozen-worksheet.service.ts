import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import { fromText } from '../engine/exact'
import type { QuestionScore } from '../engine/scoring/score'
import { NotFound } from '../refusals'
import { canonicalJson, sha256Of } from './canonical-json'
import { composeFrozenDocument, type HandIn } from './compose-frozen-document'
import type { FrozenDocument } from './frozen-document'
import { Remembered } from './remembered'
import { FrozenWorksheetRepository, type EditionRow } from './frozen-worksheet.repository'
import type { ScoringService } from '../worksheets/scoring.service'

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

export type FrozenValues = ReadonlyMap<string, Pick<QuestionScore, 'state' | 'value'>>

/** A document of 113 questions takes about a megabyte in memory. */
const KNOWN_DOCUMENTS = 30
const KNOWN_VALUES = 200

/** Worksheets that were handed in: they are written once and only ever read again. */
export class FrozenWorksheetsService {
  private readonly frozen: FrozenWorksheetRepository
  private readonly known = new Remembered<FrozenDocument>(KNOWN_DOCUMENTS)
  private readonly values = new Remembered<FrozenValues>(KNOWN_VALUES)

  constructor(
    database: Database,
    private readonly scoring: ScoringService,
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
    })
  }

  /** Freezes the satker's present worksheet. Inside the transaction of the submission; answers the SHA-256. */
  async freeze(assessment: AssessmentContext, handIn: HandIn): Promise<string> {
    const document = canonicalJson(await this.compose(assessment, handIn))
    const hash = sha256Of(document)
    await this.frozen.freeze(assessment.worksheetId, document, hash, handIn.submitted.at)
    return hash
  }

  /** Freezes any worksheet as a document of its own shape. Inside the transaction of the hand-in; answers the SHA-256. */
  async keep(worksheetId: string, content: object, at: string): Promise<string> {
    const document = canonicalJson(content)
    const hash = sha256Of(document)
    await this.frozen.freeze(worksheetId, document, hash, at)
    return hash
  }

  /** What the satker handed in as one worksheet; kept in memory, because it never changes. */
  documentOf(worksheetId: string): Promise<FrozenDocument> {
    return this.known.get(worksheetId, async () => {
      const text = await this.frozen.document(worksheetId)
      if (text === undefined) throw new NotFound('Lembar beku')
      return JSON.parse(text) as FrozenDocument
    })
  }

  /** State and exact value of every question on a frozen worksheet, whoever handed it in; kept in memory. */
  valuesOf(worksheetId: string): Promise<FrozenValues> {
    return this.values.get(worksheetId, async () => {
      const text = await this.frozen.document(worksheetId)
      if (text === undefined) throw new NotFound('Lembar beku')
      const { questions } = JSON.parse(text) as { questions: FrozenDocument['questions'] }
      return new Map(questions.map(({ code, state, value }) => [code, { state, value: fromText(value) }]))
    })
  }

  /** Pieces of a satker that are `terbatas` by now, whatever they were when they were handed in. */
  restrictedSince(satkerId: string): Promise<ReadonlySet<string>> {
    return this.frozen.restricted(satkerId)
  }

  /** What the satker's present worksheet was when it was handed in; null while nothing of it is kept. */
  async present(assessment: AssessmentContext): Promise<FrozenDocument | null> {
    if (assessment.frozenAt === null) return null
    const stored = await this.frozen.stored(assessment.id, assessment.worksheetId)
    return stored ? (JSON.parse(stored.document) as FrozenDocument) : null
  }

  /** One frozen worksheet of an assessment; 404 while it is not frozen. */
  async get(assessment: AssessmentContext, worksheetId: string): Promise<FrozenReading> {
    const stored = await this.frozen.stored(assessment.id, worksheetId)
    if (!stored) throw new NotFound('Lembar beku')
    const { document, hash, frozenAt } = stored
    return {
      document: JSON.parse(document) as FrozenDocument,
      hash,
      frozenAt,
      intact: sha256Of(document) === hash,
      restrictedSince: await this.frozen.restricted(assessment.satkerId),
      editions: await this.frozen.editions(assessment.id),
    }
  }
}
