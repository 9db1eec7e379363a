import { exact, ratio } from '../../exact'
import { daysBetween, monthsBetween } from '../../civil-days'
import { lastDay } from '../cycle-days'
import type { CivilDate } from '../../civil-days'
import type { Facts } from '../facts'
import type { Measure } from '../finding'
import { measure } from '../measures'
import { bandOf, countOf, rule, type RuleMeans } from '../rule'
import { sayCount, sayDate, sayShare } from '../say'
import { pitfall } from './pitfall'

type Read = Pick<Facts, 'today' | 'cycle' | 'activities' | 'evidence' | 'goals'>

const ID = 'pitfall-2'
const TITLE = 'Instan, tidak terencana, dipaksakan diusulkan'

/** Built in a hurry for the proposal. Before the hand-in, today stands in its place; what comes later is not yet done. */
export const instant = rule({
  id: ID,
  title: TITLE,
  basis: 'Enam hal yang harus dihindari, nomor 2',
  reads: ['today', 'cycle', 'activities', 'evidence', 'goals'],
  bands: ['months_since_launch', 'late_uploads', 'plans_after_the_fact'],
  numbers: ['last_days'],
  read: (facts: Read, means) => {
    const end = lastDay(facts)
    const until = facts.cycle.submittedOn === end ? 'pengajuan' : 'hari ini'
    const activities = facts.activities.filter(({ heldOn }) => heldOn <= end)
    return pitfall({
      rule: ID,
      title: TITLE,
      measures: [
        sinceLaunch(activities, end, until, means),
        lateUploads(facts, end, until, means),
        plansAfterTheFact({ goals: facts.goals, activities }, means),
      ],
      records: launches(activities).map(({ id }) => ({ kind: 'activity', id })),
      remedy:
        'Catat pencanangan dan rencana aksi sebelum kegiatannya, dan kumpulkan bukti sejak kegiatan berjalan.',
    })
  },
})

const launches = (activities: Read['activities']) => activities.filter(({ kind }) => kind === 'launch')

function sinceLaunch(
  activities: Read['activities'],
  end: CivilDate,
  until: string,
  means: RuleMeans,
): Measure {
  const [first] = launches(activities)
    .map(({ heldOn }) => heldOn)
    .sort()
  const months = first === undefined ? null : monthsBetween(first, end)
  return measure({
    key: 'months_since_launch',
    label: 'Bulan dari pencanangan sampai pengajuan',
    value: months === null ? null : exact(months),
    shown:
      first === undefined
        ? 'pencanangan belum tercatat di register kegiatan'
        : `${sayCount(months ?? 0)} bulan dari pencanangan pada ${sayDate(first)} sampai ${until}`,
    band: bandOf(means, 'months_since_launch'),
  })
}

/** A piece of the last day counts, one of the day before the last fourteen does not. */
function lateUploads({ evidence }: Read, end: CivilDate, until: string, means: RuleMeans): Measure {
  const days = countOf(means, 'last_days')
  const before = evidence.filter(({ uploadedOn }) => uploadedOn <= end)
  const late = before.filter(({ uploadedOn }) => daysBetween(uploadedOn, end) < days)
  const share = before.length === 0 ? null : ratio(late.length, before.length)
  const label = `bukti diunggah dalam ${days} hari terakhir sebelum ${until}`
  return measure({
    key: 'late_uploads',
    label: `Bagian ${label}`,
    value: share,
    shown: share === null ? 'belum ada bukti' : `${sayShare(share)} ${label}`,
    band: bandOf(means, 'late_uploads'),
    say: sayShare,
  })
}

function plansAfterTheFact(
  { goals, activities }: Pick<Read, 'goals' | 'activities'>,
  means: RuleMeans,
): Measure {
  const heldOn = new Map(activities.map(({ id, heldOn: day }) => [id, day]))
  const days = (goal: Read['goals'][number]) =>
    goal.activities.map(id => heldOn.get(id)).filter(day => day !== undefined)
  const carried = goals.filter(goal => days(goal).length > 0)
  const late = carried.filter(goal => days(goal).some(day => day < goal.plannedOn)).length
  return measure({
    key: 'plans_after_the_fact',
    label: 'Rencana aksi yang dibuat setelah kegiatan pertamanya',
    value: carried.length === 0 ? null : exact(late),
    shown:
      carried.length === 0
        ? 'belum ada rencana aksi yang dihubungkan dengan kegiatannya'
        : `${sayCount(late)} dari ${sayCount(carried.length)} rencana aksi dibuat setelah kegiatan pertamanya`,
    band: bandOf(means, 'plans_after_the_fact'),
  })
}
