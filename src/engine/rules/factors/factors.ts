import type { FactorReading } from '../finding'
import type { Rule } from '../rule'

/** The seven success factors. */
export const FACTORS: readonly Rule<FactorReading>[] = []
