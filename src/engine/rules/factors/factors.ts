import type { FactorReading } from '../finding'
import type { Rule } from '../rule'
import { commitment } from './commitment'
import { communication } from './communication'
import { complaintsAsGround } from './complaints-as-ground'
import { courage } from './courage'
import { leaderSupport } from './leader-support'
import { serviceCulture } from './service-culture'
import { solidTeam } from './solid-team'

/** The seven success factors. */
export const FACTORS: readonly Rule<FactorReading>[] = [
  commitment,
  serviceCulture,
  leaderSupport,
  solidTeam,
  complaintsAsGround,
  courage,
  communication,
]
