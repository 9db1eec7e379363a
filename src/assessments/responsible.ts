import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import type { ResponsibleRow } from './assessment-facts.repository'

/**
 * Who looks after each question, by its code: the person it is assigned to while that one still answers its part, else
 * the members of its pokja (the first two by name), else the chair; `''` when there is nobody.
 */
export function responsibleByQuestion(
  instrument: Instrument,
  rows: readonly ResponsibleRow[],
): ReadonlyMap<string, string> {
  const { questions, partOfQuestion, parts } = lookup(instrument)
  const answers = (userId: string, part: string): boolean =>
    rows.some(row => row.role !== null && row.userId === userId && covers(row, part))
  const assigned = new Map(
    rows.flatMap(({ question, userId, name }) =>
      question !== null && answers(userId, partOfQuestion.get(question) ?? '') ? [[question, name]] : [],
    ),
  )
  const team = new Map([...parts.keys()].map(part => [part, teamOf(part, rows)]))
  return new Map(
    [...questions.keys()].map(code => [
      code,
      assigned.get(code) ?? team.get(partOfQuestion.get(code) ?? '') ?? '',
    ]),
  )
}

const covers = ({ parts }: ResponsibleRow, part: string): boolean =>
  parts === null || parts.split(',').includes(part)

function teamOf(part: string, rows: readonly ResponsibleRow[]): string {
  const members = rows.filter(row => row.role === 'member' && row.parts?.split(',').includes(part))
  const people = members.length > 0 ? members : rows.filter(row => row.role === 'chair')
  const names = [...new Set(people.map(row => row.name))]
  return names.length > 2
    ? `${names.slice(0, 2).join(', ')}, dan ${names.length - 2} lainnya`
    : names.join(' dan ')
}
