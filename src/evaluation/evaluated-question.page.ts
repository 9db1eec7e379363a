import type { Question } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { fromText } from '../engine/exact'
import type { ErrorSummary } from '../web/components/error-summary'
import { formatDate, civilDateIn } from '../web/format/date'
import { formatScore } from '../web/format/number'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { typedText } from '../worksheets/answer-content'
import { versionsOf, type QuestionVersions } from './apply-saying'
import { columnName, valueText } from './column-words'
import { deskOfSeat } from './desk-addresses'
import { earlierColumns, type EarlierColumn } from './earlier-columns.page'
import type { EvaluatedQuestion } from './evaluated-questions.service'
import type { JudgedTyping } from './judged-typing'
import { headFacts, outcomeOf, proofOf, type HeadFacts, type Outcome, type Proof } from './judged-places.page'
import { judgedPieces, type JudgedPiece } from './judged-pieces.page'
import { judgementForm, type JudgementForm } from './judgement-form.page'
import { notePhrases, type NotePhrases } from './note-phrases.page'
import type { QuestionMark } from '../findings/question-marks'
import { paths } from '../paths'
import { questionNotesLink, type QuestionNotes } from '../notes/question-notes.page'
import { SEAT_WORDS } from './seat-words'
import type { ClashedSide } from './judgement-clash.page'

declare module '../web/view' {
  interface Views {
    'evaluation/question': EvaluatedQuestionPage
  }
  interface Fragments {
    'evaluation/desk': Desk
  }
}

/** One question with everything an evaluator needs on one screen. */
export interface EvaluatedQuestionPage extends PageModel {
  readonly saveBase: string
  readonly editable: boolean
  readonly desk: Desk
}

/** What is exchanged when the next question comes; the page around it stays. */
export interface Desk {
  readonly code: string
  readonly title: string
  readonly sheet: string
  readonly versions: QuestionVersions
  readonly satker: string
  readonly overviewHref: string
  /** `WBK · TPI putaran 1` */
  readonly about: string
  readonly head: HeadFacts
  /** `15 dari 113` */
  readonly position: string
  readonly previous: Link | null
  readonly next: Link | null
  readonly summary: ErrorSummary | null
  readonly clash: readonly ClashedSide[]
  readonly closed: Message | null
  /** `Manajemen Perubahan · Pemantauan dan Evaluasi · bobot 0,33` */
  readonly place: string
  readonly text: string
  readonly criterion: string
  readonly said: SatkerSaid
  readonly proof: Proof
  /** What the rules saw at the hand-in. */
  readonly marks: readonly QuestionMark[]
  readonly pieces: readonly JudgedPiece[]
  readonly form: JudgementForm
  readonly outcome: Outcome
  readonly phrases: NotePhrases | null
  readonly earlier: readonly EarlierColumn[]
  /** To the notes on this question, and where one is written; null at a desk that is blind to them. */
  readonly notes: { readonly list: Link | null; readonly writeHref: string } | null
}

/** What is said of a question beside its answer and its scoring. */
export interface QuestionAround {
  /** How many notes to the satker there are on it; null where the desk is blind to them. */
  readonly notes: QuestionNotes | null
  readonly marks: readonly QuestionMark[]
}

/** The answer of the satker as it was handed in for this round. */
export interface SatkerSaid {
  readonly answer: string
  readonly criterion: string
  readonly value: string
  readonly note: string
  readonly who: string
}

export function evaluatedQuestionPage(
  shown: EvaluatedQuestion,
  around: QuestionAround,
  typed: JudgedTyping = {},
): EvaluatedQuestionPage {
  const desk = deskOf(shown, around, typed)
  return {
    title: desk.title,
    current: shown.row.seat === 'second' ? 'antrean' : 'evaluasi',
    wide: true,
    bodyClass: 'evaluating',
    saveBase: deskOfSeat(shown.row.seat).overview(shown.evaluation.assessment.id),
    editable: shown.closed === null,
    desk,
  }
}

