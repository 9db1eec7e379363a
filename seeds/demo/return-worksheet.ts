import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { instant } from '../../src/clock'
import { EditionsService } from '../../src/worksheets/editions.service'
import type { World } from './world'

/** What the evaluators do until their own pages exist: begin, and send back a copy for repair in a second round. */
export async function returnWorksheet(world: World, { id }: AssessmentContext): Promise<void> {
  const { services } = world
  const { database, audit, assessments, scoring, clock } = services
  const submitted = await assessments.visibleTo(systemActor('zi demo')).get(id)
  const { worksheetId, satkerId, round } = submitted
  const next = {
    assessmentId: id,
    seat: 'satker' as const,
    round: round + 1,
    edition: 1,
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
    await new EditionsService(database).startFrom(worksheetId, next)
    await assessments.change(id, { stage: 'dikembalikan', round: next.round, edition: next.edition })
    await scoring.rescore(await assessments.visibleTo(systemActor('zi demo')).get(id))
    await event('tpi.ketua@zi.example', 'send-back', {
      stage: 'dikembalikan',
      reason: 'Bukti area 2 dan 5 belum menunjukkan tindak lanjut. Lengkapi, lalu ajukan lagi.',
    })
  })
}
