import { formatDate, civilDateIn, type TimeZone } from '../web/format/date'
import { bySheetOrder } from '../engine/stages/turns'
import type { Question } from '../engine/instrument/instrument'
import type { StoredValue } from '../worksheets/answer-content'
import { columnName, shortAnswer, valueOfStored, valueText } from './column-words'
import type { EvaluatedQuestion, LastCycle } from './evaluated-questions.service'
import type { ColumnRow, LastCycleRow } from './evaluated-questions.repository'
import type { ReturnedRow } from './evaluations.repository'

/** What somebody said of the question before: a column, a round that went back, the last cycle. */
export interface EarlierColumn {
  readonly name: string
  readonly answer: string
  readonly value: string
  readonly note: string
  /** `Sari Puspadewi, 28 Maret 2026` */
  readonly who: string
}

/** Every column before the shown sheet, what went back between the rounds, and the cycle before. */
export function earlierColumns(shown: EvaluatedQuestion): EarlierColumn[] {
  const { evaluation, row, columns, place, lastCycle } = shown
  const { question } = place
  const zone = evaluation.assessment.timeZone
  const before = evaluation.sheets.filter(sheet => bySheetOrder(sheet, row) < 0)
  let note = ''
  const printed = before.flatMap(sheet => {
    const column = columns.get(sheet.id)
    const returned =
      sheet.seat === 'satker'
        ? evaluation.returned.filter(one => one.question === question.code && one.round === sheet.round)
        : []
    // A note that came along with a copied value is not said twice.
    const own = column?.note && column.note !== note ? column.note : ''
    note = column?.note ?? note
    const said = valued(question, column)
    return [
      ...returned.map(one => sentBack(one, zone)),
      { name: columnName(sheet), ...said, note: own, who: whoOf(sheet.seat === 'satker', column, zone) },
    ]
  })
  return [...printed, ...lastColumns(lastCycle, zone)]
}

const valued = (question: Question, column: Pick<ColumnRow, 'option' | 'inputs'> | undefined) => {
  const stored = storedOf(column)
  return { answer: shortAnswer(question, stored), value: valueText(valueOfStored(question, stored)) }
}

const storedOf = (column: Pick<ColumnRow, 'option' | 'inputs'> | undefined): StoredValue => ({
  option: column?.option ?? null,
  inputs: column?.inputs ? (JSON.parse(column.inputs) as Record<string, string>) : null,
})

/** A copied value was answered by somebody else: who decided on it stands for it. */
function whoOf(isSatker: boolean, column: ColumnRow | undefined, zone: TimeZone): string {
  const decided = !isSatker && column?.decidedAt
  return signed(
    decided ? column.decidedByName : column?.valueByName,
    decided ? column.decidedAt : column?.valueAt,
    zone,
  )
}

const signed = (name: string | null | undefined, at: string | null | undefined, zone: TimeZone): string =>
  [name ?? '', at ? formatDate(civilDateIn(at, zone)) : ''].filter(Boolean).join(', ')

const sentBack = (row: ReturnedRow, zone: TimeZone): EarlierColumn => ({
  name: `Dikembalikan untuk putaran ${row.round}`,
  answer: '',
  value: '',
  note: row.reply ? `${row.note}\nTanggapan satker: ${row.reply}` : row.note,
  who: signed(row.createdByName, row.createdAt, zone),
})

function lastColumns(last: LastCycle | null, zone: TimeZone): EarlierColumn[] {
  if (!last) return []
  const printed = (name: string, row: LastCycleRow | null): EarlierColumn[] =>
    row
      ? [
          {
            name: `Siklus ${last.year}, ${name}`,
            ...valued(last.question, row),
            note: row.note,
            who: signed(row.byName, row.at, zone),
          },
        ]
      : []
  return [...printed('mandiri', last.satker), ...printed('nilai akhir TPI', last.final)]
}
