import { instant, type Clock } from '../clock'
import { newId } from '../db/ids'
import { QUARTERS } from '../engine/performance/quarters'
import {
  indicatorKey,
  quarterOf,
  stateOf,
  type CommitmentDraft,
  type KeptCommitment,
} from './commitment-facts'

/** What is kept of a draft beside its quarters. */
export function commitmentRow({ targets: _, ...facts }: CommitmentDraft, clock: Clock) {
  return { ...facts, indicatorKey: indicatorKey(facts.indicator), createdAt: instant(clock) }
}

/** The rows of the quarters that a draft has targets for, with what was reported of them judged anew. */
export function quartersFor(
  draft: CommitmentDraft,
  { id, satkerId }: { readonly id: string; readonly satkerId: string },
  before?: KeptCommitment,
) {
  return QUARTERS.flatMap((quarter, place) => {
    const target = draft.targets[place]
    if (target === null || target === undefined) return []
    const was = before && quarterOf(before, quarter)
    return [
      {
        id: was?.id ?? newId(),
        commitmentId: id,
        satkerId,
        year: draft.year,
        quarter,
        target,
        realisation: was?.realisation ?? null,
        obstacle: was?.obstacle ?? '',
        strategy: was?.strategy ?? '',
        reportedOn: was?.reportedOn ?? null,
        reportedBy: was?.reportedBy ?? null,
        state: stateOf(draft.direction, target, was?.realisation ?? null),
        version: was?.version ?? 0,
      },
    ]
  })
}
