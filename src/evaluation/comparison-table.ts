import { round } from '../engine/exact'
import { lookup } from '../engine/instrument/lookup'
import type { TableToWrite } from '../spreadsheets/write-table'
import { passes, type ComparedCell, type ComparisonFilter } from './compare-columns'
import { reasonsOf, type ComparisonFacts } from './comparison.page'
import { sheetTitle } from './sheet-title'

/** The list of differences as a table: the questions of a filter in the order of the page, numbers with four places. */
export function comparisonTable(
  { assessment, comparison }: Pick<ComparisonFacts, 'assessment' | 'comparison'>,
  filter: ComparisonFilter,
): TableToWrite {
  const { columns, questions } = comparison
  const titles = columns.map(column => sheetTitle(column, columns))
  const texts = lookup(assessment.instrument).questions
  return {
    sheet: 'daftar-selisih',
    header: [
      'Kode',
      'Pertanyaan',
      ...titles.flatMap(title => [`${title}: jawaban`, `${title}: nilai`]),
      'Poin',
      'Alasan',
    ],
    rows: questions
      .filter(question => passes(question, filter))
      .map(({ code, cells, points }) => [
        code,
        texts.get(code)?.question.text ?? '',
        ...cells.flatMap(cell => [answerOf(cell), decimal(round(cell.value, 4))]),
        decimal(round(points, 4)),
        reasonsOf(assessment, cells)
          .map(({ text, by }) => `${text} (${by})`)
          .join('\n'),
      ]),
  }
}

function answerOf({ state, option }: ComparedCell): string {
  if (state === 'answered') return option ?? ''
  return state === 'contradictory' ? 'bertentangan' : 'belum dijawab'
}

const decimal = (text: string): string => text.replace('.', ',')
