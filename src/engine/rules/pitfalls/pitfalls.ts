import type { Pitfall } from '../finding'
import type { Rule } from '../rule'
import { instant } from './instant'

/** The six things to avoid, in their order. */
export const PITFALLS: readonly Rule<Pitfall>[] = [instant]
