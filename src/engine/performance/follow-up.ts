export const FOLLOW_UP_STATES = ['open', 'replied', 'closed'] as const
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]

export type FollowUpAct = 'reply' | 'close' | 'return'
/** `asks`: the region, `answers`: the satker. */
export type FollowUpSide = 'asks' | 'answers'

const ACTS: Readonly<
  Record<FollowUpAct, { side: FollowUpSide; from: readonly FollowUpState[]; to: FollowUpState }>
> = {
  reply: { side: 'answers', from: ['open'], to: 'replied' },
  close: { side: 'asks', from: ['open', 'replied'], to: 'closed' },
  return: { side: 'asks', from: ['replied'], to: 'open' },
}

/** The state after an act; undefined where that side may not do it in this state. */
export function followUpAfter(
  state: FollowUpState,
  act: FollowUpAct,
  sides: readonly FollowUpSide[],
): FollowUpState | undefined {
  const { side, from, to } = ACTS[act]
  return sides.includes(side) && from.includes(state) ? to : undefined
}

/** Only what the satker has not answered can be late. */
export const isLate = (state: FollowUpState, dueOn: string, today: string): boolean =>
  state === 'open' && dueOn < today
