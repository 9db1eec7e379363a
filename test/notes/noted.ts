import { systemActor, type Actor } from '../../src/access/actor'
import { Assessment } from '../../src/assessments/assessment.entity'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { paths } from '../../src/paths'
import type { NoteDraft } from '../../src/notes/notes.form'
import { addAssessment, addCycle } from '../support/cast'
import { post } from '../support/house'
import type { Inspection } from '../evaluation/inspection'

export const QUESTION = 'A.I.1.i.a'

export const DRAFT: NoteDraft = {
  about: `question:${QUESTION}`,
  text: 'SK tim belum memuat uraian tugas.',
  severity: 'sedang',
  dueOn: '2026-04-30',
  owner: '',
}

type Who = Parameters<Inspection['browserOf']>[0]

/** The notes of an inspection, as its people write and answer them. */
export function noting(inspection: Inspection) {
  const { notes } = inspection.house.services
  const { database } = inspection.house
  const stateOf = async (id: string) =>
    (await database.one<{ state: string; version: number; dueOn: string; settledAt: string | null }>(
      'SELECT state, version, due_on AS "dueOn", settled_at AS "settledAt" FROM notes WHERE id = $1',
      [id],
    ))!
  const versionOf = async (id: string) => Number((await stateOf(id)).version)
  return {
    stateOf,
    versionOf,
    write: async (who: Who, draft: Partial<NoteDraft> = {}) =>
      notes.write(await inspection.actor(who), await inspection.seen(who), { ...DRAFT, ...draft }),
    reply: async (who: Who, id: string, text = 'SK sudah diperbarui.', evidence: readonly string[] = []) =>
      notes.reply(await inspection.actor(who), id, { text, evidence }, await versionOf(id)),
    handOver: async (who: Who, id: string, owner: string) =>
      inspection.house.services.noteOwners.handOver(
        await inspection.actor(who),
        id,
        owner,
        await versionOf(id),
      ),
    verify: async (who: Who, id: string) =>
      notes.verify(await inspection.actor(who), id, { text: '' }, await versionOf(id)),
    giveBack: async (who: Who, id: string, text = 'Lampirkan tanda tangannya.', dueOn = '') =>
      notes.return(await inspection.actor(who), id, { text, dueOn }, await versionOf(id)),
    withdraw: async (who: Who, id: string, text = 'Salah pertanyaan.') =>
      notes.withdraw(await inspection.actor(who), id, { text }, await versionOf(id)),
    /** Posts a form from the page of the note, with the version that stands unless another is given. */
    send: async (who: Who, id: string, action: string, fields: Record<string, unknown> = {}) =>
      post(await inspection.browserOf(who), paths.ownAccount(), action, {
        version: await versionOf(id),
        ...fields,
      }),
    /** A page, with the signs of its addresses as they are clicked. */
    read: async (who: Who, address: string) => {
      const { status, text } = await (await inspection.browserOf(who)).get(address)
      return { status, text: text.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') }
    },
    events: async (id: string) =>
      (
        await database.query<{ action: string }>(
          'SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY at, id',
          [id],
        )
      ).map(row => row.action),
  }
}

/** The same satker in the next cycle, still in draft. */
export async function nextCycle(
  { house, satker }: Inspection,
  year = 2027,
): Promise<{
  readonly seen: (actor?: Actor) => Promise<AssessmentContext>
  readonly id: string
  readonly cycle: string
}> {
  const instrument = await house.database.one<{ id: string }>('SELECT id FROM instruments')
  const cycle = await addCycle(house, instrument!.id, year)
  const { id } = await addAssessment(house, satker, cycle)
  await house.database.inTransaction(async () => {
    await house.database.writing().update(Assessment, { id }, { createdAt: house.now.toISOString() })
  })
  return {
    id,
    cycle,
    seen: (actor = systemActor('tests')) => house.services.assessments.visibleTo(actor).get(id),
  }
}
