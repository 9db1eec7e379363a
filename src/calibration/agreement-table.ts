import { round, type Exact } from '../engine/exact'
import type { Agreement } from '../engine/calibration/agreement'
import type { TableToWrite } from '../spreadsheets/write-table'
import type { AgreementQuery } from './agreement.form'
import { handOf, unitsOf } from './agreement.page'
import type { CycleAgreement } from './agreement.service'
import { compareScorers } from './compare-scorers'

const FIGURES = ['n', 'Bagian yang sama', 'Selisih rata-rata', 'Kappa'] as const

/** One of the two tables of the page as a file, in its order and behind its filter; numbers with four places. */
export function agreementTable(agreement: CycleAgreement, query: AgreementQuery): TableToWrite {
  const { questions, evaluators } = compareScorers(
    agreement.instrument,
    unitsOf(agreement, query),
    query.bagian,
  )
  return query.tabel === 'evaluator'
    ? {
        sheet: 'kesesuaian-evaluator',
        header: ['Evaluator', 'Satker', ...FIGURES, 'Kecenderungan'],
        rows: evaluators.map(one => [one.name, String(one.units), ...figures(one), handOf(one).text]),
      }
    : {
        sheet: 'kesesuaian-pertanyaan',
        header: ['Bagian', 'Kode', 'Pertanyaan', ...FIGURES],
        rows: questions.map(one => [one.part, one.question.code, one.question.text, ...figures(one)]),
      }
}

const figures = ({ pairs, equal, difference, kappa }: Agreement): string[] => [
  String(pairs),
  ...[equal, difference, kappa].map(value => (value === null ? 'belum terukur' : decimal(value))),
]

const decimal = (value: Exact): string => round(value, 4).replace('.', ',')
