import { exact, ratio, type Exact } from '../../exact'
import { daysBetween } from '../../civil-days'
import { lastDay } from '../cycle-days'
import type { CivilDate } from '../../civil-days'
import type { Facts, GoalFacts } from '../facts'
import type { Measure } from '../finding'
import { measure } from '../measures'
import { bandOf, countOf, rule, wordsOf, type RuleMeans } from '../rule'
import { sayCount, sayDate, sayShare } from '../say'
import { hasAnyWord, plain } from '../texts'
import { pitfall } from './pitfall'

type Read = Pick<Facts, 'today' | 'cycle' | 'goals' | 'predicates' | 'activities'>

const ID = 'pitfall-1'
const TITLE = 'Demi imbalan, bukan demi perubahan'

/** Built for the predicate or the allowance. */
export const reward = rule({
  id: ID,
  title: TITLE,
  basis: 'Enam hal yang harus dihindari, nomor 1',
  reads: ['today', 'cycle', 'goals', 'predicates', 'activities'],
  bands: ['tied_goals', 'reward_goals', 'activities_kept'],
  numbers: ['days_compared', 'least_days_after'],
  words: ['reward', 'not_reward'],
  read: (facts: Read, means) => {
    const end = lastDay(facts)
    const goals = facts.goals.filter(({ plannedOn }) => plannedOn <= end)
    const untied = goals.filter(({ serves }) => serves === 'none')
    const rewarding = goals.filter(({ title }) => namesReward(title, means))
    const held = heldPredicate(facts, end)
    return pitfall({
      rule: ID,
      title: TITLE,
      measures: [
        tiedGoals(goals, untied, means),
        rewardGoals(goals, rewarding, means),
        ...(held ? [activitiesKept(facts, held.heldSince, end, means)] : []),
      ],
      records: [
        ...goals
          .filter(one => untied.includes(one) || rewarding.includes(one))
          .map(({ id }) => ({ kind: 'goal' as const, id })),
        ...(held ? [{ kind: 'predicate' as const, id: held.id }] : []),
      ],
      remedy:
        'Kaitkan tiap sasaran rencana aksi dengan target reformasi birokrasi atau manfaat bagi masyarakat, dan jaga kegiatannya sesudah predikat diraih.',
    })
  },
})

/** `Reward and punishment` is a tool of management, not an aim. */
function namesReward(title: string, means: RuleMeans): boolean {
  const rest = wordsOf(means, 'not_reward').reduce(
    (text, words) => text.replaceAll(` ${plain(words)} `, ' '),
    ` ${plain(title)} `,
  )
  return hasAnyWord(rest, wordsOf(means, 'reward'))
}

/** The predicate gained last of those that still stand. */
const heldPredicate = ({ predicates }: Read, end: CivilDate) =>
  predicates
    .filter(({ heldSince, lostOn }) => heldSince <= end && (lostOn === null || lostOn > end))
    .sort((a, b) => (a.heldSince + a.id < b.heldSince + b.id ? 1 : -1))[0]

function tiedGoals(goals: readonly GoalFacts[], untied: readonly GoalFacts[], means: RuleMeans): Measure {
  const share = goals.length === 0 ? null : ratio(goals.length - untied.length, goals.length)
  const label = 'sasaran rencana aksi terkait target reformasi birokrasi atau manfaat bagi masyarakat'
  return measure({
    key: 'tied_goals',
    label: `Bagian ${label}`,
    value: share,
    shown: share === null ? 'belum ada rencana aksi' : `${sayShare(share)} ${label}`,
    band: bandOf(means, 'tied_goals'),
    say: sayShare,
  })
}

function rewardGoals(
  goals: readonly GoalFacts[],
  rewarding: readonly GoalFacts[],
  means: RuleMeans,
): Measure {
  return measure({
    key: 'reward_goals',
    label: 'Sasaran yang menyebut imbalan atau predikat',
    value: goals.length === 0 ? null : exact(rewarding.length),
    shown:
      goals.length === 0
        ? 'belum ada rencana aksi'
        : `${sayCount(rewarding.length)} dari ${sayCount(goals.length)} sasaran menyebut imbalan atau predikat`,
    band: bandOf(means, 'reward_goals'),
  })
}

/** Activities per day since the predicate against those per day in as long a time before it as the book says. */
function activitiesKept(facts: Read, since: CivilDate, end: CivilDate, means: RuleMeans): Measure {
  const compared = countOf(means, 'days_compared')
  const after = facts.activities.filter(({ heldOn }) => heldOn >= since && heldOn <= end).length
  const before = facts.activities.filter(({ heldOn }) => {
    const days = daysBetween(heldOn, since)
    return days > 0 && days <= compared
  }).length
  const daysAfter = daysBetween(since, end) + 1
  const kept: Exact | null =
    before === 0 || daysAfter < countOf(means, 'least_days_after')
      ? null
      : ratio(BigInt(after) * BigInt(compared), BigInt(before) * BigInt(daysAfter))
  return measure({
    key: 'activities_kept',
    label: 'Kegiatan per bulan sesudah predikat dibandingkan dengan sebelumnya',
    value: kept,
    shown:
      kept === null
        ? `kegiatan sebelum dan sesudah predikat ${sayDate(since)} belum cukup untuk dibandingkan`
        : `kegiatan per bulan sesudah predikat ${sayDate(since)} adalah ${sayShare(kept)} dari sebelumnya`,
    band: bandOf(means, 'activities_kept'),
    say: sayShare,
  })
}
