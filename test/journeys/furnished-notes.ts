import { paths } from '../../src/paths'
import type { Person } from '../support/cast'
import type { House } from '../support/house'

const QUESTION = 'A.I.1.i.a'

/**
 * Notes in every state: the assistance team's on a satker that still fills its worksheet, one of them carried from the
 * year before and said again, and one of the evaluators on a unit that was handed in.
 */
export async function furnishNotes(
  house: House,
  { lastYear, opened, submitted }: Readonly<Record<'lastYear' | 'opened' | 'submitted', string>>,
  people: Readonly<Record<'companion' | 'chair' | 'lead', Person>>,
  piece: string,
) {
  const { notes, assessments, accounts } = house.services
  const actorOf = async ({ id }: Person) =>
    (await accounts.actorOf(id, { startedAt: house.now.toISOString() }, 'tests'))!
  const [companion, chair, lead] = [
    await actorOf(people.companion),
    await actorOf(people.chair),
    await actorOf(people.lead),
  ]
  const write = async (
    actor: typeof companion,
    assessment: string,
    about: string,
    text: string,
    dueOn: string,
  ) =>
    notes.write(actor, await assessments.visibleTo(actor).get(assessment), {
      about,
      text,
      severity: about === 'whole:' ? 'berat' : 'sedang',
      dueOn,
      owner: assessment === submitted ? '' : people.chair.id,
    })
  const question = `question:${QUESTION}`
  const carried = await write(
    companion,
    lastYear,
    question,
    'SK tim belum memuat uraian tugas.',
    '2026-03-12',
  )
  const again = await write(companion, opened, question, 'Uraian tugas tim masih belum ada.', '2026-03-15')
  const whole = await write(companion, opened, 'whole:', 'Rapat monev belum rutin.', '2026-06-30')
  const area = await write(companion, opened, 'area:3', 'Peta jabatan belum mutakhir.', '2026-05-31')
  const withdrawn = await write(companion, opened, 'area:5', 'Salah unit.', '2026-05-31')
  const found = await write(lead, submitted, question, 'Tanda tangan pada SK berbeda.', '2026-04-15')
  await notes.reply(chair, whole, { text: 'Jadwal monev terlampir.', evidence: [piece] }, 1)
  await notes.return(companion, whole, { text: 'Notulanya belum ada.', dueOn: '' }, 2)
  await notes.reply(chair, whole, { text: 'Notula menyusul minggu ini.', evidence: [] }, 3)
  await notes.reply(chair, area, { text: 'Peta jabatan sudah diganti.', evidence: [] }, 1)
  await notes.verify(companion, area, { text: 'Sudah sesuai.' }, 2)
  await notes.withdraw(companion, withdrawn, { text: 'Milik unit lain.' }, 1)
  return {
    chair: [
      paths.assessmentNotes(opened),
      `${paths.assessmentNotes(opened)}?keadaan=semua`,
      ...[carried, again, whole, area, withdrawn].map(id => paths.note(id)),
    ],
    lead: [paths.notes(), paths.newNote(submitted), paths.assessmentNotes(submitted), paths.note(found)],
    companion: [paths.notes(), paths.newNote(opened), paths.note(again), paths.note(whole)],
  }
}
