import type { AssessmentContext } from '../assessments/assessment-context'
import type { Question } from '../engine/instrument/instrument'
import { paths } from '../paths'
import { formatCount } from '../web/format/number'
import type { Link } from '../web/shell'
import { formatDateRange, formatShortDate } from '../web/format/date'
import { sameValue, valueWords, type StoredValue } from '../worksheets/answer-content'
import type { OfferRow } from './offers.repository'
import { entryHref, registerLabel } from './register'
import type { MadeSuggestion } from './suggestions.service'

declare module '../web/view' {
  interface Fragments {
    'registers/question-offers': QuestionOffers
  }
}

/** What the registers offer a question: entries that prove it, figures that answer it. */
export interface QuestionOffers {
  readonly useAction: string
  readonly entries: readonly OfferedEntry[]
  readonly suggestAction: string
  readonly suggestions: readonly OfferedAnswer[]
  readonly registersHref: string
  /** To all of them, when there are more; null when these are all. */
  readonly more: Link | null
}

export interface OfferedEntry {
  readonly id: string
  readonly href: string
  readonly title: string
  /** `Kegiatan · 12 Jan 2026 · 3 bukti`. */
  readonly detail: string
  readonly used: boolean
}

interface OfferedAnswer {
  readonly register: string
  readonly base: string
  readonly sentence: string
  /** `Jumlah agen perubahan 7; Jumlah perubahan 5`. */
  readonly answer: string
  readonly href: string
  readonly source: string
  /** The answer says so already. */
  readonly stands: boolean
}

export interface OfferSetting {
  readonly assessment: AssessmentContext
  readonly question: Question
  readonly offers: readonly OfferRow[]
  readonly suggestions: readonly MadeSuggestion[]
  /** What stands as the answer, and its version; 0 before anything was saved. */
  readonly standing: StoredValue
  readonly version: number
}

export function questionOffers({
  assessment,
  question,
  offers,
  suggestions,
  standing,
  version,
}: OfferSetting): QuestionOffers {
  return {
    useAction: paths.offeredEntry(assessment.id, question.code),
    entries: offers.map(offerOf),
    suggestAction: paths.suggestedAnswer(assessment.id, question.code),
    suggestions: suggestions.map(one => ({
      register: one.register,
      base: String(version),
      sentence: one.sentence,
      answer: valueWords(question, storedOf(one)),
      href: one.href,
      source: registerLabel(one.register),
      stands: sameValue(standing, storedOf(one)),
    })),
    registersHref: paths.registers(assessment.satkerId),
    more: moreOf(assessment, question.code, offers),
  }
}

const storedOf = ({ answer }: MadeSuggestion): StoredValue =>
  'option' in answer ? { option: answer.option, inputs: null } : { option: null, inputs: answer.inputs }

function moreOf(assessment: AssessmentContext, question: string, offers: readonly OfferRow[]): Link | null {
  const total = Number(offers[0]?.total ?? 0)
  return total > offers.length
    ? {
        label: `Lihat semua ${formatCount(total)} entri`,
        href: paths.offeredEntry(assessment.id, question),
      }
    : null
}

export function offerOf({
  id,
  register,
  title,
  happenedOn,
  happenedUntil,
  used,
  proofs,
}: OfferRow): OfferedEntry {
  const dates =
    happenedOn === null
      ? ''
      : happenedUntil && happenedUntil !== happenedOn
        ? formatDateRange(happenedOn, happenedUntil)
        : formatShortDate(happenedOn)
  const count = Number(proofs)
  return {
    id,
    href: entryHref(register, id),
    title,
    detail: [registerLabel(register), dates, count > 0 ? `${count} bukti` : 'tanpa bukti']
      .filter(Boolean)
      .join(' · '),
    used: Boolean(used),
  }
}
