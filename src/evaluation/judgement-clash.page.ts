import type { AssessmentContext } from '../assessments/assessment-context'
import type { Question } from '../engine/instrument/instrument'
import type { FlagKind } from '../engine/scoring/score'
import { markDifferences } from '../web/components/conflict'
import type { SafeHtml } from '../web/html'
import { NO_VALUE, readValue, valueWords } from '../worksheets/answer-content'
import { savedTime } from '../worksheets/question-row.page'
import { storedValue, versionsOf, type Saying, type StandingJudgement } from './apply-saying'
import { DECISION_WORDS } from './column-words'
import type { EvaluatedQuestion } from './evaluated-questions.service'
import type { JudgedTyping } from './judged-typing'
import type { Judgement } from './judgements.service'
import type { PostedJudgement } from './judging.form'

type ContestedField = 'value' | 'note' | 'decision'

/** One field in two contents, by whom and since when. */
export interface ClashedSide {
  readonly field: ContestedField | 'ruling'
  readonly lead: string
  readonly theirName: string
  /** `tersimpan 10.41`; `''` when it is not known. */
  readonly theirState: string
  readonly mine: SafeHtml
  readonly theirs: SafeHtml
}

type Contested = Extract<Saying, { field: ContestedField }>

const LEADS: Readonly<Record<ContestedField, string>> = {
  value: 'Nilai ini diubah di jendela lain.',
  note: 'Catatan ini diubah di jendela lain.',
  decision: 'Putusan ini diubah di jendela lain.',
}

/** A contested field in words, with the differences marked; for the page and for the script alike. */
export function judgementClash(
  { timeZone }: AssessmentContext,
  question: Question,
  mine: Contested,
  standing: StandingJudgement,
  now: Date,
): ClashedSide {
  const [left, right] = markDifferences(mineWords(question, mine), theirWords(question, mine.field, standing))
  return {
    field: mine.field,
    lead: LEADS[mine.field],
    theirName: standing.by || 'pengguna lain',
    theirState: standing.at ? `tersimpan ${savedTime(standing.at, timeZone, now)}` : 'tersimpan',
    mine: left,
    theirs: right,
  }
}

function mineWords(question: Question, mine: Contested): string {
  if (mine.field === 'note') return mine.note
  if (mine.field === 'decision') return DECISION_WORDS[mine.decision]
  const reading = readValue(question, mine.value)
  return valueWords(question, reading.ok ? reading.value : NO_VALUE)
}

function theirWords(question: Question, field: ContestedField, standing: StandingJudgement): string {
  if (field === 'note') return standing.note
  if (field === 'value') return valueWords(question, standing.value)
  return standing.decision ? DECISION_WORDS[standing.decision] : 'Belum diputuskan'
}

/** The fields of a refused form, each beside what stands now; all of them when the sheet was handed in meanwhile. */
export function clashesOf(
  { evaluation, place, row, sheet }: EvaluatedQuestion,
  judgement: Judgement,
  message: string,
  now: Date,
): ClashedSide[] {
  const { question } = place
  const answer = sheet.contents.answers.get(question.code)
  const decision = sheet.contents.decisions.get(question.code)
  const versions = versionsOf(sheet.contents, question.code)
  const standing: StandingJudgement = {
    versions,
    value: storedValue(answer),
    note: answer?.note ?? '',
    decision: decision?.decision ?? null,
    by: row.assessorName ?? '',
    at: [answer?.valueAt ?? '', answer?.noteAt ?? '', decision?.decidedAt ?? ''].sort().at(-1) ?? '',
  }
  return [judgement.value, judgement.note, judgement.decision].flatMap(saying => {
    if (!saying || (row.frozenAt === null && saying.base === versions[saying.field])) return []
    const side = judgementClash(evaluation.assessment, question, saying, standing, now)
    return [row.frozenAt === null ? side : { ...side, lead: message }]
  })
}

/** The reason that was typed for a ruling, beside the ruling that stands, when the sheet was handed in meanwhile. */
export function clashedRuling(
  { place, row, sheet }: EvaluatedQuestion,
  { kind, reason }: { readonly kind: FlagKind; readonly reason: string },
  message: string,
): ClashedSide {
  const standing = sheet.contents.rulings.find(
    one => one.question === place.question.code && one.kind === kind,
  )
  const [mine, theirs] = markDifferences(reason, standing?.reason ?? '')
  return {
    field: 'ruling',
    lead: message,
    theirName: standing?.ruledByName ?? row.assessorName ?? 'pengguna lain',
    theirState: 'tersimpan',
    mine,
    theirs,
  }
}

/** What of a form is shown again: the fields that were changed in it. */
export const typedOf = (
  posted: PostedJudgement,
  { value, note, decision }: Judgement,
): JudgedTyping['judgement'] => ({
  ...(value && { option: posted.option, inputs: posted.inputs }),
  ...(note && { note: posted.note }),
  ...(decision && { decision: posted.decision }),
})
