import type { ChoiceQuestion, Question } from '../../src/engine/instrument/instrument'
import type { TypedValue } from '../../src/worksheets/answer-content'
import type { Dice } from './dice'
import type { Character } from './stories'

type Inputs = Readonly<Record<string, string>>

const inputs = (keys: string, values: string): Inputs => {
  const texts = values.split(' ')
  return Object.fromEntries(keys.split(' ').map((key, place) => [key, texts[place] ?? '']))
}

const row = (keys: string, good: string, fair: string, weak: string, paper: string) => ({
  good: inputs(keys, good),
  fair: inputs(keys, fair),
  weak: inputs(keys, weak),
  paper: inputs(keys, paper),
})

/** The counts and indices that each kind of team types. */
const TYPED: Readonly<Record<string, Readonly<Record<Character, Inputs>>>> = {
  'A.II.1.i.a': row('agents changes', '8 8', '6 5', '5 1', '7 7'),
  'A.II.1.i.b': row('changes integrated', '8 6', '5 3', '1 0', '7 7'),
  'A.II.3.iii.a': row('previous current sanctioned', '5 1 1', '4 2 2', '3 3 1', '0 0 0'),
  'A.II.4.i.a': row('targets achieved', '7 7', '7 7', '7 3', '10 10'),
  'A.II.5.ii.a': row('due in_progress resolved', '24 1 23', '18 3 15', '12 7 5', '0 0 0'),
  'A.II.5.iii.a': row('heads officials others reported', '1 4 6 11', '1 3 4 8', '1 3 3 6', '1 4 5 10'),
  'A.II.6.i.b': row('services simplified', '9 8', '8 6', '9 3', '8 8'),
  'B.I.i.a': row('index', '3,78', '3,64', '3,38', '3,91'),
  'B.II.i.a': row('index', '3,71', '3,46', '3,18', '3,96'),
}

export const typedCount = (code: string, character: Character, key: string): number =>
  Number(TYPED[code]?.[character][key] ?? 0)

export const typedIndex = (code: string, character: Character): number =>
  Number((TYPED[code]?.[character]['index'] ?? '0').replace(',', '.'))

/** Who owes a report of wealth, and how many have filed it. */
export interface WealthReports {
  readonly due: number
  readonly filed: number
}

export const lhkpnOf = (character: Character): WealthReports => {
  const of = (key: string) => typedCount('A.II.5.iii.a', character, key)
  return { due: of('heads') + of('officials') + of('others'), filed: of('reported') }
}

/** All others, of whom two, a third or nobody is late. */
export function lhkasnOf(character: Character, employees: number): WealthReports {
  const due = Math.max(0, employees - lhkpnOf(character).due)
  return { due, filed: { good: due, fair: due - 2, weak: Math.floor((due * 2) / 3), paper: due }[character] }
}

const SUPERVISORS: Readonly<Record<Character, readonly [administrators: number, supervisors: number]>> = {
  good: [3, 9],
  fair: [2, 7],
  weak: [2, 6],
  paper: [3, 8],
}

/** The answer about those beside the LHKPN; who works on paper counts all people once more. */
function lhkasnInputs(character: Character, employees: number): Inputs {
  const { due, filed } =
    character === 'paper' ? { due: employees, filed: employees } : lhkasnOf(character, employees)
  const [administrators, supervisors] = SUPERVISORS[character]
  const staff = due - administrators - supervisors
  return inputs(
    'administrators supervisors staff reported',
    [administrators, supervisors, staff, filed].join(' '),
  )
}

/** Numbers that contradict each other: a part above its whole. */
const CONTRADICTORY: Readonly<Record<string, Inputs>> = {
  'A.II.4.i.a': inputs('targets achieved', '8 9'),
  'A.II.5.ii.a': inputs('due in_progress resolved', '6 1 8'),
  'A.II.1.i.b': inputs('changes integrated', '1 3'),
}

/** Whether the story of contradictions needs this question, however far the team came. */
export const isContradictory = (code: string): boolean => code in CONTRADICTORY

/** Percent of answers at the best, second and third option; the rest is the lowest. */
const SPREAD: Readonly<Record<Character, readonly [number, number, number]>> = {
  good: [82, 16, 2],
  fair: [56, 34, 8],
  weak: [20, 38, 28],
  paper: [100, 0, 0],
}

/** What a team of this kind answers. */
export function answerOf(
  question: Question,
  character: Character,
  dice: Dice,
  { contradictions, employees }: { readonly contradictions: boolean; readonly employees: number },
): TypedValue {
  if (question.kind === 'choice') return { option: optionOf(question, character, dice) }
  if (question.code === 'A.II.5.iii.b') return { inputs: lhkasnInputs(character, employees) }
  const typed = (contradictions && CONTRADICTORY[question.code]) || TYPED[question.code]?.[character]
  if (!typed) throw new Error(`The demo knows no numbers for ${question.code}.`)
  return { inputs: typed }
}

function optionOf({ options }: ChoiceQuestion, character: Character, dice: Dice): string {
  const [best, second, third] = SPREAD[character]
  const thrown = dice.below(100)
  const place = thrown < best ? 0 : thrown < best + second ? 1 : thrown < best + second + third ? 2 : 3
  // A yes-or-no question has no middle: what is nearly so is answered with yes.
  const step = options.length === 2 ? Number(place > 1) : Math.min(place, options.length - 1)
  return options[step]?.key ?? ''
}
