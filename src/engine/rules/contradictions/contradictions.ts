import type { Contradiction } from '../finding'
import type { Rule } from '../rule'

/** Consistency checks; each gives what it found, and nothing where nothing contradicts. */
export const CONTRADICTIONS: readonly Rule<readonly Contradiction[]>[] = []
