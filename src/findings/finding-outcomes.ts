/** How far people say that a recommendation is. */
export const RECOMMENDATION_STATUSES = ['belum', 'berjalan', 'selesai', 'diverifikasi'] as const
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number]

/** What an evaluator says of a finding. */
export const RULING_OUTCOMES = ['confirmed', 'dismissed'] as const
export type RulingOutcome = (typeof RULING_OUTCOMES)[number]
