import type { KeyReading } from '../finding'
import type { Rule } from '../rule'

/** Integrity, performance, service: now against before. */
export const KEYS: readonly Rule<KeyReading>[] = []
