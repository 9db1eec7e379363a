import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { Database } from '../db/database'
import type { EvidenceNature, EvidenceStage } from '../engine/instrument/instrument'
import { EvidenceUsesRepository, type UseRow } from './evidence-uses.repository'

/** A use as one actor may see it: of a `terbatas` piece that is not theirs only its nature and stages. */
export interface VisibleUse {
  readonly id: string
  readonly question: string
  readonly evidenceId: string
  readonly nature: EvidenceNature
  readonly stages: readonly EvidenceStage[]
  readonly restricted: boolean
  /** False: title, claim and page are empty and the piece may not be linked to. */
  readonly opened: boolean
  readonly title: string
  readonly claim: string
  readonly page: string
  readonly version: number
}

/** Reading evidence: what stands under the questions of a worksheet. */
export class EvidenceService {
  private readonly uses: EvidenceUsesRepository

  constructor(database: Database) {
    this.uses = new EvidenceUsesRepository(database)
  }

  /**
   * The uses of pieces that were not withdrawn, of the named questions (prerequisites: `P.<id>`) or of the whole
   * worksheet, in the order they were made. One statement.
   */
  async usesOf(
    assessment: AssessmentContext,
    actor: Actor,
    questions?: readonly string[],
  ): Promise<VisibleUse[]> {
    const rows = await this.uses.ofAssessment(assessment, actor, questions)
    return rows.map(visibleUse)
  }
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
    opened,
    title: opened ? row.title : '',
    claim: opened ? row.claim : '',
    page: opened ? row.page : '',
    version: row.version,
  }
}
