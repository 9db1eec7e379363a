import { systemActor } from '../../src/access/actor'
import { Assessment } from '../../src/assessments/assessment.entity'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { instant } from '../../src/clock'
import { Cycle } from '../../src/cycles/cycle.entity'
import { CycleWindow, type WindowStage } from '../../src/cycles/cycle-window.entity'
import { newId } from '../../src/db/ids'
import { Worksheet } from '../../src/worksheets/worksheet.entity'
import type { Settled } from './people-and-places'
import type { Story } from './stories'
import type { World } from './world'

export type Windows = readonly (readonly [stage: WindowStage, opensOn: string, closesOn: string])[]

/** A yearly cycle with its windows, and an empty worksheet for each story; contexts by the key of the unit. */
export async function openCycle(
  { services, instrumentId }: World,
  { satkerIds }: Settled,
  {
    year,
    windows,
    stories,
  }: { readonly year: number; readonly windows: Windows; readonly stories: readonly Story[] },
): Promise<Map<string, AssessmentContext>> {
  const { database, audit, clock, assessments, scoring } = services
  const system = systemActor('zi demo')
  const createdAt = instant(clock)
  const cycleId = newId()
  const opened = stories.map(story => ({ story, id: newId(), satkerId: satkerIds.get(story.unit) ?? '' }))
  const contexts = new Map<string, AssessmentContext>()
  await database.inTransaction(async () => {
    await database.insert(Cycle, [
      {
        id: cycleId,
        year,
        title: `Penilaian Zona Integritas ${year}`,
        instrumentId,
        settings: { sendBacks: 1, preAssessment: false },
        createdAt,
      },
    ])
    await database.insert(
      CycleWindow,
      windows.map(([stage, opensOn, closesOn]) => ({ cycleId, stage, opensOn, closesOn })),
    )
    await database.insert(
      Assessment,
      opened.map(({ id, satkerId, story }) => ({
        id,
        satkerId,
        cycleId,
        targetPredicate: story.predicate,
        stage: 'draf' as const,
        createdAt,
      })),
    )
    await database.insert(
      Worksheet,
      opened.map(({ id }) => ({
        id: newId(),
        assessmentId: id,
        seat: 'satker' as const,
        round: 1,
        createdAt,
      })),
    )
    for (const { id, satkerId, story } of opened) {
      const context = await assessments.visibleTo(system).get(id)
      await scoring.rescore(context)
      await audit.record(system, {
        action: 'open-assessment',
        subjectType: 'assessment',
        subjectId: id,
        satkerId,
        assessmentId: id,
        after: { year },
      })
      contexts.set(story.unit, context)
    }
  })
  return contexts
}
