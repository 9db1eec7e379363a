import { STAGE_WORDS } from '../web/components/evidence'
import { STATUS, type Status } from '../web/components/status'
import { formatInstant, type TimeZone } from '../web/format/date'
import { formatDecimal } from '../web/format/number'
import { flagWords, type FlagWords } from '../worksheets/flag-words'
import type {
  FrozenAnswer,
  FrozenDocument,
  FrozenEvidence,
  FrozenQuestion,
  FrozenSaying,
  FrozenUse,
} from './frozen-document'
import { shown, weightText } from './frozen-score.page'

/** The questions of one sub-criterion under its heading. */
export interface QuestionGroup {
  readonly code: string
  /** `Pengungkit › Pemenuhan › Manajemen Perubahan` */
  readonly place: string
  readonly name: string
  /** `bobot 0,50 · diklaim 0,50 · terbukti 0,25` */
  readonly score: string
  readonly questions: readonly QuestionLine[]
}

export interface QuestionLine {
  readonly code: string
  readonly text: string
  readonly status: Status | null
  /** The option with its criterion, or the inputs with their labels; `''` when unanswered. */
  readonly answer: string
  /** `0,71`; `''` when there is none. */
  readonly value: string
  readonly rule: string
  readonly said: string
  readonly note: string
  readonly noteSaid: string
  readonly flags: readonly FlagWords[]
  /** `Rencana, Pelaksanaan dari Rencana, Pelaksanaan, Pemantauan` */
  readonly coverage: string
  readonly uses: readonly UseLine[]
}

export interface UseLine {
  readonly number: string
  readonly href: string
  readonly title: string
  readonly stages: string
  readonly claim: string
}

type Pieces = ReadonlyMap<string, FrozenEvidence>

export function questionGroups(
  document: FrozenDocument,
  pieces: Pieces,
  opened: ReadonlySet<string>,
): QuestionGroup[] {
  const sections = new Map(document.score.sections.map(section => [section.code, section]))
  const placeOf = (code: string | null): string[] => {
    const section = code === null ? undefined : sections.get(code)
    return section ? [...placeOf(section.parent), section.name] : []
  }
  const subCriteria = [...new Set(document.questions.map(question => question.section))]
  return subCriteria.map(code => {
    const section = sections.get(code)!
    const questions = document.questions.filter(question => question.section === code)
    return {
      code,
      place: placeOf(section.parent).join(' › '),
      name: section.name,
      score: `bobot ${weightText(section.weight)} · diklaim ${shown(section.claimed)} · terbukti ${shown(section.substantiated)}`,
      questions: questions.map(question =>
        questionLine(question, document.satker.timeZone, uses => useLines(uses, pieces, opened)),
      ),
    }
  })
}

const STATE: Readonly<Record<FrozenQuestion['state'], Status | null>> = {
  answered: null,
  unanswered: STATUS.unanswered,
  incomplete: STATUS.incomplete,
  contradictory: STATUS.contradictory,
}

function questionLine(
  question: FrozenQuestion,
  zone: TimeZone,
  linesOf: (uses: readonly FrozenUse[]) => UseLine[],
): QuestionLine {
  const { answer, note, coverage, state } = question
  const words = (stages: readonly (keyof typeof STAGE_WORDS)[]) =>
    stages.map(stage => STAGE_WORDS[stage]).join(', ') || 'belum ada'
  return {
    code: question.code,
    text: question.text,
    status: question.carried ? STATUS.toReview : STATE[state],
    answer: answer ? answerWords(answer) : '',
    value: state === 'answered' ? shown(question.value) : '',
    rule: question.zeroRule ?? '',
    said: answer ? sayingLine(answer, zone) : '',
    note: note?.text ?? '',
    noteSaid: note ? sayingLine(note, zone) : '',
    flags: question.flags.map(flagWords),
    coverage:
      state === 'answered' && coverage.expected.length > 0
        ? `${words(coverage.shown)} (diharapkan ${words(coverage.expected)})`
        : '',
    uses: linesOf(question.uses),
  }
}

function answerWords({ option, inputs }: FrozenAnswer): string {
  if (option) return `${option.key}. ${option.criterion}`
  return (inputs ?? []).map(({ label, value }) => `${label}: ${formatDecimal(value)}`).join('; ')
}

const sayingLine = ({ by, at }: FrozenSaying, zone: TimeZone): string =>
  by && at ? `${by.name}, ${formatInstant(at, zone)}` : ''

export function useLines(uses: readonly FrozenUse[], pieces: Pieces, opened: ReadonlySet<string>): UseLine[] {
  return uses.flatMap(use => {
    const piece = pieces.get(use.evidence)
    if (!piece) return []
    const open = opened.has(piece.id)
    return [
      {
        number: piece.number,
        href: `#${piece.number}`,
        title: open ? piece.title : 'Bukti terbatas',
        stages: use.stages.map(stage => STAGE_WORDS[stage]).join(', '),
        claim: open ? [use.page, use.claim].filter(Boolean).join(': ') : '',
      },
    ]
  })
}
