import { exact, sub, toNumber, type Exact } from '../engine/exact'
import type { Question } from '../engine/instrument/instrument'
import { valueOf } from '../engine/scoring/answer-value'
import type { QuestionScore } from '../engine/scoring/score'
import type { Decision } from '../engine/stages/decisions'
import { typedText, type StoredValue } from '../worksheets/answer-content'
import type { Status } from '../web/components/status'
import { formatScore } from '../web/format/number'
import type { SheetRow } from './evaluations.repository'
import { SEAT_WORDS } from './seat-words'

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  setuju: 'Setuju',
  ubah: 'Ubah nilai',
  'minta bukti': 'Minta bukti',
  tunda: 'Tunda',
}

/** `TPI putaran 1`; a second scorer has no rounds. */
export const columnName = ({ seat, round }: Pick<SheetRow, 'seat' | 'round'>): string =>
  seat === 'second' ? SEAT_WORDS[seat].column : `${SEAT_WORDS[seat].column} putaran ${round}`

type Valued = Pick<QuestionScore, 'state' | 'value'>

/** `1,00`, `Belum dihitung`, `Belum dijawab` */
export function valueText({ state, value }: Valued): string {
  if (state === 'answered') return formatScore(value)
  if (state === 'contradictory') return 'Belum dihitung'
  return state === 'incomplete' ? 'Belum lengkap' : 'Belum dijawab'
}

/** How a value stands against the column before: `Turun 0,33`, `Naik 0,33`, `Sama dengan Mandiri`. */
export function changeStatus(now: Valued, before: Valued, column: string): Status {
  const difference = sub(now.value, before.value)
  const amount = toNumber(difference)
  if (amount === 0 && now.state === before.state)
    return { tone: 'mut', icon: 'tick', text: `Sama dengan ${column}` }
  if (amount === 0) return { tone: 'warn', icon: 'warn', text: `Keadaannya berbeda dari ${column}` }
  const by = small(difference) ? 'kurang dari 0,01' : formatScore(difference).replace('−', '')
  return amount < 0
    ? { tone: 'bad', icon: 'fall', text: `Turun ${by}` }
    : { tone: 'ok', icon: 'up', text: `Naik ${by}` }
}

const small = (difference: Exact): boolean => /^−?0,00$/.test(formatScore(difference))

/** The value of an answer as a question of its own cycle counts it. */
export function valueOfStored(question: Question, { option, inputs }: StoredValue): Valued {
  const answer =
    option !== null
      ? { option }
      : inputs && {
          inputs: Object.fromEntries(Object.entries(inputs).map(([key, text]) => [key, exact(text)])),
        }
  return valueOf(question, answer ?? undefined)
}

/** What was answered, short: the option's key, or the numbers by their labels. */
export function shortAnswer(question: Question, { option, inputs }: StoredValue): string {
  if (option !== null) return option
  if (inputs === null || question.kind === 'choice') return ''
  return question.inputs
    .flatMap(({ key, label }) => (inputs[key] === undefined ? [] : [`${label} ${typedText(inputs[key])}`]))
    .join('; ')
}