export function deskOf(
  shown: EvaluatedQuestion,
  { notes, marks }: QuestionAround,
  typed: JudgedTyping = {},
): Desk {
  const { evaluation, place, row, sheet, closed } = shown
  const { assessment } = evaluation
  const { question, section } = place
  const { code } = question
  const { questions, partOfQuestion, parts } = lookup(assessment.instrument)
  const codes = [...questions.keys()]
  const addresses = deskOfSeat(row.seat)
  const link = (other: string | undefined): Link | null =>
    other ? { label: other, href: addresses.question(assessment.id, other) } : null
  const setting = { evaluation, row, sheet, question, editable: closed === null, refused: typed.ruling }
  return {
    code,
    title: `${code} ${question.text}`,
    sheet: row.id,
    versions: versionsOf(sheet.contents, code),
    satker: assessment.satkerName,
    overviewHref: addresses.overview(assessment.id),
    about: `${assessment.targetPredicate} · ${columnName(row)}`,
    head: headFacts(setting),
    position: `${place.position + 1} dari ${codes.length}`,
    previous: link(codes[place.position - 1]),
    next: link(codes[place.position + 1]),
    summary: summaryOf(question, typed),
    clash: typed.clash ?? [],
    closed: closedMessage(shown),
    place: [
      parts.get(partOfQuestion.get(code) ?? '')?.name ?? '',
      section.name,
      `bobot ${formatScore(place.share)}`,
    ].join(' · '),
    text: question.text,
    criterion: question.kind === 'choice' ? '' : question.criterion,
    said: satkerSaid(shown),
    proof: proofOf(setting),
    marks,
    pieces: judgedPieces(shown),
    form: judgementForm(shown, typed),
    outcome: outcomeOf(setting),
    phrases: notePhrases(shown, typed),
    earlier: earlierColumns(shown),
    notes: notes && {
      list: questionNotesLink(assessment, code, notes),
      writeHref: `${paths.newNote(assessment.id)}?${new URLSearchParams({ pertanyaan: code }).toString()}`,
    },
  }
}

function satkerSaid({ document, place, evaluation }: EvaluatedQuestion): SatkerSaid {
  const zone = evaluation.assessment.timeZone
  const found = document.questions.find(one => one.code === place.question.code)
  const answer = found?.answer
  const inputs = answer?.inputs?.map(({ label, value }) => `${label} ${typedText(value)}`).join('; ')
  const by = answer?.by?.name ?? ''
  return {
    answer: answer?.option?.key ?? inputs ?? 'Belum dijawab',
    criterion: answer?.option?.criterion ?? '',
    value: found && answer ? valueText({ state: found.state, value: fromText(found.value) }) : '',
    note: found?.note?.text ?? '',
    who: [by, answer?.at ? formatDate(civilDateIn(answer.at, zone)) : ''].filter(Boolean).join(', '),
  }
}

function summaryOf(question: Question, { errors, ruling, phrase }: JudgedTyping): ErrorSummary | null {
  const first = question.kind === 'choice' ? `pilihan-${question.options[0]?.key ?? ''}` : ''
  const idOf = (field: string): string => {
    if (field === 'note') return 'catatan'
    if (field === 'decision') return 'putusan-S'
    return field === 'option' ? first : `angka-${field}`
  }
  const items = Object.entries(errors ?? {}).map(([field, text]) => ({ text, href: `#${idOf(field)}` }))
  if (ruling) items.push({ text: ruling.error, href: `#tanda-${ruling.kind}-alasan` })
  if (phrase) items.push({ text: phrase.error, href: '#frasa-baru' })
  if (items.length === 0) return null
  return {
    title: items.length === 1 ? 'Satu isian belum tersimpan' : `${items.length} isian belum tersimpan`,
    items,
  }
}

function closedMessage({ closed, evaluation, row }: EvaluatedQuestion): Message | null {
  if (closed === null) return null
  const lead = 'Lembar ini hanya dapat dibaca.'
  const { turn } = evaluation
  if (closed.kind === 'handed-in')
    return {
      tone: 'info',
      lead,
      text: `${columnName(row)} sudah diserahkan${turn ? `; giliran menilai ada pada ${SEAT_WORDS[turn].person}` : ''}.`,
    }
  const text =
    closed.kind === 'window'
      ? closed.because
      : `Giliran menilai ada pada ${SEAT_WORDS[turn ?? 'member'].person}.`
  return { tone: 'info', lead, text }
}
