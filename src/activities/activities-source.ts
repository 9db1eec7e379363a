import type { EvidenceStage } from '../engine/instrument/instrument'
import type { RegisterSource } from '../registers/register-source'
import { paths } from '../paths'
import { formatCount } from '../web/format/number'
import { ANONYMOUS } from '../roster/employee-facts'
import { formatShortDate } from '../web/format/date'
import type { ActivitiesService } from './activities.service'
import { activityFactRows, pointStatus } from './activity-words'
import type { RosterPerson } from './participants.repository'
import type { ParticipantsService } from './participants.service'
import type { PointsService } from './points.service'

export interface ActivityUseCases {
  readonly activities: ActivitiesService
  readonly activityPoints: PointsService
  readonly participants: ParticipantsService
}

/** What the shared pages of the registers show of activities. */
export const activitiesSource = ({
  activities,
  activityPoints,
  participants,
}: ActivityUseCases): RegisterSource => ({
  summary: async unit => {
    const { counts } = await activities.kept(unit)
    if (counts.semua === 0) return { count: 'Belum ada kegiatan yang tercatat', alerts: [] }
    return {
      count: `${formatCount(counts.semua)} kegiatan, ${formatCount(counts.terbuka)} berbutir terbuka`,
      alerts:
        counts.lewat > 0
          ? [
              {
                text: `${formatCount(counts.lewat)} kegiatan berbutir lewat tenggat`,
                href: `${paths.satkerPoints(unit.satkerId)}?keadaan=lewat`,
                tone: 'bad',
              },
            ]
          : [],
    }
  },
  document: async (actor, id) => {
    const activity = await activities.get(actor, id)
    const today = activities.today(activity)
    const [raised, named] = await Promise.all([activityPoints.of(activity), participants.named(activity)])
    return {
      stages: stagesOf(activity, raised, today),
      facts: [
        { label: 'Judul', value: activity.title },
        ...activityFactRows(activity),
        ...(activity.agenda ? [{ label: 'Agenda', value: activity.agenda }] : []),
      ],
      tables: [
        {
          title: 'Butir dan tindak lanjut',
          header: ['Butir', 'Tenggat', 'Keadaan'],
          rows: raised.map(point => [
            point.text,
            formatShortDate(point.dueOn),
            point.doneOn === null
              ? pointStatus(point, today).text.replace(/^≤.*/, 'Terbuka')
              : `Selesai ${formatShortDate(point.doneOn)}`,
          ]),
        },
        {
          title: 'Peserta menurut jabatan',
          header: ['Jabatan', 'Orang'],
          rows: byPosition(named),
        },
      ],
    }
  },
})

/** What is still to come is a plan; points that were all closed are what came of it. */
function stagesOf(
  { heldUntil }: { readonly heldUntil: string },
  raised: readonly { readonly doneOn: string | null }[],
  today: string,
): EvidenceStage[] {
  if (heldUntil > today) return ['planning']
  const isFollowedUp = raised.length > 0 && raised.every(({ doneOn }) => doneOn !== null)
  return isFollowedUp ? ['implementation', 'follow_up'] : ['implementation']
}

/** How many of each position: an excerpt is kept as evidence for good, and names are not. */
function byPosition(named: readonly RosterPerson[]): string[][] {
  const people = new Map<string, number>()
  for (const { position } of named)
    people.set(position || ANONYMOUS, (people.get(position || ANONYMOUS) ?? 0) + 1)
  return [...people].sort().map(([position, count]) => [position, formatCount(count)])
}
