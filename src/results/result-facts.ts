import type { Recommendation, RecommendationStanding } from '../engine/recommendation/recommendation'
import type { Score } from '../engine/scoring/score'
import type { Evaluation } from '../evaluation/evaluation-context'
import type { SheetRow } from '../evaluation/evaluations.repository'
import type { FrozenDocument } from '../frozen/frozen-document'
import type { RecommendationRow, SealRow } from './results.repository'
import type { SealDocument } from './seal-document'

/** Everything that the result page, the Berita Acara and the LHE are rendered from. */
export interface Result {
  readonly evaluation: Evaluation
  /** The dalnis' frozen worksheet. */
  readonly sheet: SheetRow
  /** The evaluated score. */
  readonly score: Score
  /** What the satker handed in last: evidence, prerequisites, identity as they were. */
  readonly handedIn: FrozenDocument
  /** How every rule of the cycle stands, the best first. */
  readonly standings: readonly RecommendationStanding[]
  readonly recommendation: RecommendationRow | null
  /** The newest first; the first one holds while the assessment is final. */
  readonly seals: readonly SealRow[]
}

/** What a stranger with a code is told. */
export interface VerifiedSeal {
  readonly seal: SealDocument
  readonly hash: string
  /** Whether text, hash and signature agree. */
  readonly intact: boolean
  readonly sealedAt: string
  readonly reopenedAt: string | null
}

export interface RecommendationDraft {
  readonly recommendation: Recommendation
  readonly grounds: string
  /** The version that it was typed over; 0: there was none. */
  readonly base: number
}
