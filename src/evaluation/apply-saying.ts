import type { EvidenceVerdict, Question } from '../engine/instrument/instrument'
import type { FlagKind } from '../engine/scoring/score'
import type { Decision } from '../engine/stages/decisions'
import { Conflict, Invalid, NotFound } from '../refusals'
import {
  normalNote,
  readValue,
  sameValue,
  valueFacts,
  type StoredValue,
  type TypedValue,
} from '../worksheets/answer-content'
import { NOTE_LENGTH } from '../worksheets/answers.service'
import type { SheetAnswer, SheetDecision, SheetRuling, SheetVerdict } from './evaluations.repository'
import type { SheetContents } from './sheet-contents'

/** One thing that an evaluator says of a question, and the version it was said over. */
export type Saying =
  | { readonly field: 'value'; readonly value: TypedValue; readonly base: number }
  | { readonly field: 'note'; readonly note: string; readonly base: number }
  | { readonly field: 'decision'; readonly decision: Decision; readonly base: number }
  | { readonly field: 'verdict'; readonly use: string; readonly verdict: EvidenceVerdict | null }
  | {
      readonly field: 'ruling'
      readonly kind: FlagKind
      readonly ruling: SheetRuling['ruling'] | null
      readonly reason: string
    }

/** The versions of what stands for one question on a sheet. */
export interface QuestionVersions {
  readonly value: number
  readonly note: number
  readonly decision: number
}

/** What stands when another window (or person) was faster. */
export interface StandingJudgement {
  readonly versions: QuestionVersions
  readonly value: StoredValue
  readonly note: string
  readonly decision: Decision | null
  readonly by: string
  readonly at: string
}

/** What a saying changes on a sheet, and what the trail says of it. */
export interface Change {
  readonly answer?: SheetAnswer
  readonly decision?: SheetDecision
  /** `null`: the verdict is taken back. */
  readonly verdict?: SheetVerdict | { readonly useId: string; readonly verdict: null }
  readonly ruling?: SheetRuling | { readonly kind: FlagKind; readonly ruling: null }
  readonly event: { readonly action: string; readonly before: unknown; readonly after: unknown }
}

export interface Speaker {
  readonly id: string
  readonly name: string
  readonly at: string
}

const REASON_LENGTH = 2_000

/**
 * What a saying changes; null when the same stands there already. Throws Invalid on what cannot be kept, NotFound on
 * evidence or flags that the question does not have, Conflict<StandingJudgement> when `base` is not what stands.
 */
export function applySaying(
  contents: SheetContents,
  question: Question,
  saying: Saying,
  speaker: Speaker,
): readonly Change[] {
  switch (saying.field) {
    case 'value':
      return applyValue(contents, question, saying, speaker)
    case 'note':
      return applyNote(contents, question, saying, speaker)
    case 'decision':
      return applyDecision(contents, question, saying, speaker)
    case 'verdict':
      return applyVerdict(contents, question, saying, speaker)
    case 'ruling':
      return applyRuling(contents, question, saying, speaker)
  }
}

function applyValue(
  contents: SheetContents,
  question: Question,
  { value, base }: Extract<Saying, { field: 'value' }>,
  speaker: Speaker,
): Change[] {
  const reading = readValue(question, value)
  if (!reading.ok) throw new Invalid('Nilai belum tersimpan.', reading.errors)
  const standing = contents.answers.get(question.code)
  if (sameValue(storedValue(standing), reading.value)) return []
  if (base !== (standing?.valueVersion ?? 0)) throw conflict(contents, question.code, 'Nilai ini')
  return [valueChange(question, standing, reading.value, speaker)]
}

/** A new value of the sheet, e.g. the one before when an evaluator agrees with it after all. */
export const valueChange = (
  question: Question,
  standing: SheetAnswer | undefined,
  value: StoredValue,
  speaker: Speaker,
): Change => ({
  answer: {
    ...(standing ?? noAnswer(question.code)),
    option: value.option,
    inputs: value.inputs && JSON.stringify(value.inputs),
    valueVersion: (standing?.valueVersion ?? 0) + 1,
    valueBy: speaker.id,
    valueByName: speaker.name,
    valueAt: speaker.at,
  },
  event: {
    action: 'score-value',
    before: valueFacts(question, storedValue(standing)),
    after: valueFacts(question, value),
  },
})

function applyNote(
  contents: SheetContents,
  question: Question,
  { note: typed, base }: Extract<Saying, { field: 'note' }>,
  speaker: Speaker,
): Change[] {
  const note = normalNote(typed)
  if (note.length > NOTE_LENGTH)
    throw new Invalid('Catatan belum tersimpan.', { note: 'Tulis paling banyak 10.000 karakter.' })
  const standing = contents.answers.get(question.code)
  const version = standing?.noteVersion ?? 0
  if (note === (standing?.note ?? '') && (version > 0 || note === '')) return []
  if (base !== version) throw conflict(contents, question.code, 'Catatan ini')
  return [
    {
      answer: {
        ...(standing ?? noAnswer(question.code)),
        note,
        noteVersion: version + 1,
        noteBy: speaker.id,
        noteByName: speaker.name,
        noteAt: speaker.at,
      },
      event: { action: 'score-note', before: { note: standing?.note ?? '' }, after: { note } },
    },
  ]
}

