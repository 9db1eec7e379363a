import { exact, ZERO } from '../../exact'
import { activityRecords, lastDayOf } from '../activities-held'
import type { ActivityFacts, Facts } from '../facts'
import { lastDay } from '../cycle-days'
import { covered, isWithin, monthWindows } from '../periods'
import { bandOf, countOf, type RuleMeans } from '../rule'
import { sayCount, sayShare } from '../say'
import { partOf, sayPart, total } from '../shares'
import { step, type Step } from '../steps'
import { progress, recommendation } from './recommendation'

type Read = Pick<Facts, 'today' | 'cycle' | 'activities'>

/** A meeting of whatever kind counts where ZI was discussed; the launch is none of the periodic ones. */
export const periodicMeetings = recommendation({
  number: 5,
  title: 'Rapat berkala yang membahas program ZI dan menindaklanjuti masalahnya',
  reads: ['today', 'cycle', 'activities'],
  bands: ['months_with_meeting', 'points_done', 'points_late'],
  numbers: ['months'],
  see: (facts: Read, means) => {
    const months = countOf(means, 'months')
    const end = lastDay(facts)
    const meetings = facts.activities.filter(
      one => one.ziDiscussed && one.kind !== 'launch' && isWithin(lastDayOf(one), end, months + 1),
    )
    const windows = monthWindows(end, months)
    const held = new Set(meetings.map(one => lastDayOf(one).slice(0, 7)))
    return {
      steps: [
        monthsWithMeeting(facts, covered(windows, held), months, means),
        pointsDone(facts, meetings, means),
      ],
      limits: [pointsLate(meetings, means)],
      records: activityRecords(meetings),
    }
  },
})

function monthsWithMeeting({ activities }: Read, held: number, of: number, means: RuleMeans): Step {
  return progress({
    key: 'months_with_meeting',
    label: 'Bulan dengan rapat yang membahas ZI',
    value: activities.length === 0 ? null : partOf(held, of),
    shown:
      activities.length === 0
        ? 'belum ada kegiatan tercatat'
        : sayPart(held, of, 'bulan terakhir ada rapat yang membahas ZI'),
    band: bandOf(means, 'months_with_meeting'),
    say: sayShare,
    next: 'Bahas program ZI dalam rapat bulan ini dan catat di register kegiatan.',
  })
}

/** Where activities are kept and none of them discussed ZI, nothing was followed up; a meeting without points says nothing of it. */
function pointsDone({ activities }: Read, meetings: readonly ActivityFacts[], means: RuleMeans): Step {
  const isNotBegun = activities.length > 0 && meetings.length === 0
  const [points, done] = [
    total(meetings.map(one => one.points)),
    total(meetings.map(one => Math.min(one.pointsDone, one.points))),
  ]
  return progress({
    key: 'points_done',
    label: 'Masalah dari rapat yang selesai ditindaklanjuti',
    value: isNotBegun ? ZERO : partOf(done, points),
    shown:
      points === 0
        ? 'belum ada masalah yang dicatat dari rapat'
        : sayPart(done, points, 'masalah dari rapat selesai ditindaklanjuti'),
    band: bandOf(means, 'points_done'),
    say: sayShare,
    next: 'Tindak lanjuti masalah dari rapat dan catat penyelesaiannya.',
  })
}

function pointsLate(meetings: readonly ActivityFacts[], means: RuleMeans): Step {
  const late = total(meetings.map(one => one.pointsLate))
  return step({
    key: 'points_late',
    label: 'Masalah dari rapat yang lewat tenggat',
    value: meetings.length === 0 ? null : exact(late),
    shown: `${sayCount(late)} masalah lewat tenggat`,
    band: bandOf(means, 'points_late'),
    next: 'Selesaikan masalah yang lewat tenggat.',
  })
}
