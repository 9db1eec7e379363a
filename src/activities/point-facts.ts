/** A point as people write it, in the form or a row of a file. */
export interface PointDraft {
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly doneOn: string | null
}

export interface PointRow extends PointDraft {
  readonly id: string
  readonly activityId: string
  readonly version: number
}

/** More than a meeting raises, and than the page of one activity holds. */
export const POINTS_MOST = 300
export const TOO_MANY_POINTS = 'Satu kegiatan memuat paling banyak 300 butir.'

/** The facts of a point alone, in one order, whatever else comes with it. */
export const pointFactsOf = ({ text, owner, dueOn, doneOn }: PointDraft): PointDraft => ({
  text,
  owner,
  dueOn,
  doneOn,
})

export const samePoint = (one: PointDraft, other: PointDraft): boolean =>
  JSON.stringify(pointFactsOf(one)) === JSON.stringify(pointFactsOf(other))

type PointFaults = Partial<Record<'dueOn' | 'doneOn', string>>

/** What cannot be true of a point of an activity that began on a day, by the fact to correct. */
export const pointFaults = (
  { dueOn, doneOn }: Pick<PointDraft, 'dueOn' | 'doneOn'>,
  { heldOn }: { readonly heldOn: string },
  today: string,
): PointFaults => ({
  ...(dueOn < heldOn ? { dueOn: 'Tenggat mendahului kegiatannya.' } : {}),
  ...(doneOn !== null && doneOn < heldOn ? { doneOn: 'Selesai sebelum kegiatannya.' } : {}),
  ...(doneOn !== null && doneOn > today ? { doneOn: 'Hari selesainya belum tiba.' } : {}),
})

/** What became of a point by a change, as the trail calls it. */
export const pointChange = (before: PointDraft | undefined, after: PointDraft): string => {
  if (!before) return 'add-point'
  return before.doneOn === null && after.doneOn !== null ? 'close-point' : 'change-point'
}
