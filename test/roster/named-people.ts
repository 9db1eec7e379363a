import { Goal } from '../../src/action-plan/goal.entity'
import { Activity, ActivityParticipant } from '../../src/activities/activity.entity'
import { newId } from '../../src/db/ids'
import { Innovation } from '../../src/innovations/innovation.entity'
import { someInnovation } from '../innovations/innovation-office'
import type { House } from '../support/house'

/** Names somebody of a roster at an activity, a goal and an innovation of the satker. */
export async function nameThem(
  { database }: House,
  satkerId: string,
  employeeId: string,
): Promise<{ readonly goal: string; readonly innovation: string }> {
  const createdAt = '2026-01-05T00:00:00.000Z'
  const innovation = someInnovation(satkerId, { agents: [employeeId] })
  const activity = { id: newId(), satkerId, title: 'Rapat zona integritas', createdAt, version: 1 }
  const goal = { id: newId(), satkerId, title: 'Memangkas antrean', year: 2026, createdAt, version: 1 }
  await database.inTransaction(async () => {
    await database.insert(Innovation, [innovation])
    await database.insert(Activity, [
      {
        ...activity,
        kind: 'monitoring-meeting',
        heldOn: '2026-02-02',
        heldUntil: '2026-02-02',
        startsAt: '',
        endsAt: '',
        place: '',
        leaderPresent: true,
        ziDiscussed: true,
        counted: null,
        agenda: '',
      },
    ])
    await database.insert(ActivityParticipant, [{ activityId: activity.id, employeeId }])
    await database.insert(Goal, [
      {
        ...goal,
        serves: 'none',
        served: '',
        ownerId: employeeId,
        owner: '',
        startsOn: '2026-02-01',
        dueOn: '2026-09-30',
        indicator: '',
        unit: '',
        baseline: null,
        target: null,
        percent: 0,
        reportedOn: null,
        doneOn: null,
      },
    ])
  })
  return { goal: goal.id, innovation: innovation.id }
}