function applyDecision(
  contents: SheetContents,
  question: Question,
  { decision, base }: Extract<Saying, { field: 'decision' }>,
  speaker: Speaker,
): Change[] {
  const standing = contents.decisions.get(question.code)
  if (standing?.decision === decision) return []
  if (base !== (standing?.version ?? 0)) throw conflict(contents, question.code, 'Putusan ini')
  return [decisionChange(contents, question.code, decision, speaker)]
}

export const decisionChange = (
  contents: SheetContents,
  question: string,
  decision: Decision | null,
  speaker: Speaker,
): Change => {
  const standing = contents.decisions.get(question)
  return {
    decision: {
      question,
      decision,
      version: (standing?.version ?? 0) + 1,
      decidedBy: speaker.id,
      decidedByName: speaker.name,
      decidedAt: speaker.at,
    },
    event: { action: 'decide', before: { decision: standing?.decision ?? null }, after: { decision } },
  }
}

function applyVerdict(
  contents: SheetContents,
  question: Question,
  { use, verdict }: Extract<Saying, { field: 'verdict' }>,
  speaker: Speaker,
): Change[] {
  if (!contents.uses.some(one => one.id === use && one.question === question.code))
    throw new NotFound('Bukti')
  const old = contents.verdicts.get(use)?.verdict ?? null
  if (old === verdict) return []
  return [
    {
      verdict: verdict
        ? {
            useId: use,
            question: question.code,
            verdict,
            givenBy: speaker.id,
            givenByName: speaker.name,
            givenAt: speaker.at,
          }
        : { useId: use, verdict: null },
      event: { action: 'judge-evidence', before: { use, verdict: old }, after: { use, verdict } },
    },
  ]
}

function applyRuling(
  contents: SheetContents,
  question: Question,
  { kind, ruling, reason: typed }: Extract<Saying, { field: 'ruling' }>,
  speaker: Speaker,
): Change[] {
  const reason = ruling === null ? '' : normalNote(typed).trim()
  if (reason.length > REASON_LENGTH)
    throw new Invalid('Tanda belum diputuskan.', { reason: 'Tulis paling banyak 2.000 karakter.' })
  if (ruling === 'dismissed' && reason === '')
    throw new Invalid('Tanda belum diputuskan.', { reason: 'Tulis alasan mengapa tanda ini diabaikan.' })
  const old = contents.rulings.find(row => row.question === question.code && row.kind === kind)
  const flagged = contents.score.questions.get(question.code)?.flags.includes(kind) ?? false
  if (!flagged && !old) throw new NotFound('Tanda')
  if ((old?.ruling ?? null) === ruling && (old?.reason ?? '') === reason) return []
  return [
    {
      ruling: ruling
        ? {
            question: question.code,
            kind,
            ruling,
            reason,
            ruledBy: speaker.id,
            ruledByName: speaker.name,
            ruledAt: speaker.at,
          }
        : { kind, ruling: null },
      event: {
        action: 'rule-flag',
        before: { flag: kind, ruling: old?.ruling ?? null, reason: old?.reason ?? '' },
        after: { flag: kind, ruling, reason },
      },
    },
  ]
}

function conflict(contents: SheetContents, code: string, what: string): Conflict<StandingJudgement> {
  const answer = contents.answers.get(code)
  const decision = contents.decisions.get(code)
  return new Conflict<StandingJudgement>(`${what} diubah di jendela lain. Tidak ada yang ditimpa.`, {
    versions: versionsOf(contents, code),
    value: storedValue(answer),
    note: answer?.note ?? '',
    decision: decision?.decision ?? null,
    by: answer?.valueByName ?? answer?.noteByName ?? decision?.decidedByName ?? '',
    at: [answer?.valueAt ?? '', answer?.noteAt ?? '', decision?.decidedAt ?? ''].sort().at(-1) ?? '',
  })
}

export const versionsOf = (contents: SheetContents, code: string): QuestionVersions => ({
  value: contents.answers.get(code)?.valueVersion ?? 0,
  note: contents.answers.get(code)?.noteVersion ?? 0,
  decision: contents.decisions.get(code)?.version ?? 0,
})

export const storedValue = (answer: Pick<SheetAnswer, 'option' | 'inputs'> | undefined): StoredValue => ({
  option: answer?.option ?? null,
  inputs: answer?.inputs ? (JSON.parse(answer.inputs) as Record<string, string>) : null,
})

const noAnswer = (question: string): SheetAnswer => ({
  question,
  option: null,
  inputs: null,
  valueVersion: 0,
  valueBy: null,
  valueByName: null,
  valueAt: null,
  note: '',
  noteVersion: 0,
  noteBy: null,
  noteByName: null,
  noteAt: null,
})
