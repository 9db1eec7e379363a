import type { RecommendationReading } from '../finding'
import type { Rule } from '../rule'

/** The automatic reading of the eleven recommendations, in their order. */
export const RECOMMENDATIONS: readonly Rule<RecommendationReading>[] = []
