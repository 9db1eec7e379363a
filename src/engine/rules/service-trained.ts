import type { Exact } from '../exact'
import { heldWithin } from './activities-held'
import { lastDay } from './cycle-days'
import type { Facts } from './facts'
import { frontLineOf, partakers } from './people'
import { partOf } from './shares'

export interface Trained {
  /** Front-line people known to have been trained: those named, and never fewer than were counted at one training. */
  readonly trained: number
  readonly frontLine: number | null
  /** Null without front-line staff, or where no activity at all is on record. */
  readonly share: Exact | null
}

export function trainedShare(
  facts: Pick<Facts, 'today' | 'cycle' | 'staff' | 'profiles' | 'activities' | 'frontLineStaff'>,
  months: number,
): Trained {
  const trainings = heldWithin(facts.activities, 'service-training', lastDay(facts), months)
  const reached = trainings.reduce(
    (most, one) => Math.max(most, one.frontLineParticipants),
    partakers(trainings, facts.frontLineStaff).size,
  )
  const frontLine = frontLineOf(facts)
  // Some who were at a training have left since.
  const trained = frontLine === null ? reached : Math.min(reached, frontLine)
  const isKnown = frontLine !== null && facts.activities.length > 0
  return { trained, frontLine, share: isKnown ? partOf(trained, frontLine) : null }
}
