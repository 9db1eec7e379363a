import type { TrailRow } from '../audit/audit.repository'
import { trailEntry, type TrailEntry } from '../audit/audit.page'
import { lookup, type QuestionPlace } from '../engine/instrument/lookup'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import type { ErrorSummary } from '../web/components/error-summary'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import type { AreaForm } from './area.page'
import { questionNotesLink, type QuestionNotes } from '../notes/question-notes.page'
import type { QuestionOffers } from '../registers/question-offers.page'
import { questionRow, type QuestionRow, type RowSetting } from './question-row.page'
import { refusalSummary } from './refused-answers'
import { whyFacts, type WhyFact } from './why.page'

declare module '../web/view' {
  interface Views {
    'worksheets/question': QuestionPage
  }
}

/** One question with everything around it; the phone's natural page. */
export interface QuestionPage extends PageModel {
  readonly crumbs: Crumbs
  readonly summary: ErrorSummary | null
  readonly closed: Message | null
  readonly editable: boolean
  readonly saveBase: string
  readonly form: AreaForm
  readonly row: QuestionRow
  /** Kinds of evidence that people bring, for example. */
  readonly examples: readonly string[]
  readonly why: readonly WhyFact[]
  /** Why its sub-criterion has its score. */
  readonly originHref: string
  readonly previous: Link | null
  readonly next: Link | null
  readonly previousOpen: string | null
  readonly nextOpen: string | null
  readonly whatIfHref: string
  /** To the notes on this question; null while there are none. */
  readonly notes: Link | null
  /** What the registers offer; null for whoever does not answer, or not now. */
  readonly offers: QuestionOffers | null
  readonly entries: readonly TrailEntry[]
  readonly newerHref: string | null
  readonly olderHref: string | null
}

export const TRAIL_PAGE = 20

export interface TrailSlice {
  readonly page: number
  /** One more than a page when there are older ones. */
  readonly rows: readonly TrailRow[]
}

export function questionPage(
  setting: RowSetting & { readonly closed: Message | null },
  place: QuestionPlace,
  {
    trail,
    notes,
    offers,
  }: { readonly trail: TrailSlice; readonly notes: QuestionNotes; readonly offers: QuestionOffers | null },
): QuestionPage {
  const { assessment, contents } = setting
  const { question, section } = place
  const { code } = question
  const { questions, partOfQuestion, parts } = lookup(assessment.instrument)
  const codes = [...questions.keys()]
  const at = codes.indexOf(code)
  const isOpen = (other: string): boolean => contents.score.questions.get(other)?.state !== 'answered'
  const part = parts.get(partOfQuestion.get(code) ?? '')!
  const href = (other: string): string => paths.question(assessment.id, other)
  const link = (other: string | undefined): Link | null =>
    other ? { label: other, href: href(other) } : null
  const before = codes.slice(0, at).findLast(isOpen)
  const after = codes.slice(at + 1).find(isOpen)
  const trailHref = (page: number): string => `${href(code)}?jejak=${page}#jejak`
  return {
    title: `${code} ${question.text}`,
    current: 'lembar',
    crumbs: {
      links: [
        { label: 'Lembar kerja', href: paths.wholeWorksheet(assessment.id) },
        { label: part.name, href: `${paths.worksheetPart(assessment.id, part.id)}#${code}` },
        { label: section.name, href: `${paths.worksheetPart(assessment.id, part.id)}#${code}` },
      ],
    },
    summary: refusalSummary(assessment.instrument, setting.refused),
    closed: setting.closed,
    editable: setting.editable,
    saveBase: paths.answers(assessment.id),
    form: {
      id: `isi-${code}`,
      action: paths.answer(assessment.id, code),
      editable: setting.editable,
      hidden: [{ name: 'pertanyaan', value: code }],
    },
    row: questionRow(setting, question, code, `isi-${code}`),
    examples: question.evidence,
    why: whyFacts(question, contents.score.questions.get(code)!, `${section.code} ${section.name}`),
    originHref: paths.scoreOrigin(assessment.id, section.code),
    previous: link(codes[at - 1]),
    next: link(codes[at + 1]),
    previousOpen: before ? href(before) : null,
    nextOpen: after ? href(after) : null,
    whatIfHref:
      question.kind === 'choice'
        ? `${paths.missing(assessment.id)}?andaikan=${encodeURIComponent(`${code}:${question.options[0]?.key ?? ''}`)}`
        : paths.missing(assessment.id),
    notes: questionNotesLink(assessment, code, notes),
    offers,
    entries: trail.rows.slice(0, TRAIL_PAGE).map(row => trailEntry(row, assessment.timeZone)),
    newerHref: trail.page > 1 ? trailHref(trail.page - 1) : null,
    olderHref: trail.rows.length > TRAIL_PAGE ? trailHref(trail.page + 1) : null,
  }
}
