import type { Pitfall } from '../finding'
import type { Rule } from '../rule'
import { documentsOnly } from './documents-only'
import { fewPeople } from './few-people'
import { innovationForShow } from './innovation-for-show'
import { instant } from './instant'
import { reward } from './reward'
import { withoutStakeholders } from './without-stakeholders'

/** The six things to avoid, in their order. */
export const PITFALLS: readonly Rule<Pitfall>[] = [
  reward,
  instant,
  withoutStakeholders,
  documentsOnly,
  fewPeople,
  innovationForShow,
]
