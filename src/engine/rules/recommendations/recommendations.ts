import type { RecommendationReading } from '../finding'
import type { Rule } from '../rule'
import { agentsOfChange } from './agents-of-change'
import { awards } from './awards'
import { coaching } from './coaching'
import { jointCommitment } from './joint-commitment'
import { learningFromOthers } from './learning-from-others'
import { mottos } from './mottos'
import { notesFollowedUp } from './notes-followed-up'
import { onlineServices } from './online-services'
import { outreach } from './outreach'
import { periodicMeetings } from './periodic-meetings'
import { serviceTraining } from './service-training'

/** The automatic reading of the eleven recommendations, in their order. */
export const RECOMMENDATIONS: readonly Rule<RecommendationReading>[] = [
  jointCommitment,
  onlineServices,
  mottos,
  agentsOfChange,
  periodicMeetings,
  coaching,
  awards,
  serviceTraining,
  learningFromOthers,
  outreach,
  notesFollowedUp,
]
