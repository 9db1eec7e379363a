import type { Actor } from '../access/actor'
import { rolesAt } from '../access/scope'
import type { Role } from '../access/roles'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { EvidenceShelfService } from '../evidence/evidence-shelf.service'
import { Closed, Conflict, NotFound, Refused } from '../refusals'
import { type RecommendationState } from './recommendation.entity'
import type { FindingJudges } from './finding-judges'
import { RECOMMENDATION_STATUSES, type RecommendationStatus } from './finding-outcomes'
import { RecommendationsRepository, type ShownPiece, type StateRow } from './recommendations.repository'

/** The eleven of the programme. */
export const RECOMMENDATIONS = 11

/** What people say of a recommendation; of those that nobody touched the first. */
export interface SaidRecommendation {
  readonly number: number
  readonly status: RecommendationStatus
  readonly owner: string
  readonly dueOn: string | null
  /** Past its day and neither finished nor verified. */
  readonly isLate: boolean
  readonly notes: string
  /** 0 before anybody said anything. */
  readonly version: number
  readonly changedBy: string | null
  readonly changedAt: string | null
  readonly pieces: readonly ShownPiece[]
}

export interface RecommendationDraft {
  readonly status: RecommendationStatus
  readonly owner: string
  readonly dueOn: string | null
  readonly notes: string
  readonly evidence: readonly string[]
  readonly version: number
}

/** As what somebody stands on either side of a recommendation; null where they do not. */
interface Sides {
  readonly keeper: Role | null
  readonly judge: Role | null
}

const NOT_KEPT = 'Status rekomendasi belum tersimpan.'

/** What a satker and its assistance team say of the eleven recommendations, beside what the registers say. */
export class RecommendationsService {
  private readonly rows: RecommendationsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly shelf: EvidenceShelfService,
    private readonly judges: FindingJudges,
    private readonly clock: Clock,
  ) {
    this.rows = new RecommendationsRepository(database)
  }

  /** All eleven, in order. Two statements. */
  async of(actor: Actor, assessment: AssessmentContext): Promise<SaidRecommendation[]> {
    const [states, pieces] = await Promise.all([
      this.rows.states(assessment.id),
      this.rows.pieces(actor, assessment),
    ])
    const today = civilDate(this.clock(), assessment.timeZone)
    return Array.from({ length: RECOMMENDATIONS }, (_, place) =>
      said(place + 1, { row: states.find(({ number }) => number === place + 1), pieces, today }),
    )
  }

  /** The statuses that the actor may give a recommendation; none for those who only read. */
  async choices(
    actor: Actor,
    assessment: AssessmentContext,
    from: RecommendationStatus,
  ): Promise<readonly RecommendationStatus[]> {
    if (assessment.stage === 'final') return []
    const sides = await this.sidesOf(actor, assessment)
    return RECOMMENDATION_STATUSES.filter(to => sides[sideFor(from, to)] !== null)
  }

  /**
   * Says how far a recommendation is. Chair, members and head of the satker keep it; that it is verified is said, and
   * taken back, by whoever assists or evaluates the satker, who leave all else as the satker says it. Throws Conflict when
   * somebody else said something since, Closed once the assessment is final.
   */
  async change(
    actor: Actor,
    assessment: AssessmentContext,
    number: number,
    draft: RecommendationDraft,
  ): Promise<void> {
    if (!Number.isInteger(number) || number < 1 || number > RECOMMENDATIONS) throw new NotFound('Rekomendasi')
    if (assessment.stage === 'final')
      throw new Closed('Hasil penilaian ini sudah final, sehingga rekomendasinya tidak diubah lagi.')
    await this.database.inTransaction(async () => {
      await this.rows.hold(assessment.id)
      const standing = (await this.rows.states(assessment.id)).find(one => one.number === number)
      if ((standing?.version ?? 0) !== draft.version)
        throw new Conflict('Status rekomendasi ini diubah orang lain sejak Anda membukanya.', standing)
      const side = sideFor(standing?.status ?? 'belum', draft.status)
      const role = (await this.sidesOf(actor, assessment))[side]
      if (role === null) throw new Refused(REFUSALS[side])
      const keeps = side === 'keeper'
      const pieces = keeps ? await this.piecesAfter(actor, assessment, number, draft.evidence) : null
      const after = keeps ? facts(draft) : { ...facts(standing ?? UNSAID), status: draft.status }
      await this.rows.put({
        assessmentId: assessment.id,
        number,
        ...after,
        version: draft.version + 1,
        changedBy: actor.userId ?? '',
        changedAt: instant(this.clock),
      })
      if (pieces) await this.rows.putEvidence(assessment.id, number, pieces)
      await this.audit.record(actor, {
        action: 'change-recommendation',
        subjectType: 'finding',
        subjectId: assessment.id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        before: standing && told(number, standing),
        after: { ...told(number, after), ...(pieces && { pieces: pieces.length }) },
        role,
      })
    })
  }

  private async sidesOf(actor: Actor, assessment: AssessmentContext): Promise<Sides> {
    return {
      keeper: rolesAt(actor, 'keep-registers', assessment)[0]?.role ?? null,
      judge: await this.judges.judgesAs(actor, assessment),
    }
  }

  /** What was chosen, and what stays because whoever chose does not open it. */
  private async piecesAfter(
    actor: Actor,
    assessment: AssessmentContext,
    number: number,
    chosen: readonly string[],
  ): Promise<readonly string[]> {
    const standing = await this.rows.pieces(actor, assessment)
    const unseen = standing.filter(piece => piece.number === number && !piece.opened).map(({ id }) => id)
    return [...new Set([...(await this.shelf.attachable(actor, assessment, chosen, NOT_KEPT)), ...unseen])]
  }
}

/** Verifying, and taking a verification back, is for those who look at the satker from outside. */
const sideFor = (from: RecommendationStatus, to: RecommendationStatus): keyof Sides =>
  from === 'diverifikasi' || to === 'diverifikasi' ? 'judge' : 'keeper'

const REFUSALS = {
  judge: 'Rekomendasi diverifikasi oleh pendamping atau evaluator satker ini.',
  keeper: 'Status rekomendasi diisi oleh ketua tim ZI, anggota pokja, atau kepala satker ini.',
} as const

const isLate = ({ status, dueOn }: StateRow, today: string): boolean =>
  dueOn !== null && dueOn < today && status !== 'selesai' && status !== 'diverifikasi'

const UNSAID = { status: 'belum', owner: '', dueOn: null, notes: '' } as const

const facts = ({
  status,
  owner,
  dueOn,
  notes,
}: Pick<RecommendationDraft, 'status' | 'owner' | 'dueOn' | 'notes'>) => ({ status, owner, dueOn, notes })

/** The trail tells the status and its day, not who is named as the owner. */
const told = (number: number, { status, dueOn }: Pick<RecommendationState, 'status' | 'dueOn'>) => ({
  number,
  status,
  dueOn,
})

interface Kept {
  readonly row: StateRow | undefined
  readonly pieces: readonly ShownPiece[]
  readonly today: string
}

const said = (number: number, { row, pieces, today }: Kept): SaidRecommendation => ({
  number,
  status: row?.status ?? 'belum',
  owner: row?.owner ?? '',
  dueOn: row?.dueOn ?? null,
  isLate: row !== undefined && isLate(row, today),
  notes: row?.notes ?? '',
  version: row?.version ?? 0,
  changedBy: row?.changedByName ?? null,
  changedAt: row?.changedAt ?? null,
  pieces: pieces.filter(piece => piece.number === number),
})
