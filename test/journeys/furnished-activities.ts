import type { Actor } from '../../src/access/actor'
import type { ActivityDraft } from '../../src/activities/activity-facts'
import { paths } from '../../src/paths'
import type { House } from '../support/house'

const DRAFT: ActivityDraft = {
  kind: 'monitoring-meeting',
  title: 'Rapat monitoring pembangunan Zona Integritas bulan Maret',
  heldOn: '2026-03-03',
  heldUntil: '2026-03-03',
  startsAt: '09:00',
  endsAt: '11:30',
  place: 'Aula lantai 2',
  leaderPresent: true,
  ziDiscussed: true,
  counted: 24,
  guests: { public: 12, media: 2 },
  agenda: 'Capaian rencana aksi triwulan pertama\nKendala tiap pokja',
  areas: ['1', '4'],
}

/** One activity after another, each with points in every state and everybody named who worked there. */
export async function addActivities(
  house: House,
  actor: Actor,
  satkerId: string,
  drafts: readonly Partial<ActivityDraft>[],
): Promise<string[]> {
  const { registerUnits, activities, activityPoints, participants } = house.services
  const unit = await registerUnits.toKeep(actor, satkerId)
  const ids: string[] = []
  for (const more of drafts) {
    const draft = { ...DRAFT, ...more }
    const id = await activities.add(actor, unit, { ...draft, heldUntil: more.heldUntil ?? draft.heldOn })
    ids.push(id)
    if (draft.heldOn > '2026-03-12') continue
    await participants.add(actor, id, { among: 'others', search: '', pokja: '', page: 1 }, 'all')
    for (const [text, dueOn, doneOn] of [
      ['Antrean loket 3 masih panjang pada Senin pagi', '2026-03-10', null],
      ['Maklumat pelayanan belum dipasang di ruang tunggu', '2026-03-16', null],
      ['Rencana aksi pokja 4 disesuaikan', '2026-04-30', null],
      ['Jadwal piket layanan ditempel', '2026-03-10', '2026-03-09'],
    ] as const)
      await activityPoints.add(actor, id, { text, owner: 'Ketua Pokja 6', dueOn, doneOn })
  }
  return ids
}

/** A register with activities of every time and kind of participant. */
export async function furnishActivities(house: House, chairId: string, satkerId: string) {
  const actor = await house.services.accounts.actorOf(
    chairId,
    { startedAt: house.now.toISOString() },
    'tests',
  )
  if (!actor) throw new Error('The chair cannot act.')
  const [meeting = '', , visit = ''] = await addActivities(house, actor, satkerId, [
    {},
    { kind: 'launch', title: 'Pencanangan Zona Integritas', heldOn: '2026-01-15', guests: {}, counted: null },
    { kind: 'study-visit', title: 'Studi tiru antrean', heldOn: '2026-03-30', heldUntil: '2026-04-01' },
  ])
  const [point] = await house.services.activityPoints.of({ id: meeting })
  return {
    chair: [
      paths.activities(satkerId),
      `${paths.activities(satkerId)}?keadaan=lewat&urut=-judul&tahun=2026`,
      paths.newActivity(satkerId),
      paths.importActivities(satkerId),
      paths.importPoints(satkerId),
      paths.activityCalendar(satkerId),
      `${paths.activitiesPaper(satkerId)}?tahun=2026`,
      paths.satkerPoints(satkerId),
      `${paths.activity(meeting)}?butir=${point?.id ?? ''}`,
      paths.editActivity(meeting),
      paths.activityParticipants(visit),
      `${paths.activityParticipants(meeting)}?daftar=peserta`,
      paths.activityRecord(meeting),
    ],
    viewer: [
      paths.activities(satkerId),
      `${paths.activityCalendar(satkerId)}?bulan=2026-04`,
      `${paths.satkerPoints(satkerId)}?keadaan=semua`,
      paths.activity(meeting),
    ],
  }
}
