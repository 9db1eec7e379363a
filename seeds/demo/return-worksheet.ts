import { systemActor } from '../../src/access/actor'
import { Assessment } from '../../src/assessments/assessment.entity'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { SubmissionsRepository } from '../../src/attestations/submissions.repository'
import { instant } from '../../src/clock'
import { newId } from '../../src/db/ids'
import type { World } from './world'

/** What the evaluators do until their own pages exist: begin, and send back a copy for repair in a second round. */
export async function returnWorksheet(world: World, { id }: AssessmentContext): Promise<void> {
  const { services } = world
  const { database, audit, assessments, scoring, clock } = services
  const submitted = await assessments.visibleTo(systemActor('zi demo')).get(id)
  const { worksheetId, satkerId, round } = submitted
  const rows = new SubmissionsRepository(database)
  const next = {
    id: newId(),
    assessmentId: id,
    seat: 'satker' as const,
    round: round + 1,
    createdAt: instant(clock),
  }
  const event = async (login: string, action: string, after: object) =>
    audit.record(await world.actor(login), {
      action,
      subjectType: 'assessment',
      subjectId: id,
      satkerId,
      assessmentId: id,
      after,
    })
  await database.inTransaction(async () => {
    await event('tpi.anggota@zi.example', 'begin-evaluation', { stage: 'dievaluasi' })
    await rows.insertWorksheet(next)
    await rows.copyAnswers(worksheetId, next.id, newId)
    await database
      .writing()
      .update(Assessment, { id }, { stage: 'dikembalikan', round: next.round, edition: 1 })
    await scoring.rescore(await assessments.visibleTo(systemActor('zi demo')).get(id))
    await event('tpi.ketua@zi.example', 'send-back', {
      stage: 'dikembalikan',
      reason: 'Bukti area 2 dan 5 belum menunjukkan tindak lanjut. Lengkapi, lalu ajukan lagi.',
    })
  })
}
