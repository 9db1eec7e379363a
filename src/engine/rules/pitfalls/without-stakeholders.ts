import { exact, ratio } from '../../exact'
import { krejcieMorgan } from '../../surveys/sample-size'
import { inCycle, lastDay } from '../cycle-days'
import type { Facts } from '../facts'
import type { Measure, RecordRef } from '../finding'
import { measure } from '../measures'
import { bandOf, rule, wordsOf, type RuleMeans } from '../rule'
import { sayCount, sayShare } from '../say'
import { pitfall } from './pitfall'

type Read = Pick<
  Facts,
  'today' | 'cycle' | 'inputs' | 'complaints' | 'surveys' | 'activities' | 'goals' | 'innovations'
>

const ID = 'pitfall-3'
const TITLE = 'Tanpa masukan pemangku kepentingan'
/** The kind under which the register of inputs keeps a public consultation. */
const CONSULTATION = 'konsultasi'

/** Built without those it is for. */
export const withoutStakeholders = rule({
  id: ID,
  title: TITLE,
  basis: 'Enam hal yang harus dihindari, nomor 3',
  reads: ['today', 'cycle', 'inputs', 'complaints', 'surveys', 'activities', 'goals', 'innovations'],
  bands: ['inputs', 'traced', 'small_samples'],
  words: ['service_areas'],
  read: (facts: Read, means) => {
    const surveys = facts.surveys.filter(({ heldUntil }) => inCycle(facts, heldUntil))
    const small = surveys.filter(({ population, respondents }) => respondents < krejcieMorgan(population))
    const traced = tracedTo(facts, means)
    return pitfall({
      rule: ID,
      title: TITLE,
      measures: [inputsHeard(facts, surveys.length, means), traced.measure, samples(surveys, small, means)],
      records: [...traced.untraced, ...small.map(({ id }) => ({ kind: 'survey' as const, id }))],
      remedy:
        'Catat konsultasi publik, audiensi, pengaduan, dan survei, hubungkan aksi layanan serta inovasi dengan masukan itu, dan cukupkan responden survei.',
    })
  },
})

/**
 * A survey once, a meeting once even where two registers keep it on one day, a month of complaints only where some came
 * in and one was done. A consultation that nobody from outside came to is none.
 */
function inputsHeard(facts: Read, surveys: number, means: RuleMeans): Measure {
  const within = facts.inputs.filter(({ happenedOn }) => inCycle(facts, happenedOn))
  const meetings = within.filter(({ kind }) => kind !== CONSULTATION).length
  const told = within.filter(({ kind }) => kind === CONSULTATION).map(({ happenedOn }) => happenedOn)
  const held = facts.activities
    .filter(one => one.kind === 'public-consultation' && one.guests > 0 && inCycle(facts, one.heldOn))
    .map(({ heldOn }) => heldOn)
  const on = (days: readonly string[], day: string): number => days.filter(one => one === day).length
  const consultations = [...new Set([...told, ...held])]
    .map(day => Math.max(on(told, day), on(held, day)))
    .reduce((all, count) => all + count, 0)
  const months = facts.complaints.filter(
    ({ month, received, done }) =>
      received > 0 &&
      done > 0 &&
      month.startsWith(`${facts.cycle.year}-`) &&
      month <= lastDay(facts).slice(0, 7),
  ).length
  const all = meetings + consultations + months + surveys
  return measure({
    key: 'inputs',
    label: 'Masukan pemangku kepentingan dalam siklus',
    value: exact(all),
    shown: `${sayCount(all)} masukan pemangku kepentingan tercatat dalam siklus ${facts.cycle.year}`,
    band: bandOf(means, 'inputs'),
  })
}

/** Goals that serve the public or touch the services, and innovations that have begun. */
function tracedTo(facts: Read, means: RuleMeans): { measure: Measure; untraced: RecordRef[] } {
  const end = lastDay(facts)
  const areas = wordsOf(means, 'service_areas')
  const acts = [
    ...facts.goals
      .filter(({ plannedOn }) => plannedOn <= end)
      .filter(one => one.serves === 'public' || one.areas.some(area => areas.includes(area)))
      .map(({ id, needInputs }) => ({ kind: 'goal' as const, id, needInputs })),
    ...facts.innovations
      .filter(({ startedOn }) => startedOn <= end)
      .map(({ id, needInputs }) => ({ kind: 'innovation' as const, id, needInputs })),
  ]
  const untraced = acts.filter(({ needInputs }) => needInputs === 0)
  const share = acts.length === 0 ? null : ratio(acts.length - untraced.length, acts.length)
  const label = 'aksi layanan dan inovasi berasal dari masukan pemangku kepentingan'
  return {
    measure: measure({
      key: 'traced',
      label: `Bagian ${label}`,
      value: share,
      shown: share === null ? 'belum ada aksi layanan dan inovasi' : `${sayShare(share)} ${label}`,
      band: bandOf(means, 'traced'),
      say: sayShare,
    }),
    untraced: untraced.map(({ kind, id }) => ({ kind, id })),
  }
}

function samples(surveys: Read['surveys'], small: Read['surveys'], means: RuleMeans): Measure {
  const [all, short] = [surveys.length, small.length]
  return measure({
    key: 'small_samples',
    label: 'Survei dengan responden di bawah kebutuhan sampel',
    value: all === 0 ? null : exact(short),
    shown:
      all === 0
        ? 'belum ada survei dalam siklus'
        : `${sayCount(short)} dari ${sayCount(all)} survei kekurangan responden`,
    band: bandOf(means, 'small_samples'),
  })
}
