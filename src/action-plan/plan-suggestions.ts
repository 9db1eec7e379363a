import { amountOf, carriedOut, type Amount, type Share } from '../engine/action-plan/carried-out'
import type { Instrument, Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { paths } from '../paths'
import type { Suggestion } from '../registers/suggestion'
import { formatPart } from '../web/format/number'
import type { GoalRow } from './goal-facts'
import { EVERY_YEAR } from './plan-list'

/** Codes change with the instrument, what its questions ask does not. */
const CARRIED_OUT = /\bkegiatan dalam rencana/i
const IN_LINE = /target prioritas/i

export const asksOfPlans = ({ text }: Question): boolean => CARRIED_OUT.test(text) || IN_LINE.test(text)

/** The place among the options, from the best down, by how many there are. */
const PLACES: Readonly<Record<number, Readonly<Record<Amount, number>>>> = {
  3: { all: 0, most: 1, few: 1, none: 2 },
  4: { all: 0, most: 1, few: 2, none: 3 },
}

/** What the plans of a cycle's year and the year before say of questions about plans. */
export function planSuggestions(
  goals: readonly GoalRow[],
  {
    satkerId,
    year,
    today,
    instrument,
  }: { satkerId: string; year: number; today: string; instrument: Instrument },
): Suggestion[] {
  const ofYears = goals.filter(goal => goal.year === year || goal.year === year - 1)
  const done = carriedOut(ofYears, today)
  const tied = { part: ofYears.filter(goal => goal.serves !== 'none').length, whole: ofYears.length }
  const span = [...new Set(ofYears.map(goal => goal.year))].sort().join(' dan ')
  const href = `${paths.actionPlan(satkerId)}?tahun=${EVERY_YEAR}`
  return [...lookup(instrument).questions.values()].flatMap(({ question }) => [
    ...suggested(question, CARRIED_OUT, done, {
      sentence: `${formatPart(done.part, done.whole)} sasaran rencana aksi ${span} yang jatuh tempo selesai sampai tenggatnya.`,
      href,
    }),
    ...suggested(question, IN_LINE, tied, {
      sentence: `${formatPart(tied.part, tied.whole)} sasaran rencana aksi ${span} mendukung sasaran reformasi birokrasi atau hasil bagi publik.`,
      href,
    }),
  ])
}

function suggested(
  question: Question,
  asks: RegExp,
  share: Share,
  said: Pick<Suggestion, 'sentence' | 'href'>,
): Suggestion[] {
  const amount = amountOf(share)
  if (amount === null || question.kind !== 'choice' || !asks.test(question.text)) return []
  const place = PLACES[question.options.length]?.[amount]
  const option = place === undefined ? undefined : question.options[place]
  return option ? [{ question: question.code, answer: { option: option.key }, ...said }] : []
}
