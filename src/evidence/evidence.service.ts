import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { EvidenceNature, EvidenceStage } from '../engine/instrument/instrument'
import { openedPieces } from '../frozen/frozen-access'
import type { FrozenDocument } from '../frozen/frozen-document'
import { usesInOrder } from '../frozen/frozen-uses'
import type { FrozenWorksheetsService, PiecesSince } from '../frozen/frozen-worksheet.service'
import { NotFound } from '../refusals'
import { mayChange, mayOpen } from './evidence-access'
import type { EvidencePiecesRepository, FileRow, PieceRow, PieceUseRow } from './evidence-pieces.repository'
import type { EvidenceUsesRepository, UseRow } from './evidence-uses.repository'

/** A use as one actor may see it: of a `terbatas` piece that is not theirs only its nature and stages. */
export interface VisibleUse {
  readonly id: string
  readonly question: string
  readonly evidenceId: string
  readonly nature: EvidenceNature
  readonly stages: readonly EvidenceStage[]
  readonly restricted: boolean
  /** Only ever under a frozen worksheet, which keeps what it saw. */
  readonly withdrawn: boolean
  /** False: title, claim and page are empty and the piece may not be linked to. */
  readonly opened: boolean
  readonly title: string
  readonly claim: string
  readonly page: string
  /** 0 under a frozen worksheet, where no use is changed. */
  readonly version: number
  /** How many files and links the piece has; 0 when it is not opened. */
  readonly files: number
}

/** A piece that the actor may open. */
export interface Piece extends PieceRow {
  readonly uses: readonly PieceUseRow[]
  /** Whose its uses are, see `keeperOf`. */
  readonly usedIn: readonly (string | null)[]
  readonly mayChange: boolean
}

/** Reading evidence: what stands under the questions of a worksheet, and one piece with its files. */
export class EvidenceService {
  constructor(
    private readonly uses: EvidenceUsesRepository,
    private readonly pieces: EvidencePiecesRepository,
    private readonly frozen: FrozenWorksheetsService,
  ) {}

  /**
   * The uses of pieces that were not withdrawn, or only after the worksheet was frozen, of the named questions
   * (prerequisites: `P.<id>`) or of the whole worksheet, in the order they were made. One statement; two of a frozen
   * worksheet, which says of its pieces what it said when it was handed in.
   */
  async usesOf(
    assessment: AssessmentContext,
    actor: Actor,
    questions?: readonly string[],
  ): Promise<VisibleUse[]> {
    const document = await this.frozen.present(assessment)
    if (document) {
      const since = await this.frozen.piecesSince(assessment)
      return frozenUses(assessment, actor, document, since).filter(
        use => questions?.includes(use.question) ?? true,
      )
    }
    const rows = await this.uses.ofAssessment(assessment, actor, questions)
    return rows.map(visibleUse)
  }

  /** Of the uses under a question, the titles of those whose piece holds a content of the given one. */
  async twinsAmong(uses: readonly VisibleUse[], evidenceId: string): Promise<string[]> {
    const twins = await this.pieces.holdingTheSame(evidenceId)
    return uses.filter(use => use.opened && twins.has(use.evidenceId)).map(use => use.title)
  }

  /** The piece; a 404 for what the actor may not open, also when it stands listed as existing. */
  async piece(actor: Actor, id: string): Promise<Piece> {
    return this.opened(actor, await this.pieces.visible(actor, id))
  }

  /** A file or link under the same condition, with the piece it belongs to. */
  async file(actor: Actor, fileId: string): Promise<{ piece: Piece; file: FileRow }> {
    const piece = await this.opened(actor, await this.pieces.visibleByFile(actor, fileId))
    const file = (await this.pieces.files(piece.id)).find(candidate => candidate.id === fileId)
    if (!file) throw new NotFound('Berkas')
    return { piece, file }
  }

  /** Every version of every file and link of a piece, each file's newest first. */
  filesOf(piece: Piece): Promise<FileRow[]> {
    return this.pieces.files(piece.id)
  }

  private async opened(actor: Actor, row: PieceRow | undefined): Promise<Piece> {
    if (!row) throw new NotFound('Bukti')
    const uses = await this.pieces.uses(row.id)
    const guarded = { ...row, usedIn: uses.map(use => use.part) }
    if (!mayOpen(actor, guarded)) throw new NotFound('Bukti')
    return { ...guarded, uses, mayChange: row.withdrawnAt === null && mayChange(actor, guarded) }
  }
}

function frozenUses(
  assessment: AssessmentContext,
  actor: Actor,
  document: FrozenDocument,
  since: PiecesSince,
): VisibleUse[] {
  const open = openedPieces(assessment, actor, document, since.restricted)
  return usesInOrder(document).map(({ id, question, evidence, stages, claim, page, piece }) => {
    const opened = open.has(evidence)
    return {
      id,
      question,
      evidenceId: evidence,
      nature: piece.nature,
      stages,
      restricted: piece.access === 'terbatas' || since.restricted.has(evidence),
      withdrawn: since.withdrawn.has(evidence),
      opened,
      title: opened ? piece.title : '',
      claim: opened ? claim : '',
      page: opened ? page : '',
      files: opened ? piece.files.length : 0,
      version: 0,
    }
  })
}

function visibleUse(row: UseRow): VisibleUse {
  const opened = Boolean(row.opened)
  return {
    id: row.id,
    question: row.question,
    evidenceId: row.evidenceId,
    nature: row.nature,
    stages: JSON.parse(row.stages) as EvidenceStage[],
    restricted: row.access === 'terbatas',
    withdrawn: row.withdrawnAt !== null,
    opened,
    title: opened ? row.title : '',
    claim: opened ? row.claim : '',
    page: opened ? row.page : '',
    version: row.version,
    files: opened ? Number(row.files) : 0,
  }
}
