import { planChildRows, rowsByKey, type ChildPlan, type ColumnFault } from '../imports/child-rows'
import type { Mapped } from '../spreadsheets/map-columns'
import { MISSING_DUE, MISSING_OWNER } from './activities.form'
import { keyOf, type ActivityRow } from './activity-facts'
import { POINT_HEADERS, type PointColumn, type PointValues } from './point-columns'
import {
  pointFaults,
  POINTS_MOST,
  samePoint,
  TOO_MANY_POINTS,
  type PointDraft,
  type PointRow,
} from './point-facts'
import type { ListedPoint } from './points.repository'

export type PointsPlan = ChildPlan<ActivityRow, PointRow, PointDraft>

interface Setting {
  readonly activities: readonly ActivityRow[]
  /** All that stand at the activities. */
  readonly points: readonly ListedPoint[]
  readonly update: boolean
  readonly today: string
}

const pointKey = (one: { readonly heldOn: string; readonly title: string; readonly text: string }): string =>
  `${keyOf(one)}\n${one.text.toLowerCase().replace(/\s+/g, ' ')}`

/** What a file would make of the points of a satker's activities. An empty cell leaves what stands. */
export function planPoints(
  file: Mapped<PointValues>,
  { activities, points, update, today }: Setting,
): PointsPlan {
  const byKey = new Map(activities.map(one => [keyOf(one), one]))
  return planChildRows(file, {
    headers: POINT_HEADERS,
    update,
    standing: rowsByKey(points.map(point => [pointKey(point), point as PointRow] as const)),
    parentOf: (values, say) => {
      const found = byKey.get(keyOf(values))
      if (!found) say('title', 'Tidak ada kegiatan dengan judul ini pada hari itu di satker ini.')
      return found
    },
    keyOf: pointKey,
    named: ['text', 'Butir ini'],
    ceiling: {
      most: POINTS_MOST,
      idOf: ({ id }) => id,
      standing: points.map(({ activityId }) => activityId),
      fault: ['text', TOO_MANY_POINTS],
    },
    merged,
    faultsOf: (after, activity) => factFaults(after, activity, today),
    isSame: samePoint,
  })
}

function factFaults(after: PointDraft, activity: ActivityRow, today: string): ColumnFault<PointColumn>[] {
  const { dueOn, doneOn } = pointFaults(after, activity, today)
  return [
    ...(after.owner === '' ? [['owner', MISSING_OWNER] as const] : []),
    ...(after.dueOn === '' ? [['dueOn', MISSING_DUE] as const] : []),
    ...(after.dueOn !== '' && dueOn ? [['dueOn', dueOn] as const] : []),
    ...(doneOn ? [['doneOn', doneOn] as const] : []),
  ]
}

const merged = (values: PointValues, before: PointRow | undefined): PointDraft => ({
  text: before?.text ?? values.text,
  owner: values.owner ?? before?.owner ?? '',
  dueOn: values.dueOn ?? before?.dueOn ?? '',
  doneOn: values.doneOn ?? before?.doneOn ?? null,
})
