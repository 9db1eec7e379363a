import { compare, fromText, mul, sub, sum, ZERO, type Exact } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import type { AssessorSeat, SheetSeat } from '../engine/stages/turns'
import type { SheetDocument, SheetQuestion } from '../evaluation/sheet-document'
import type { FrozenDocument, FrozenQuestion } from '../frozen/frozen-document'
import type { Letterhead } from '../reports/letterhead'
import type { Logo, Signatory } from '../reports/readiness-facts'
import { formatScore } from '../web/format/number'
import type { Result } from './results.service'

/** Everything that Berita Acara and LHE are composed from. */
export interface OutcomeFacts {
  readonly result: Result
  /** The frozen worksheets in the order they were made. */
  readonly sheets: readonly FrozenSheet[]
  /** The unit of the dalnis. */
  readonly inspectorate: {
    readonly name: string
    readonly letterhead: Letterhead
    readonly logo: Logo | null
  }
  /** By account. */
  readonly nips: ReadonlyMap<string, string>
  readonly head: Signatory | null
  readonly chair: Signatory | null
  /** Where anybody looks up a code. */
  readonly verificationAddress: string
  readonly generatedAt: string
}

export type FrozenSheet =
  | { readonly seat: 'satker'; readonly round: number; readonly document: FrozenDocument }
  | { readonly seat: Exclude<SheetSeat, 'satker'>; readonly round: number; readonly document: SheetDocument }

/** The outcome as one result, all in its final order, numbers exact: page and PDF print it and compute nothing. */
export interface Outcome extends Pick<
  OutcomeFacts,
  'result' | 'inspectorate' | 'head' | 'chair' | 'generatedAt'
> {
  /** Until it is final. */
  readonly draft: boolean
  readonly seal: {
    readonly code: string
    readonly hash: string
    readonly at: string
    readonly address: string
  } | null
  readonly columns: readonly Column[]
  /** Questions whose value is not what the satker handed in last, the biggest loss first. */
  readonly differences: readonly Difference[]
  readonly lost: Exact
  readonly repairs: readonly Repair[]
  readonly assessors: readonly Assessor[]
}

export interface Column {
  readonly seat: SheetSeat
  readonly round: number
  readonly person: string
  readonly at: string
  readonly total: Exact
  /** By component of the instrument. */
  readonly components: readonly Exact[]
}

export interface Difference {
  readonly code: string
  readonly text: string
  /** The answers in words: an option's key, or a value. */
  readonly from: string
  readonly to: string
  /** Points of the total; above 0: lowered. */
  readonly lost: Exact
  readonly reason: string
  readonly by: string
}

export interface Repair {
  readonly round: number
  readonly code: string
  readonly text: string
  readonly note: string
  readonly reply: string
}

export interface Assessor extends Signatory {
  readonly seat: AssessorSeat
}

/** Composes what Berita Acara and LHE say; pure. */
export function composeOutcome(facts: OutcomeFacts): Outcome {
  const { result, sheets, verificationAddress } = facts
  const { assessment } = result.evaluation
  const { inspectorate, head, chair, generatedAt } = facts
  const seal = assessment.stage === 'final' ? result.seals.find(one => one.reopenedAt === null) : undefined
  const differences = differencesOf(facts)
  return {
    ...{ result, inspectorate, head, chair, generatedAt },
    draft: !seal,
    seal: seal ? { code: seal.code, hash: seal.hash, at: seal.sealedAt, address: verificationAddress } : null,
    columns: sheets.map(sheet => columnOf(result, sheet)),
    differences,
    lost: sum(differences.map(difference => difference.lost)),
    repairs: repairsOf(result),
    assessors: assessorsOf(facts),
  }
}

function columnOf({ evaluation }: Result, sheet: FrozenSheet): Column {
  const { score } = sheet.document
  const claimed = new Map(score.sections.map(section => [section.code, fromText(section.claimed)]))
  const handedIn = sheet.seat === 'satker' ? sheet.document.submitted : sheet.document.handedIn
  return {
    seat: sheet.seat,
    round: sheet.round,
    person: handedIn.by.name,
    at: handedIn.at,
    total: fromText(score.claimed.total),
    components: evaluation.assessment.instrument.sections.map(({ code }) => claimed.get(code) ?? ZERO),
  }
}

function differencesOf({ result, sheets }: OutcomeFacts): Difference[] {
  const own = sheets.findLast(sheet => sheet.seat === 'satker')
  const last = sheets.findLast(sheet => sheet.seat === 'controller')
  if (own?.seat !== 'satker' || last?.seat !== 'controller') return []
  const before = new Map(own.document.questions.map(question => [question.code, question]))
  const { questions } = lookup(result.evaluation.assessment.instrument)
  const found = last.document.questions.flatMap((after): Difference[] => {
    const place = questions.get(after.code)
    const was = before.get(after.code)
    if (!place || !was) return []
    const lost = mul(place.share, sub(fromText(was.value), fromText(after.value)))
    if (compare(lost, ZERO) === 0) return []
    const { note, noteBy } = reasonOf(sheets, after)
    return [
      {
        code: after.code,
        text: place.question.text,
        from: claimedWord(was),
        to: evaluatedWord(after),
        lost,
        reason: note,
        by: noteBy ?? '',
      },
    ]
  })
  return found.sort((one, other) => compare(other.lost, one.lost))
}

/** The note of the final worksheet; where that has none, of the last evaluator who wrote one. */
function reasonOf(
  sheets: readonly FrozenSheet[],
  final: SheetQuestion,
): Pick<SheetQuestion, 'note' | 'noteBy'> {
  const notes = sheets.flatMap(sheet =>
    sheet.seat === 'satker' ? [] : sheet.document.questions.filter(one => one.code === final.code),
  )
  return notes.findLast(one => one.note.trim() !== '') ?? final
}

const claimedWord = ({ answer, state, value }: FrozenQuestion): string =>
  answer?.option?.key ?? valueWord(state, value)
const evaluatedWord = ({ option, state, value }: SheetQuestion): string => option ?? valueWord(state, value)
const valueWord = (state: SheetQuestion['state'], value: string): string =>
  state === 'answered' ? formatScore(fromText(value)) : '–'

const repairsOf = ({ evaluation }: Result): Repair[] =>
  evaluation.returned.map(({ round, question, note, reply }) => ({
    round,
    code: question,
    text: lookup(evaluation.assessment.instrument).questions.get(question)?.question.text ?? '',
    note,
    reply,
  }))

const TITLES: Readonly<Record<Assessor['seat'], string>> = {
  kanwil: 'Prapenilai kanwil',
  member: 'Anggota tim',
  lead: 'Ketua tim',
  controller: 'Pengendali teknis',
}

/** Whoever handed in last on each seat. */
function assessorsOf({ sheets, nips }: OutcomeFacts): Assessor[] {
  const seats = ['kanwil', 'member', 'lead', 'controller'] as const
  return seats.flatMap(seat => {
    const sheet = sheets.findLast(one => one.seat === seat)
    if (!sheet || sheet.seat === 'satker') return []
    const { by } = sheet.document.handedIn
    return [{ seat, name: by.name, nip: nips.get(by.id) ?? '', title: TITLES[seat] }]
  })
}
