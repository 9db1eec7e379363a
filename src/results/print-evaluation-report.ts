import { civilDate } from '../clock'
import { DOTS, labelled, said, type PrintedBlock, type PrintedLetter } from '../reports/official-document'
import { formatDate } from '../web/format/date'
import { formatScore } from '../web/format/number'
import type { Outcome } from './outcome'
import {
  printAreas,
  printColumns,
  printDifferences,
  printFrame,
  printGates,
  printPrerequisites,
  printRepairs,
  printSeal,
  printSignatory,
  recommendationWord,
} from './print-outcome'
import { groundsOf } from './standing-words'

export const REPORT_NAME = 'Laporan Hasil Evaluasi'

/** The Laporan Hasil Evaluasi: basis, scope, method, results, recommendation with its grounds. */
export function printEvaluationReport(outcome: Outcome): PrintedLetter {
  const { result, assessors, draft, seal, inspectorate } = outcome
  const { satkerName, year, timeZone } = result.evaluation.assessment
  const city = inspectorate.letterhead.city || '.'.repeat(20)
  const dated = seal ? formatDate(civilDate(new Date(seal.at), timeZone)) : `${'.'.repeat(24)} ${year}`
  const seated = (seat: string) => assessors.find(one => one.seat === seat) ?? null
  return {
    ...printFrame(outcome, REPORT_NAME),
    title: 'Laporan Hasil Evaluasi Pembangunan Zona Integritas',
    number: `Nomor: ${DOTS}`,
    meta: [
      labelled('Satuan kerja', satkerName),
      labelled('Siklus', String(year)),
      labelled('Nilai yang dinilai', formatScore(result.score.claimed.total)),
      labelled('Rekomendasi', recommendationWord(outcome)),
      labelled('Status', draft ? 'DRAF' : 'Final'),
    ],
    opening: [],
    blocks: [
      ...introduction(outcome),
      printColumns(outcome),
      printAreas(outcome),
      ...printGates(outcome),
      ...printPrerequisites(outcome),
      printRepairs(outcome),
      recommendation(outcome),
    ],
    signatures: {
      heading: 'Pengesahan',
      intro: draft ? 'Laporan ini masih DRAF dan belum ditandatangani.' : '',
      people: [
        printSignatory(['Mengetahui,', 'Pengendali teknis,'], seated('controller'), draft),
        printSignatory([`${city}, ${dated}`, 'Ketua tim,'], seated('lead'), draft),
      ],
    },
    annex: [printDifferences(outcome, 'Lampiran: daftar selisih')],
  }
}

function introduction({ result, assessors, columns }: Outcome): PrintedBlock[] {
  const { satkerName, year, instrument, round } = result.evaluation.assessment
  const people = assessors.map(({ name, title }) => `${title} ${name}`).join('; ')
  return [
    said(
      'dasar',
      'Dasar',
      `${instrument.basis.name} Nomor ${instrument.basis.number} Tahun ${instrument.basis.year} tentang ${instrument.basis.subject}.`,
    ),
    said(
      'ruang',
      'Ruang lingkup',
      `Evaluasi mencakup ${result.score.questionCount} pertanyaan Lembar Kerja Evaluasi ${satkerName} siklus ${year} beserta buktinya, sebagaimana diajukan pada putaran ${round}.`,
    ),
    said(
      'metode',
      'Metode',
      `Setiap pertanyaan dinilai ulang berurutan oleh ${people}. Setiap lembar dimulai dari salinan lembar sebelumnya dan dibekukan saat diserahkan; seluruhnya ${columns.length} lembar. Nilai yang berbeda diberi alasan.`,
    ),
  ]
}

function recommendation(outcome: Outcome): PrintedBlock {
  const { result } = outcome
  const { recommendation: set, standings, evaluation } = result
  if (!set) return said('rekomendasi', 'Rekomendasi', 'Rekomendasi belum ditetapkan.', ...printSeal(outcome))
  const standing = standings.find(one => one.recommendation === set.recommendation)
  const grounds = standing ? groundsOf(evaluation.assessment.instrument, standing) : []
  return said(
    'rekomendasi',
    'Rekomendasi',
    `${recommendationWord(outcome)}.`,
    `Dasar: ${set.grounds}`,
    ...grounds.map(ground => `Menurut aturan siklus: ${ground.text}`),
    ...printSeal(outcome),
  )
}
