import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate } from '../clock'
import type { Database } from '../db/database'
import { fromText } from '../engine/exact'
import type { QuestionScore } from '../engine/scoring/score'
import { NotFound } from '../refusals'
import { canonicalJson, sha256Of } from './canonical-json'
import { composeFrozenDocument, type HandIn } from './compose-frozen-document'
import type { FrozenDocument } from './frozen-document'
import { Remembered } from './remembered'
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

  /** Freezes any worksheet as a document of its own shape. Inside the transaction of the hand-in; answers the SHA-256. */
  async keep(worksheetId: string, content: object, at: string): Promise<string> {
    const document = canonicalJson(content)
    const hash = sha256Of(document)
    await this.frozen.keep(worksheetId, document)
    await this.editions.freeze(worksheetId, at, hash)
    return hash
  }

  /** What the satker handed in as one worksheet; kept in memory, because it never changes. */
  documentOf(worksheetId: string): Promise<FrozenDocument> {
    return this.known.get(worksheetId, async () => {
      const text = await this.frozen.document(worksheetId)
      if (text === undefined) throw new NotFound('Lembar beku')
      return readFrozenDocument(text)
    })
  }

  /** The stored texts of frozen worksheets, whoever handed them in, by their ids. One statement. */
  async textsOf(worksheetIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.frozen.documents(worksheetIds)
    return new Map(rows.map(({ worksheetId, document }) => [worksheetId, document]))
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
